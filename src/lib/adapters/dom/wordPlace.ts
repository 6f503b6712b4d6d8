/**
 * Words of the reading page’s texts: which text is at a point, where its words are, and the marks on
 * the word that is looked up and on those that answer it, by the CSS Custom Highlight API.
 */
import { caretAt, isAt } from './caret';
import { offsetOf, partOf, plainTextOf, rangeOf, type Column } from './plainText';
import { isShown } from './isShown';
import type { TraceSide } from './trace';

const columns: Readonly<Record<TraceSide, Column>> = { source: '.o', target: '.t' };

/** One of a row’s texts on a side. */
export interface RowText {
	readonly row: Element;
	readonly side: TraceSide;
	/** The index of the text in its row. */
	readonly part: number;
	/** Its plain text. */
	readonly text: string;
}

/** Returns the text at a point of the view, and the offset in it; null where there is none. */
export function textAt(x: number, y: number): (RowText & { readonly offset: number }) | null {
	const caret = caretAt(x, y);
	const part = caret?.node.parentElement?.closest('[data-part]');
	const row = part?.closest('.row');
	const column = part?.parentElement;
	if (!caret || !part || !row || column?.parentElement !== row) return null;
	const offset = offsetOf(part, caret.node, caret.offset);
	return offset === null ? null : { ...textOf(row, part), offset };
}

/** Returns the texts of a side of a row, where it is shown. */
export const textsOf = (row: Element, side: TraceSide): readonly RowText[] =>
	[...row.querySelectorAll(`:scope > ${columns[side]} > [data-part]`)]
		.filter(isShown)
		.map((part) => textOf(row, part));

const textOf = (row: Element, part: Element): RowText => ({
	row,
	side: part.parentElement?.matches('.o') ? 'source' : 'target',
	part: Number(part.getAttribute('data-part')),
	text: plainTextOf(part)
});

/** Returns where `start` to `end` of a text is in the document; null where it is not. */
export function rangeInText(
	{ row, side, part }: Omit<RowText, 'text'>,
	start: number,
	end: number
): Range | null {
	const element = partOf(row, columns[side], part);
	return element && rangeOf(element, start, end);
}

/** Whether a point is on words, or so close that they are meant. */
export const isOn = (range: Range | null, x: number, y: number): boolean =>
	range !== null && isAt(range, x, y);

/** Marks the word that is looked up; null takes the mark away. Does nothing without the API. */
export const markWord = (range: Range | null): void => mark('word', range ? [range] : []);

/** Marks the words of a side that answer it; none take the mark away. */
export const markAnswers = (side: TraceSide, ranges: readonly Range[]): void =>
	mark(side === 'source' ? 'answer-o' : 'answer-t', ranges);

function mark(name: string, ranges: readonly Range[]): void {
	if (typeof Highlight === 'undefined') return;
	const words = new Highlight(...ranges);
	// Over the highlight of their sentence.
	words.priority = 1;
	if (ranges.length > 0) CSS.highlights.set(name, words);
	else CSS.highlights.delete(name);
}
