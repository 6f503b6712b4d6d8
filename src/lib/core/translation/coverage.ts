/** How much of an article is translated, and by whom. */
import { meets, standing, type Standing } from './standing';
import type { Row } from './row';

/** Rows by standing; `stale` of them show a translation of an older original. */
export type Coverage = Readonly<Record<Standing, number>> & {
	readonly total: number;
	readonly stale: number;
};

/** Law: the standings add up to `total`, the number of rows. */
export function coverage(rows: readonly Row[]): Coverage {
	const counts = { human: 0, reviewed: 0, ai: 0, machine: 0, none: 0, stale: 0 };
	for (const { shown } of rows) {
		counts[standing(shown)] += 1;
		if (shown.kind === 'translated' && shown.stale) counts.stale += 1;
	}
	return { ...counts, total: rows.length };
}

/** The rows that a reader who asks for at least `floor` does not want the translation of. */
export const belowFloor = (rows: readonly Row[], floor: Standing): readonly Row[] =>
	rows.filter(({ shown }) => !meets(shown, floor));
