/**
 * Decides which paragraphs have been read, from what was in view and for how long. There is no
 * clock here: the caller says how long. A paragraph has been read once the reader has stayed on it
 * for a quarter of its reading time. The time in one view goes to its paragraphs in order: nobody
 * reads two at once.
 *
 * Law (`dwell.test.ts`): the paragraphs read never need more time than was given.
 */
import { wordsPerMinute } from '../text/words';

/** The rows in view: 0-based, both ends included. */
export interface RowsShown {
	readonly first: number;
	readonly last: number;
}

/**
 * A stretch of reading without a jump. `spent` is the time on each row that counts for it, in
 * milliseconds; `read` are the rows whose time is complete.
 */
export interface Stretch {
	readonly shown: RowsShown | null;
	readonly spent: ReadonlyMap<number, number>;
	readonly read: ReadonlySet<number>;
}

export const noStretch: Stretch = { shown: null, spent: new Map(), read: new Set() };

/** Number of paragraphs that must be read in a stretch before its place counts. */
const paragraphsForPlace = 2;
/** A paragraph needs this share of its reading time: fast readers read in half of it. */
const shareNeeded = 1 / 4;
/** The least and the most time that a paragraph needs, in milliseconds. */
const leastMs = 600;
const mostMs = 8000;

/** Returns how long a reader must stay on a paragraph of this many words, in milliseconds. */
export const msNeeded = (words: number): number =>
	Math.min(mostMs, Math.max(leastMs, (words / wordsPerMinute) * 60_000 * shareNeeded));

/**
 * Returns the stretch after `ms` milliseconds at rest with these rows in view. Rows that neither
 * overlap nor follow the earlier ones begin a new stretch: the reader has jumped.
 */
export function stay(
	stretch: Stretch,
	shown: RowsShown,
	ms: number,
	needs: (row: number) => number
): Stretch {
	const { spent: earlier, read: done } = isJump(stretch.shown, shown) ? noStretch : stretch;
	const spent = new Map(earlier);
	const read = new Set(done);
	let left = ms;
	for (let row = shown.first; row <= shown.last && left > 0; row++) {
		if (read.has(row)) continue;
		const had = spent.get(row) ?? 0;
		const given = Math.min(left, needs(row) - had);
		left -= given;
		spent.set(row, had + given);
		if (had + given >= needs(row)) read.add(row);
	}
	return { shown, spent, read };
}

const isJump = (was: RowsShown | null, shown: RowsShown): boolean =>
	was !== null && (shown.first > was.last + 1 || shown.last < was.first - 1);

/** Whether so much was read in this stretch that its place counts; a short text has fewer rows. */
export const countsAsPlace = ({ read }: Stretch, rows: number): boolean =>
	rows > 0 && read.size >= Math.min(paragraphsForPlace, rows);

/** Returns the last row that was read in the stretch; -1 for none. */
export const lastRead = ({ read }: Stretch): number => Math.max(-1, ...read);
