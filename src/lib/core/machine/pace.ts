/**
 * Estimates how long a translation will take from how fast the device translated last.
 *
 * Law (`pace.test.ts`): after a minute of work the estimate is within 20 % of the truth, or ten
 * seconds, 999 times in 1,000, on a device whose speed stays the same. Not always: nobody knows how
 * long answers will be, and a slow device has done only eight batches in a minute.
 */

/** Sentences that were computed together. */
export interface TimedBatch {
	/** See `effortOf`. */
	readonly effort: number;
	readonly ms: number;
}

/** Sentences that are computed together. */
export const atOnce = 8;

/**
 * Returns the work of translating texts in batches, in characters: a batch takes as many steps as
 * its longest text, and the larger it is, the longer each of them.
 */
export function effortOf(texts: readonly string[]): number {
	let effort = 0;
	for (let at = 0; at < texts.length; at += atOnce) {
		const lengths = texts.slice(at, at + atOnce).map(({ length }) => length);
		effort += lengths.reduce((sum, one) => sum + one, 0) + atOnce * Math.max(...lengths);
	}
	return effort;
}

/**
 * Milliseconds of work by which the pace is measured. Earlier work does not count: a device may get
 * hot, or be plugged in.
 */
const windowMs = 180_000;
/** Milliseconds of work before which no estimate is made. */
const leastMs = 5_000;

/** Returns the batches that still count after `batch` is added. */
export function recentBatches(
	batches: readonly TimedBatch[],
	batch: TimedBatch
): readonly TimedBatch[] {
	let ms = 0;
	return [batch, ...batches.toReversed()]
		.filter((one) => (ms += one.ms) - one.ms < windowMs)
		.reverse();
}

/** Returns the estimate for so much work, in seconds; null if it is too early. */
export function secondsFor(batches: readonly TimedBatch[], effort: number): number | null {
	const ms = batches.reduce((sum, batch) => sum + batch.ms, 0);
	const measured = batches.reduce((sum, batch) => sum + batch.effort, 0);
	if (ms < leastMs || measured === 0) return null;
	return Math.ceil((effort * ms) / measured / 1000);
}
