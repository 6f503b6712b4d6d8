/**
 * A point in a text that another width keeps: a row, and the share of its height that lies above
 * the top of the view (see `within` in core/library/store).
 */

/** The most that a row can begin below the top of the view, in its own heights. */
const most = 100;

/** Returns the share of the row that lies above `line`, the y at which the text begins. */
export function shareAbove(row: Element, line: number): number {
	const { top, height } = row.getBoundingClientRect();
	return height > 0 ? Math.max(-most, Math.min(1, (line - top) / height)) : 0;
}

/** Scrolls so that this share of the row lies above `line`. */
export function scrollToShare(row: Element, within: number, line: number): void {
	const { top, height } = row.getBoundingClientRect();
	const by = top + within * height - line;
	if (Math.abs(by) >= 0.5) scrollBy({ top: by, behavior: 'instant' });
}
