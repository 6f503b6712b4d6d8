/** What the reader has selected on a reading page, as ranges in the plain text of one side. */
import { isShown } from './isShown';
import { offsetOf, partOf, rangeOf, type Column } from './plainText';

export type TextSide = 'original' | 'translation';
const columns: Readonly<Record<TextSide, Column>> = { original: '.o', translation: '.t' };

/** A selected part of one of a row’s texts: `start` and `end` in its plain text. */
interface SelectedPart {
	/** The row’s element id. */
	readonly row: string;
	readonly part: number;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

export interface SelectedText {
	readonly side: TextSide;
	/** In the order of the text; at least one. */
	readonly parts: readonly SelectedPart[];
	/** Whether the selection goes over words of the other language too, which are not in `parts`. */
	readonly limited: boolean;
	/** Returns where the words are in the view now. */
	readonly box: () => DOMRect;
}

/** Returns the selected words of the side where the selection began; null for no words. */
export function selectedText(root: Element): SelectedText | null {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!range.intersectsNode(root)) return null;
	const chosen = shownParts(root).flatMap((part) => selectedPart(part, range) ?? []);
	const begun = chosen.find(({ element }) => element.contains(selection.anchorNode)) ?? chosen[0];
	if (!begun) return null;
	const parts = chosen.filter(({ side }) => side === begun.side);
	return {
		side: begun.side,
		parts,
		limited: parts.length < chosen.length,
		box: () => range.getBoundingClientRect()
	};
}

/**
 * Returns the words of a row that a key is about: the sentence that is lit in it, else its whole
 * first text.
 *
 * @param side the side to prefer, where the row shows both
 */
export function textOfRow(row: Element, side: TextSide): SelectedText | null {
	const lit = litText(row, side);
	if (lit) return lit;
	const parts = shownParts(row)
		.filter((part) => sideOf(part) === side)
		.map((part) => {
			const text = plainOf(part);
			return { ...partAt(part, text), start: 0, end: text.length };
		})
		.filter(({ end }) => end > 0);
	const box = () => row.getBoundingClientRect();
	return parts.length > 0 ? { side, parts, limited: false, box } : null;
}

const traces = { original: 'trace-o', translation: 'trace-t' } as const;

function litText(row: Element, side: TextSide): SelectedText | null {
	const ranges = [...(globalThis.CSS?.highlights?.get(traces[side]) ?? [])];
	const lit = ranges.filter((range) => row.contains(range.startContainer));
	const parts = lit.flatMap((range) => {
		const part = range.startContainer.parentElement?.closest('[data-part]');
		const start = part && offsetOf(part, range.startContainer, range.startOffset);
		const end = part && offsetOf(part, range.endContainer, range.endOffset);
		if (!part || start === null || end === null || start === undefined || end === undefined)
			return [];
		return [{ ...partAt(part, plainOf(part)), start, end }];
	});
	const box = () => row.getBoundingClientRect();
	return parts.length > 0 ? { side, parts, limited: false, box } : null;
}

const shownParts = (root: Element): readonly Element[] =>
	[...root.querySelectorAll('[data-part]')].filter(
		(part) => part.parentElement?.matches('.row > .o, .row > .t') && isShown(part)
	);

const sideOf = (part: Element): TextSide =>
	part.parentElement?.matches('.o') ? 'original' : 'translation';

const plainOf = (part: Element): string => {
	const all = document.createRange();
	all.selectNodeContents(part);
	return textIn(part, all).text;
};

const partAt = (part: Element, text: string) => ({
	row: part.closest('.row')?.id ?? '',
	part: Number(part.getAttribute('data-part')),
	text
});

function selectedPart(
	part: Element,
	range: Range
): (SelectedPart & { readonly side: TextSide; readonly element: Element }) | null {
	if (!range.intersectsNode(part)) return null;
	const { text, start, end } = textIn(part, range);
	if (text.slice(start, end).trim() === '') return null;
	return { ...partAt(part, text), start, end, side: sideOf(part), element: part };
}

/** Returns the plain text of a part, and which of it a range covers. */
function textIn(part: Element, range: Range): { text: string; start: number; end: number } {
	let text = '';
	let start: number | null = null;
	let end = 0;
	const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!(node instanceof Text) || offsetOf(part, node, 0) === null) continue;
		if (range.intersectsNode(node)) {
			const from = node === range.startContainer ? range.startOffset : 0;
			const to = node === range.endContainer ? range.endOffset : node.length;
			start ??= text.length + from;
			if (to > 0) end = text.length + to;
		}
		text += node.data;
	}
	return { text, start: start ?? 0, end };
}

/** Returns where words of a row’s text are in the page; null where they are not. */
export function rangeOfPart(
	row: string,
	side: TextSide,
	part: number,
	start: number,
	end: number
): Range | null {
	const element = elementOfPart(row, side, part);
	return element && rangeOf(element, start, end);
}

/** Returns the element that shows a text of a row; null where it is not in the page. */
export function elementOfPart(row: string, side: TextSide, part: number): Element | null {
	const element = document.getElementById(row);
	return element && partOf(element, columns[side], part);
}
