/** Walks through the rows of a page by key. */
import type { ScrollAnchor } from '$lib/compose/screen';

/** What walking needs of the page. */
export interface Walkable {
	/** The element that holds the rows. */
	readonly root: Element | null;
	/** The lit sentence. */
	readonly lit: { readonly row: Element | null };
	readonly anchor: Pick<ScrollAnchor, 'row'> | null;
}

const focusedRow = (): Element | null => document.activeElement?.closest('.row') ?? null;

/** Returns the row that has the focus, else the lit row, else the row at the top of the view. */
export const currentRow = ({ root, lit, anchor }: Walkable): Element | null =>
	focusedRow() ?? lit.row ?? anchor?.row() ?? root?.querySelector('.row') ?? null;

/** Gives the next or previous row the focus; stays at the first and the last. */
export function stepRow({ root, anchor }: Walkable, by: 1 | -1): void {
	const rows = [...(root?.querySelectorAll('.row') ?? [])];
	const focused = focusedRow();
	const current = focused ?? anchor?.row() ?? null;
	const at = current ? rows.indexOf(current) : -1;
	// Without a focus the row at the top is itself the first stop.
	const next = rows[focused || by < 0 || at < 0 ? Math.max(0, at + by) : at];
	next?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
	if (next) scrollToFit(next);
}

/** Space below a row that is scrolled to, in CSS pixels. */
const edgePx = 12;

/**
 * Scrolls a row into view, original and translation: not at all where it is whole, else with a
 * third of the free space above it. A row higher than the view begins below the bar.
 */
export function scrollToFit(row: Element): void {
	const { top, bottom } = row.getBoundingClientRect();
	// Room for the bar, also while that is away: scrolling up brings it back.
	const bar = Number.parseFloat(getComputedStyle(row).scrollMarginTop);
	const by = distanceToFit({ top, bottom }, { top: bar, bottom: innerHeight - edgePx });
	if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
}

interface Extent {
	readonly top: number;
	readonly bottom: number;
}

/** Returns how far to scroll, in CSS pixels, until a row fits in the view. */
export function distanceToFit(row: Extent, view: Extent): number {
	if (row.top >= view.top && row.bottom <= view.bottom) return 0;
	const free = view.bottom - view.top - (row.bottom - row.top);
	return row.top - view.top - Math.max(0, free) / 3;
}
