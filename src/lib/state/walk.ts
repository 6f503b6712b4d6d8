/** Walking through the rows of a page by key. */
import { barBottom } from '$lib/adapters/dom/bar';
import type { Reader } from './reader.svelte';

const focusedRow = (): Element | null => document.activeElement?.closest('.row') ?? null;

/** The row that the reader is at: that has the focus, else that is lit, else at the top of the view. */
export const currentRow = ({ root, trail, anchor }: Reader): Element | null =>
	focusedRow() ?? trail.row ?? anchor?.row() ?? root?.querySelector('.row') ?? null;

/** Goes to the next row or the one before, and gives it the focus; stays where there is none. */
export function stepRow({ root, anchor }: Reader, by: 1 | -1): void {
	const rows = [...(root?.querySelectorAll('.row') ?? [])];
	const focused = focusedRow();
	const current = focused ?? anchor?.row() ?? null;
	const at = current ? rows.indexOf(current) : -1;
	// Without a focus the row at the top is itself the first stop.
	const next = rows[focused || by < 0 || at < 0 ? Math.max(0, at + by) : at];
	next?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
	next?.scrollIntoView({ block: 'nearest' });
	// Nearest may be under the bar.
	if (next && next.getBoundingClientRect().top < barBottom()) next.scrollIntoView();
}
