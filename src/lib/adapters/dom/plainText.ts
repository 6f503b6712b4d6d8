/**
 * Converts between offsets in a block’s plain text (see `plain` in core/text/inline) and positions
 * in the DOM that shows it. Footnote references and markers are no part of the plain text.
 */
const outside = 'sup, .marker';

/** Selector of a side of a row: the original or its translation. */
export type Column = '.o' | '.t';

/** Returns the element that shows one of a row’s texts on a side. */
export const partOf = (row: Element, column: Column, part: number): Element | null =>
	row.querySelector(`:scope > ${column} > [data-part="${part}"]`);

function* texts(part: Element): Generator<Text> {
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode())
		if (node instanceof Text && !node.parentElement?.closest(outside)) yield node;
}

/** Returns the plain text that an element shows. */
export const plainTextOf = (part: Element): string =>
	[...texts(part)].map(({ data }) => data).join('');

/** Returns the offset in the plain text of `part` for a DOM position; null if it is outside. */
export function offsetOf(part: Element, node: Node, offset: number): number | null {
	let before = 0;
	for (const text of texts(part)) {
		if (text === node) return before + offset;
		before += text.length;
	}
	return null;
}

/** Returns the DOM range for `start` to `end` of the plain text of `part`. */
export function rangeOf(part: Element, start: number, end: number): Range | null {
	const range = document.createRange();
	let before = 0;
	let begun = false;
	for (const text of texts(part)) {
		const after = before + text.length;
		if (!begun && start < after) {
			range.setStart(text, Math.max(0, start - before));
			begun = true;
		}
		if (begun && end <= after) {
			range.setEnd(text, Math.max(0, end - before));
			return range;
		}
		before = after;
	}
	return null;
}

/** Returns the plain text that a part shows. */
export const textOf = (part: Element): string => [...texts(part)].map(({ data }) => data).join('');
