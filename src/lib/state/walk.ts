/** Walking through the rows of a page by key. */
import type { Anchor } from '$lib/adapters/dom/anchor';

const focusedRow = (): Element | null => document.activeElement?.closest('.row') ?? null;

/** The row that the reader is at: that has the focus, else that is lit, else at the top of the view. */
export const currentRow = (root: Element | null, lit: Element | null, anchor: Anchor | null) =>
	focusedRow() ?? lit ?? anchor?.row() ?? root?.querySelector('.row') ?? null;

/** Goes to the next row or the one before, and gives it the focus; null at the end. */
export function stepRow(root: Element, anchor: Anchor | null, by: 1 | -1): Element | null {
	const rows = [...root.querySelectorAll('.row')];
	const focused = focusedRow();
	const current = focused ?? anchor?.row() ?? null;
	const at = current ? rows.indexOf(current) : -1;
	// Without a focus the row at the top is itself the first stop.
	const next = rows[focused || by < 0 || at < 0 ? Math.max(0, at + by) : at] ?? null;
	next?.querySelector<HTMLElement>('.perma')?.focus({ preventScroll: true });
	next?.scrollIntoView({ block: 'nearest' });
	return next;
}

/** Shows or hides a row’s translation in Peek. */
export function reveal(row: Element): void {
	const box = row.querySelector<HTMLInputElement>(':scope > .peek');
	if (box) box.checked = !box.checked;
}
