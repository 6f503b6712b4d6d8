import type { LinkRow } from './linkRows';

/**
 * Links with a lower confidence than this are shown as doubtful. On ../shared/alignment, with the
 * seed, these are 2 to 5 in a hundred; two thirds of all wrong links are among them, nine tenths on
 * the natural set. 0.95 would catch one wrong link in twenty more, but show half as many links
 * again. In a free translation no link has 0.9 (`align/confidence.ts`), but half of them have this.
 */
export const doubtfulBelow = 0.88;

export const isDoubtful = ({ confidence, fixed }: Pick<LinkRow, 'confidence' | 'fixed'>): boolean =>
	!fixed && confidence < doubtfulBelow;

/**
 * Returns the next doubtful row after `at`, or the one before it, wrapping at the ends; -1 if none
 * is.
 */
export function nextDoubtful(rows: readonly LinkRow[], at: number, step: 1 | -1): number {
	for (let steps = 1; steps <= rows.length; steps++) {
		const row = (((at + step * steps) % rows.length) + rows.length) % rows.length;
		const there = rows[row];
		if (there && isDoubtful(there)) return row;
	}
	return -1;
}

/** Returns the doubtful row with the lowest confidence; -1 if none is doubtful. */
export function leastCertain(rows: readonly LinkRow[]): number {
	let least = -1;
	for (const [at, row] of rows.entries())
		if (isDoubtful(row) && row.confidence < (rows[least]?.confidence ?? Infinity)) least = at;
	return least;
}
