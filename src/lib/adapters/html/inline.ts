/** Reads an element’s words with the few marks that our texts have: see `core/text/inline.ts`. */
import { edge, trimmed } from '../../core/import/tidyInline';
import { isLinkable, plainOf } from '../../core/text/inline';
import type { Inline } from '../../core/text/inlineTree';
import { isElement, type HtmlChild, type HtmlElement } from './dom/nodes';
import { without, type Furniture } from './furniture';

/** Characters round a footnote’s marker, in the place of the link to the note. */
export const noteMarks = { open: '\ue000', close: '\ue001' } as const;
const reference = new RegExp(`${noteMarks.open}([^${noteMarks.close}]*)${noteMarks.close}`);

/** Elements whose content is not part of the text. */
export const ignored = new Set(
	'script style noscript template iframe object embed svg math canvas video audio picture img input select textarea button link meta head title dialog'.split(
		' '
	)
);

/** Elements that begin a new line. */
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
 * Converts a node to inline text without the furniture in it. `within`: the marks around it, which
 * do not nest. Content that begins a new line is separated from its neighbours by a space.
 */
export function inlineOf(
	element: HtmlChild,
	furniture: Furniture = without,
	within: readonly string[] = []
): readonly Inline[] {
	if (!isElement(element)) return textOf(element.data);
	const name = element.localName;
	if (ignored.has(name) || furniture.has(element)) return [];
	if (name === 'br') return [{ type: 'break' }];
	const mark = marks[name];
	const href = name === 'a' ? element.getAttribute('href') : null;
	const type = mark ?? (href !== null && isLinkable(href) ? 'link' : null);
	if (name === 'sup' && /^\d{1,3}$/.test(wordsIn(element))) return textOf(raised(wordsIn(element)));
	if (apart.has(name))
		return [...space(true), ...childrenOf(element, furniture, within), ...space(true)];
	if (type === null || within.includes(type)) return childrenOf(element, furniture, within);
	const children = childrenOf(element, furniture, [...within, type]);
	// A mark begins and ends with no space, and is not empty; a link contains no footnote.
	const words = plainOf(children);
	if (words.trim() === '' || children.some((child) => child.type === 'reference')) return children;
	const inner = trimmed(children);
	const made: Inline =
		type === 'link' ? { type, href: href ?? '', children: inner } : { type, children: inner };
	return [...edge(startSpace.exec(words)?.[0]), made, ...edge(words.slice(words.trimEnd().length))];
}

const startSpace = /^\s+/;

const childrenOf = (
	element: HtmlElement,
	furniture: Furniture,
	within: readonly string[]
): readonly Inline[] => element.childNodes.flatMap((child) => inlineOf(child, furniture, within));

const wordsIn = (element: HtmlElement): string => element.textContent.trim();

/** Keeps `10<sup>2</sup>` from becoming 102. */
const raised = (figures: string): string =>
	figures.replace(/\d/g, (figure) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(figure)));

const space = (there: boolean): readonly Inline[] => (there ? [{ type: 'text', text: ' ' }] : []);

/** Folds white space as a browser does; no-break spaces are part of the text. */
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
