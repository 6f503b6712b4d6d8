/**
 * The inline Markdown of a block: emphasis, strong, link, footnote reference, nothing else.
 * Whatever is no such mark is text: there is no HTML, and nothing that could run.
 *
 *     *emphasis*  **strong**  [text](https://…)  <https://…>  [^5]  \* (a literal mark)
 *
 * `_emphasis_` and `__strong__` are read too, but never written, and never inside a word. A link
 * that leads nowhere, or where none may lead, is its words: `[text](#)` means `text`.
 *
 * Laws (`inline.test.ts`): nothing throws, whatever the text, and time grows with its length
 * alone; `parseInline(formatInline(nodes))` gives `nodes` back for all nodes that were parsed;
 * `plain(escapeInline(text)) === text`; `plain` drops marks and addresses and adds nothing.
 */
import { parseEmphasis, wordCharacter, type Run } from './emphasis';

export type Inline =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
	| { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
	| { readonly type: 'reference'; readonly marker: string };

const linkable = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** Whether an address may stand in a link: the web and mail, never a script. */
export const isLinkable = (href: string): boolean => linkable.test(href);

// A label holds no brackets, an address no parentheses but pairs of them: with this and the
// bounds, every alternative that fails has failed within one scan, and parsing stays linear.
const scheme = String.raw`(?:https?:\/\/|mailto:)`;
const label = String.raw`(?:\\.|[^[\]\\]){1,2000}`;
const address = String.raw`(?:[^\s()<>"]|\([^\s()<>"]*\)){0,2000}`;
const title = String.raw`(?:\s{1,8}"[^"]{0,500}")?`;
const punctuation = String.raw`[!-/:-@[-\x60{-~]`;

const marks = new RegExp(
	[
		String.raw`\\(?<escaped>${punctuation})`,
		String.raw`\[\^(?<marker>[^\s[\]^]{1,16})\]`,
		String.raw`<(?<auto>${scheme}[^\s<>"]{1,2000})>`,
		String.raw`\[(?<label>${label})\]\((?<href>${scheme}${address})${title}\)`,
		String.raw`(?<run>[*_]+)`
	].join('|'),
	'gis'
);

const anyMark = /[\\*_[<]/;

/** Never throws: a mark that closes nothing is text. */
export const parseInline = (markdown: string): readonly Inline[] =>
	anyMark.test(markdown) ? parseEmphasis(pieces(unlinked(markdown), true)) : textNodes(markdown);

const textNodes = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

const maybeLink = new RegExp(
	String.raw`\\.|\[(?!\^)(?<label>${label})\]\((?<href>${address})${title}\)`,
	'gs'
);

/** What a converter leaves of an address without a target; the `!` of `[sic](!)` is none. */
const isDead = (href: string): boolean => !isLinkable(href) && /^$|[#/.:?=]/.test(href);

/** Takes the brackets and the address away from links that may lead nowhere. */
const unlinked = (markdown: string): string =>
	markdown.includes('](')
		? markdown.replace(maybeLink, (whole, words?: string, href = '') =>
				words !== undefined && isDead(href) ? words : whole
			)
		: markdown;

/** `links`: whether links and references may stand here; within a link they may not. */
function pieces(markdown: string, links: boolean): (Inline | Run)[] {
	const found: (Inline | Run)[] = [];
	let from = 0;
	for (const match of markdown.matchAll(marks)) {
		const end = match.index + match[0].length;
		const { escaped, run, marker, auto, label, href } = match.groups ?? {};
		found.push(...textNodes(markdown.slice(from, match.index)));
		from = end;
		// Two units on either side hold any character, also one beyond the basic plane.
		const before = () => markdown.slice(Math.max(0, match.index - 2), match.index);
		const after = () => markdown.slice(end, end + 2);
		if (escaped !== undefined) found.push(...textNodes(escaped));
		else if (run !== undefined)
			found.push({ type: 'run', marks: run, before: before(), after: after() });
		else if (!links) found.push(...textNodes(match[0]));
		else if (marker !== undefined) found.push({ type: 'reference', marker });
		else if (auto !== undefined)
			found.push({ type: 'link', href: auto, children: textNodes(auto) });
		else if (label !== undefined && href !== undefined)
			found.push({ type: 'link', href, children: parseEmphasis(pieces(label, false)) });
	}
	found.push(...textNodes(markdown.slice(from)));
	return found;
}

/** Inline Markdown that parses to `nodes`: the inverse of `parseInline`. */
export const formatInline = (nodes: readonly Inline[]): string =>
	nodes.map((node) => formatNode(node, escapeInline)).join('');

function formatNode(node: Inline, escape: (text: string) => string): string {
	const inner = (children: readonly Inline[], by = escape) =>
		children.map((child) => formatNode(child, by)).join('');
	switch (node.type) {
		case 'text':
			return escape(node.text);
		case 'reference':
			return `[^${node.marker}]`;
		case 'emphasis':
			return `*${inner(node.children)}*`;
		case 'strong':
			return `**${inner(node.children)}**`;
		case 'link':
			return isBare(node.href, node.children)
				? `<${node.href}>`
				: `[${inner(node.children, escapeLabel)}](${node.href})`;
	}
}

/** Whether a link shows nothing but its own address. */
const isBare = (href: string, [only, ...others]: readonly Inline[]): boolean =>
	only?.type === 'text' && only.text === href && others.length === 0;

/** Where a character of plain text would be read as a mark: there alone is it escaped. */
const wouldMark = new RegExp(
	[
		String.raw`\\(?=${punctuation}|$)`,
		// Between two spaces, neither opens or closes anything; nor does _ within a word.
		String.raw`(?<!\s)\*|\*(?!\s)`,
		String.raw`(?<!\s|${wordCharacter})_|_(?!\s|${wordCharacter})`,
		String.raw`(?<=\s)_(?!\s)|(?<!\s)_(?=\s)`,
		String.raw`\[(?=\^)|\](?=\()|<(?=${scheme})`
	].join('|'),
	'giu'
);

/**
 * Plain text as inline Markdown that means just that text. For a whole text, or one between
 * marks: two escaped texts joined are not the escaped text of the two joined.
 */
export const escapeInline = (text: string): string => text.replace(wouldMark, '\\$&');

const escapeLabel = (text: string): string => text.replace(/[\\*_[\]<^]/g, '\\$&');

/** The words of inline Markdown: no marks, no footnote references. */
export const plain = (markdown: string): string =>
	anyMark.test(markdown) ? plainOf(parseInline(markdown)) : markdown;

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
