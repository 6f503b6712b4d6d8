import type { Row } from './row';

/**
 * Links less likely than this are worth a reader’s look. On ../shared/alignment, with the seed, these
 * are 2 to 5 in a hundred; two thirds of all wrong links are among them, nine tenths on the natural
 * set. 0.95 would catch one wrong link in twenty more, for half as many again to look at.
 */
export const doubtful = 0.9;

export const isDoubtful = ({ confidence, fixed }: Pick<Row, 'confidence' | 'fixed'>): boolean =>
	!fixed && confidence < doubtful;

/** The next doubtful row after one, or before it; from the other end where there is none; -1 for none. */
export function nextDoubtful(rows: readonly Row[], at: number, step: 1 | -1): number {
	for (let steps = 1; steps <= rows.length; steps++) {
		const row = (((at + step * steps) % rows.length) + rows.length) % rows.length;
		const there = rows[row];
		if (there && isDoubtful(there)) return row;
	}
	return -1;
}

/** The row that is least certain; -1 where none is doubtful. */
export function leastCertain(rows: readonly Row[]): number {
	let least = -1;
	for (const [at, row] of rows.entries())
		if (isDoubtful(row) && row.confidence < (rows[least]?.confidence ?? Infinity)) least = at;
	return least;
}
