/** The place in the text at a point of the view. */
export interface Caret {
	readonly node: Node;
	readonly offset: number;
}

/** Returns the caret nearest to a point, in CSS pixels of the view; null where there is none. */
export function caretAt(x: number, y: number): Caret | null {
	if (document.caretPositionFromPoint) {
		const position = document.caretPositionFromPoint(x, y);
		return position && { node: position.offsetNode, offset: position.offset };
	}
	// Safari before 18.4 has only the older name.
	const range = document.caretRangeFromPoint?.(x, y);
	return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** How far beside a letter a point still belongs to it, in CSS pixels: the space between lines. */
const besidePx = 8;

/** Whether a point is at one of the lines of a range. */
export const isAt = (range: Range, x: number, y: number): boolean =>
	[...range.getClientRects()].some(
		({ left, right, top, bottom }) =>
			x >= left - besidePx && x <= right + besidePx && y >= top - besidePx && y <= bottom + besidePx
	);

/**
 * Whether a point is at its caret. Browsers give the nearest caret for a point beside the text,
 * Safari also for one far from it.
 */
export function isAtCaret({ node, offset }: Caret, x: number, y: number): boolean {
	const range = document.createRange();
	range.setStart(node, Math.max(0, offset - 1));
	range.setEnd(node, Math.min(node.nodeValue?.length ?? 0, offset + 1));
	return isAt(range, x, y);
}
