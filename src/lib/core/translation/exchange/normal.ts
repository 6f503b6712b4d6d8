/** Texts as they survive XML and other people’s tools. */
import { formatInline, parseInline, type Inline } from '../../text/inline';

/** What XML 1.0 cannot hold: control characters, halves of characters, two that are none. */
const illegal =
	// eslint-disable-next-line no-control-regex -- these are what it is about
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// eslint-disable-next-line no-control-regex -- these are what it is about
const mayBeIllegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** `text` without what XML cannot hold. */
export const legal = (text: string): string =>
	mayBeIllegal.test(text) ? text.replace(illegal, '') : text;

/** One line, not padded: what a paragraph or a note must be. */
export const oneLine = (text: string): string =>
	(/[\n\r\u2028\u2029]/.test(text) ? text.replace(lineEnds, ' ') : text).trim();

const lineEnds = /[ \t]*[\n\r\u2028\u2029]+[ \t]*/g;

/** Notes as the one note that a unit has; null where they say nothing. */
export function oneNote(notes: readonly string[]): string | null {
	const told = notes.map(oneLine).filter((note) => note !== '');
	return told.length === 0 ? null : told.join(' ');
}

/**
 * Inline Markdown in the one form in which it comes back: the same words and marks. Idempotent;
 * whatever the text, what is left is words, emphasis, links and references.
 */
export const normalForm = (markdown: string): string =>
	anyMark.test(markdown) ? formatNodes(parseInline(legal(markdown))) : oneLine(legal(markdown));

/** Nodes of any origin as a paragraph. */
export function formatNodes(nodes: readonly Inline[]): string {
	const [only, ...others] = nodes;
	if (only?.type === 'text' && others.length === 0 && !anyMark.test(only.text))
		return oneLine(legal(only.text));
	return oneLine(formatInline(parseInline(legal(formatInline(tight(nodes))))));
}

/** White space at the ends of emphasis or a link stands outside: within, no mark would be read. */
function tight(nodes: readonly Inline[]): readonly Inline[] {
	return nodes.flatMap((node) => ('children' in node ? spaced(node) : [node])).reduce(append, []);
}

function spaced(node: Extract<Inline, { children: unknown }>): readonly Inline[] {
	const children = tight(node.children);
	const [first, last] = [children[0], children.at(-1)];
	const before = first?.type === 'text' ? (/^\s*/.exec(first.text)?.[0] ?? '') : '';
	if (children.length === 1 && before !== '' && first?.type === 'text' && before === first.text)
		return [first];
	const after = last?.type === 'text' ? (/\s*$/.exec(last.text)?.[0] ?? '') : '';
	const inner = children.flatMap((child, at): readonly Inline[] => {
		if (child.type !== 'text') return [child];
		const from = at === 0 ? before.length : 0;
		const to = at === children.length - 1 ? child.text.length - after.length : undefined;
		return text(child.text.slice(from, to));
	});
	return [
		...text(before),
		...(inner.length > 0 ? [{ ...node, children: inner }] : []),
		...text(after)
	];
}

const text = (words: string): readonly Inline[] =>
	words === '' ? [] : [{ type: 'text', text: words }];

/** Text joins text: escaping looks at whole texts. */
function append(to: readonly Inline[], node: Inline): readonly Inline[] {
	const last = to.at(-1);
	return last?.type === 'text' && node.type === 'text'
		? [...to.slice(0, -1), { type: 'text', text: last.text + node.text }]
		: [...to, node];
}

/** Without one of these a text is nothing but words: most are, in a memory of 100,000. */
const anyMark = /[\\*_[\]<]/;
