/** Counts how much of an article is translated, and by whom. */
import { shownTrustLevel, type TrustLevel } from './trust';
import type { Row } from './row';
import { isUntranslated } from './untranslated';

/** Rows by trust level; `stale` of them show a translation of an older original. */
export type Coverage = Readonly<Record<TrustLevel, number>> & {
	readonly total: number;
	readonly stale: number;
};

/**
 * Law: the levels add up to `total`, the number of rows; a row without words that nothing stands
 * beside is not counted.
 */
export function coverage(rows: readonly Row[]): Coverage {
	const counts = { human: 0, corrected: 0, reviewed: 0, ai: 0, machine: 0, none: 0, stale: 0 };
	const counted = rows.filter((row) => row.shown.kind !== 'missing' || isUntranslated(row));
	for (const { shown } of counted) {
		counts[shownTrustLevel(shown)] += 1;
		if (shown.kind === 'translated' && shown.stale) counts.stale += 1;
	}
	return { ...counts, total: counted.length };
}
