/**
 * Estimates the remaining time of a download from its recent pace: earlier minutes, and the time
 * before a pause, do not count.
 */
export interface Moment {
	readonly atMs: number;
	readonly bytes: number;
}

const windowMs = 10_000;
/** Milliseconds of download before which no estimate is made. */
const leastMs = 1_500;

/** Returns the moments that still count after `now` is added. */
export const recentMoments = (moments: readonly Moment[], now: Moment): readonly Moment[] => [
	...moments.filter(({ atMs, bytes }) => atMs >= now.atMs - windowMs && bytes <= now.bytes),
	now
];

/** Returns the estimate, at least one second; null if it is too early, or nothing arrives. */
export function secondsLeft(moments: readonly Moment[], ofBytes: number): number | null {
	const [first] = moments;
	const last = moments.at(-1);
	if (!first || !last || last.atMs - first.atMs < leastMs || last.bytes <= first.bytes) return null;
	const bytesAMs = (last.bytes - first.bytes) / (last.atMs - first.atMs);
	return Math.max(1, Math.ceil((ofBytes - last.bytes) / bytesAMs / 1000));
}
