/**
 * How long a download will still take, from how it went of late: what it did a minute ago, or before
 * a pause, says nothing.
 */
export interface Moment {
	readonly atMs: number;
	readonly bytes: number;
}

const windowMs = 10_000;
/** Before that nobody can tell. */
const leastMs = 1_500;

/** The moments that still count once `now` is there too. */
export const paced = (moments: readonly Moment[], now: Moment): readonly Moment[] => [
	...moments.filter(({ atMs, bytes }) => atMs >= now.atMs - windowMs && bytes <= now.bytes),
	now
];

/** Null where it cannot be told: too early, or nothing comes. Never less than a second. */
export function secondsLeft(moments: readonly Moment[], ofBytes: number): number | null {
	const [first] = moments;
	const last = moments.at(-1);
	if (!first || !last || last.atMs - first.atMs < leastMs || last.bytes <= first.bytes) return null;
	const bytesAMs = (last.bytes - first.bytes) / (last.atMs - first.atMs);
	return Math.max(1, Math.ceil((ofBytes - last.bytes) / bytesAMs / 1000));
}
