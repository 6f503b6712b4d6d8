/**
 * Shows highlights on a reading page with the CSS Custom Highlight API: no element is added, so that
 * selection and find-in-page stay whole. Without the API a paragraph with a highlight has a line in
 * its colour at the side (`data-highlighted`).
 */
import { isShown } from './isShown';
import { elementOfPart, rangeOfPart, type TextSide } from './selectedText';

interface PaintedPiece {
	/** The highlight’s id. */
	readonly id: string;
	readonly colour: string;
	/** The row’s element id. */
	readonly row: string;
	readonly side: TextSide;
	readonly part: number;
	readonly start: number;
	readonly end: number;
	readonly noted: boolean;
}

export interface HighlightPainter {
	/** Shows exactly these, from now on also where rows come into the page or change. */
	paint(pieces: readonly PaintedPiece[]): void;
	/** Returns the id of the highlight at a point of the view; null for none. */
	at(x: number, y: number): string | null;
	/** Returns where a highlight is in the view; null where its words are not shown. */
	box(id: string): DOMRect | null;
	/** Shows which highlight is open; null for none. */
	emphasise(id: string | null): void;
	destroy(): void;
}

const prefix = 'own-';
const attribute = 'data-highlighted';

export function highlightPainter(root: Element, colours: readonly string[]): HighlightPainter {
	const canPaint = typeof Highlight !== 'undefined';
	const layers = new Map(
		canPaint ? [...colours, 'open'].map((name) => [name, new Highlight()]) : []
	);
	for (const [name, layer] of layers) CSS.highlights.set(prefix + name, layer);
	let pieces: readonly PaintedPiece[] = [];
	let ranges = new Map<string, Range[]>();
	let open: string | null = null;
	let queued = 0;

	const emphasise = () => {
		const layer = layers.get('open');
		layer?.clear();
		for (const range of (open && ranges.get(open)) || []) layer?.add(range);
	};
	const draw = () => {
		queued = 0;
		for (const layer of layers.values()) layer.clear();
		for (const part of root.querySelectorAll(`[${attribute}]`)) part.removeAttribute(attribute);
		ranges = new Map();
		for (const { id, colour, row, side, part, start, end } of pieces) {
			const range = rangeOfPart(row, side, part, start, end);
			if (!range) continue;
			ranges.set(id, [...(ranges.get(id) ?? []), range]);
			layers.get(colour)?.add(range);
			if (!canPaint) elementOfPart(row, side, part)?.setAttribute(attribute, colour);
		}
		emphasise();
	};
	const later = () => {
		queued ||= requestAnimationFrame(draw);
	};
	// Rows come in chunks, and a row that is shown anew has new text nodes.
	const observer = new MutationObserver(later);
	observer.observe(root, { childList: true, subtree: true, characterData: true });
	const boxes = (id: string): DOMRect[] =>
		(ranges.get(id) ?? [])
			.filter(({ startContainer }) => isShown(startContainer.parentElement))
			.flatMap((range) => [...range.getClientRects()]);

	return {
		paint(next) {
			pieces = next;
			cancelAnimationFrame(queued);
			draw();
		},
		at(x, y) {
			const isOver = (id: string) =>
				boxes(id).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
			const over = [...ranges.keys()].filter(isOver);
			if (over.length > 0 || canPaint) return over.at(-1) ?? null;
			// Without the API the whole paragraph is the highlight’s.
			const row = document.elementFromPoint(x, y)?.closest(`[${attribute}]`)?.closest('.row')?.id;
			return pieces.find((piece) => piece.row === row)?.id ?? null;
		},
		box: (id) => boxes(id)[0] ?? null,
		emphasise(id) {
			open = id;
			emphasise();
		},
		destroy() {
			observer.disconnect();
			cancelAnimationFrame(queued);
			for (const name of layers.keys()) CSS.highlights.delete(prefix + name);
			for (const part of root.querySelectorAll(`[${attribute}]`)) part.removeAttribute(attribute);
		}
	};
}
