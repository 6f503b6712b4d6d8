/** The words of an element with the few marks that a text of ours has: see `core/text/inline.ts`. */
import {
	escapeInline,
	formatInline,
	isLinkable,
	parseInline,
	plain,
	plainOf,
	type Inline
} from '../../core/text/inline';

/** Between these stands the marker of a footnote, in the place of the link that led there. */
export const noteMarks = { open: '\ue000', close: '\ue001' } as const;
const reference = new RegExp(`${noteMarks.open}([^${noteMarks.close}]*)${noteMarks.close}`);

/** What is no text of the page, or is none of its words. */
export const ignored = new Set(
	'script style noscript template iframe object embed svg math canvas video audio picture img input select textarea button link meta head title dialog'.split(
		' '
	)
);

/** What stands on lines of its own. */
export const apart = new Set(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' '
	)
);

const marks: Readonly<Record<string, 'emphasis' | 'strong'>> = {
	em: 'emphasis',
	i: 'emphasis',
	cite: 'emphasis',
	dfn: 'emphasis',
	strong: 'strong',
	b: 'strong'
};

/**
 * `within`: the marks that it stands in already, which do not nest. What stands on lines of its own
 * is parted from its neighbours by a space.
 */
export function inlineOf(node: Node, within: readonly string[] = []): readonly Inline[] {
	if (node.nodeType === Node.TEXT_NODE) return textOf((node as Text).data);
	if (!(node.nodeType === Node.ELEMENT_NODE)) return [];
	const element = node as Element;
	const name = element.localName;
	if (ignored.has(name)) return [];
	if (name === 'br') return [{ type: 'text', text: ' ' }];
	const mark = marks[name];
	const href = name === 'a' ? element.getAttribute('href') : null;
	const type = mark ?? (href !== null && isLinkable(href) ? 'link' : null);
	if (name === 'sup' && /^\d{1,3}$/.test(wordsIn(element))) return textOf(raised(wordsIn(element)));
	if (apart.has(name)) return [...space(true), ...childrenOf(element, within), ...space(true)];
	if (type === null || within.includes(type)) return childrenOf(element, within);
	const children = childrenOf(element, [...within, type]);
	// A mark holds no space at its ends, and not nothing; a link holds no footnote.
	const words = plainOf(children);
	if (words.trim() === '' || children.some((child) => child.type === 'reference')) return children;
	const inner = trimmed(children);
	const made: Inline =
		type === 'link' ? { type, href: href ?? '', children: inner } : { type, children: inner };
	return [...space(/^\s/.test(words)), made, ...space(/\s$/.test(words))];
}

const childrenOf = (element: Element, within: readonly string[]): readonly Inline[] =>
	[...element.childNodes].flatMap((child) => inlineOf(child, within));

const wordsIn = (element: Element): string => element.textContent?.trim() ?? '';

/** `10<sup>2</sup>` is not 102. */
const raised = (figures: string): string =>
	figures.replace(/\d/g, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure)));

const space = (there: boolean): readonly Inline[] => (there ? [{ type: 'text', text: ' ' }] : []);

/** White space is folded as a page folds it; no-break spaces are the text’s own. */
const textOf = (data: string): readonly Inline[] =>
	data
		.replace(/[ \t\n\r\f]+/g, ' ')
		.split(reference)
		.flatMap((part, at): Inline[] =>
			part === ''
				? []
				: at % 2 === 1
					? [{ type: 'reference', marker: part }]
					: [{ type: 'text', text: part }]
		);

/**
 * As inline Markdown in its one written form. Law: no mark costs a word; what Markdown cannot say of
 * a page’s marks (emphasis in the midst of a word) is left unsaid.
 */
export function markdownOf(nodes: readonly Inline[]): string {
	const tidy = trimmed(nodes);
	const words = plainOf(tidy);
	const said = formatInline(parseInline(formatInline(tidy)));
	return plain(said) === words ? said : escapeInline(words);
}

/** Neighbouring texts joined, space folded over their seams, none at either end. */
function trimmed(nodes: readonly Inline[]): readonly Inline[] {
	const joined: Inline[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (node.type !== 'text') joined.push(node);
		else if (last?.type === 'text')
			joined[joined.length - 1] = { type: 'text', text: fold(last.text + node.text) };
		else joined.push({ type: 'text', text: fold(node.text) });
	}
	const ends = joined.map((node, at) => {
		if (node.type !== 'text') return node;
		const start = at === 0 ? node.text.replace(/^ +/, '') : node.text;
		return { ...node, text: at === joined.length - 1 ? start.replace(/ +$/, '') : start };
	});
	return ends.filter((node) => node.type !== 'text' || node.text !== '');
}

const fold = (text: string): string => text.replace(/ {2,}/g, ' ');
