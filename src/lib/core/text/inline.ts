/**
 * The inline Markdown of a block: emphasis, strong, link, footnote reference, nothing else.
 * Whatever is no such mark is text: there is no HTML, and nothing that could run.
 *
 *     *emphasis*  **strong**  [text](https://…)  <https://…>  [^5]  \* (a literal mark)
 *
 * Laws (`inline.test.ts`): `plain` joins the text of the nodes; `format(parse(md))` parses to the
 * same nodes; every character of the input that is no mark stands in the output, in order.
 */
export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
	| { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
	| { readonly type: 'reference'; readonly marker: string };

const linkable = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** Whether an address may stand in a link: the web and mail, never a script. */
export const isLinkable = (href: string): boolean => linkable.test(href);

const marks =
	/\\(?<escaped>[\\*_[\]<>$#`~])|\[\^(?<marker>[^\s[\]^]{1,16})\]|<(?<auto>(?:https?:\/\/|mailto:)[^\s<>]+)>|\[(?<label>(?:\\.|[^[\]\\]){1,2000})\]\((?<href>[^\s()<>]*)\)|(?<run>\*{1,3})/g;

/** Never throws: a mark that closes nothing is text. */
export function parseInline(markdown: string): readonly Inline[] {
	return nest(tokens(markdown));
}

type Token =
	| { readonly type: 'node'; readonly node: Inline }
	| {
			readonly type: 'mark';
			readonly size: number;
			readonly opens: boolean;
			readonly closes: boolean;
	  };

function tokens(markdown: string): Token[] {
	const found: Token[] = [];
	let from = 0;
	const text = (to: number) => {
		if (to > from) found.push(textToken(markdown.slice(from, to)));
	};
	for (const match of markdown.matchAll(marks)) {
		const { escaped, marker, auto, label, href, run } = match.groups ?? {};
		text(match.index);
		from = match.index + match[0].length;
		if (escaped !== undefined) found.push(textToken(escaped));
		else if (marker !== undefined)
			found.push({ type: 'node', node: { type: 'reference', marker } });
		else if (auto !== undefined) found.push({ type: 'node', node: link(auto, [textNode(auto)]) });
		else if (label !== undefined) found.push(...labelled(label, href ?? ''));
		else if (run !== undefined) {
			const before = markdown.at(match.index - 1) ?? ' ';
			const after = markdown.at(from) ?? ' ';
			const opens = !/\s/.test(after);
			const closes = match.index > 0 && !/\s/.test(before);
			for (const size of run.length === 3 ? [2, 1] : [run.length])
				found.push({ type: 'mark', size, opens, closes });
		}
	}
	text(markdown.length);
	return found;
}

const textNode = (text: string): Inline => ({ type: 'text', text });
const textToken = (text: string): Token => ({ type: 'node', node: textNode(text) });
const link = (href: string, children: readonly Inline[]): Inline => ({
	type: 'link',
	href,
	children
});

/** A link that leads nowhere, or where none may lead, is its words. */
function labelled(label: string, href: string): Token[] {
	const children = parseInline(label);
	return isLinkable(href)
		? [{ type: 'node', node: link(href, children) }]
		: children.map((node) => ({ type: 'node', node }));
}

/** Pairs the marks, innermost first; what pairs with nothing is text again. */
function nest(all: readonly Token[]): Inline[] {
	const open: { size: number; children: Inline[] }[] = [];
	const root: Inline[] = [];
	const top = () => open.at(-1)?.children ?? root;
	const spill = (depth: number) => {
		while (open.length > depth) {
			const dangling = open.pop();
			if (dangling) append(top(), [textNode('*'.repeat(dangling.size)), ...dangling.children]);
		}
	};
	for (const token of all) {
		if (token.type === 'node') {
			append(top(), [token.node]);
			continue;
		}
		const depth = token.closes ? open.findLastIndex(({ size }) => size === token.size) : -1;
		if (depth >= 0 && (open[depth]?.children.length || open.length > depth + 1)) {
			spill(depth + 1);
			const children = open.pop()?.children ?? [];
			append(top(), [{ type: token.size === 2 ? 'strong' : 'emphasis', children }]);
		} else if (token.opens) open.push({ size: token.size, children: [] });
		else append(top(), [textNode('*'.repeat(token.size))]);
	}
	spill(0);
	return root;
}

/** Adds nodes, joining text to text. */
function append(to: Inline[], nodes: readonly Inline[]): void {
	for (const node of nodes) {
		const last = to.at(-1);
		if (last?.type === 'text' && node.type === 'text')
			to[to.length - 1] = textNode(last.text + node.text);
		else to.push(node);
	}
}

/** The words of inline Markdown: no marks, no footnote references. */
export const plain = (markdown: string): string => plainOf(parseInline(markdown));

export function plainOf(nodes: readonly Inline[]): string {
	return nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'reference':
					return '';
				default:
					return plainOf(node.children);
			}
		})
		.join('');
}

/** Markers of the footnotes that a text refers to, in order. */
export function references(nodes: readonly Inline[]): string[] {
	return nodes.flatMap((node) => {
		switch (node.type) {
			case 'text':
				return [];
			case 'reference':
				return [node.marker];
			default:
				return references(node.children);
		}
	});
}

/** Plain text as inline Markdown that means just that text. */
export const escapeInline = (text: string): string => text.replace(/[\\*[\]<>]/g, '\\$&');
