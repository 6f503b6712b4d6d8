/**
 * The reader's position in a text: where it is found again, what of two devices' positions is kept,
 * and whether the text counts as read.
 *
 * Laws (`position.test.ts`): joining is the same in any order; the furthest spot never moves back; a
 * spot is found in every text with at least one row.
 */
import type { Fingerprint } from '../text/fingerprint';
import type { ReadingPosition, Spot } from './store';

export type ReadState = 'unread' | 'reading' | 'read';

/**
 * Returns whether a text counts as read. The reader's mark decides, until they read on after having
 * marked the text as unread. Records without a mark are from before there were any.
 */
export function readState(position: ReadingPosition | null): ReadState {
	if (!position) return 'unread';
	const { mark, paragraph, of, changedAt } = position;
	if (mark) return mark.read ? 'read' : changedAt > mark.at ? 'reading' : 'unread';
	return paragraph >= of ? 'read' : 'reading';
}

const spotOf = ({ fingerprint, paragraph, of }: Spot): Spot => ({
	fingerprint,
	paragraph,
	of
});

/** Returns the furthest spot: the last one where none is recorded apart. */
export const furthestOf = (position: ReadingPosition): Spot =>
	position.furthest ?? spotOf(position);

/** Returns how much of the text lies before the spot and in it, from 0 to 1. */
export const shareOf = ({ paragraph, of }: Spot): number => (of > 0 ? paragraph / of : 0);

const key = ({ fingerprint, paragraph, of }: Spot) => `${fingerprint} ${paragraph} ${of}`;

const further = (a: Spot, b: Spot): Spot => {
	if (shareOf(a) !== shareOf(b)) return shareOf(a) > shareOf(b) ? a : b;
	return key(a) >= key(b) ? a : b;
};

/** Returns the position with `spot` as its furthest if it is further than the one it has. */
export function reaching(position: ReadingPosition, spot: Spot): ReadingPosition {
	const { furthest: _, ...last } = position;
	const furthest = spotOf(further(furthestOf(position), spot));
	return key(furthest) === key(position) ? last : { ...last, furthest };
}

/**
 * Joins two devices' positions in one text: the spot taken last, the furthest spot of either, and
 * the mark set last.
 */
export function joinPositions(a: ReadingPosition, b: ReadingPosition): ReadingPosition {
	const last = age(a) >= age(b) ? a : b;
	const { mark: _, ...unmarked } = reaching(reaching(last, furthestOf(a)), furthestOf(b));
	const mark = laterMark(a.mark, b.mark);
	return mark ? { ...unmarked, mark } : unmarked;
}

/** Orders the spots taken last, also two of the same millisecond. */
const age = (position: ReadingPosition): string =>
	`${position.changedAt} ${key(position)} ${position.within ?? ''}`;

type Mark = ReadingPosition['mark'];

const laterMark = (a: Mark, b: Mark): Mark => {
	if (!a || !b) return a ?? b;
	return `${a.at} ${a.read}` >= `${b.at} ${b.read}` ? a : b;
};

/**
 * Returns the index of the row where `spot` is. A text whose copy came later or has been corrected
 * has other rows: of the rows with the spot's fingerprint the one nearest to its number is taken,
 * and where there is none, the row as far into the text.
 */
export function findSpot(rows: readonly Fingerprint[], spot: Spot): number {
	const { fingerprint, paragraph, of } = spot;
	const before = Math.max(0, paragraph - 1);
	const scale = of === rows.length ? 1 : (rows.length - 1) / Math.max(1, of - 1);
	const near = Math.min(Math.round(before * scale), rows.length - 1);
	const distance = (index: number) => Math.abs(index - near);
	const same = rows.flatMap((row, index) => (row === fingerprint ? [index] : []));
	return same.reduce(
		(best, index) => (distance(index) < distance(best) ? index : best),
		same[0] ?? near
	);
}
