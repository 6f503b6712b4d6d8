/** Checks that work takes linear time, without a limit in seconds. */
import process from 'node:process';
import { expect } from 'vitest';

/** Characters of the shorter text: long enough that the work takes measurable time. */
const shortLength = 16_000;
const times = 16;

/**
 * The largest allowed ratio of times, for a text 16 times as long. Linear work takes 12 to 54
 * times as long (slower as memory grows); quadratic work takes 256 times.
 */
const bound = 128;

/** Shortest measured time in milliseconds: the processor’s clock shows less time wrongly. */
const measurable = 20;

/**
 * Tries. Other load may slow some of them; the work counts as non-linear only if every try is
 * slow.
 */
const tries = 10;

/** Expects `work` on what `make` returns for a size to take time in proportion to that size. */
export function expectLinear<Made>(
	make: (size: number) => Made,
	work: (made: Made) => void,
	size = shortLength
): void {
	const [short, long] = [make(size), make(size * times)];
	// The first runs are slow because they are compiled: warm up.
	for (let run = 0; run < 5; run++) work(short);
	let [shortMs, longMs] = [Infinity, Infinity];
	for (let run = 0; run < tries; run++) {
		for (let each = 0; each < 3; each++) shortMs = Math.min(shortMs, timed(work, short));
		longMs = Math.min(longMs, timed(work, long));
		if (longMs <= bound * shortMs) return;
	}
	expect.fail(`${times} times as much took ${Math.round(longMs / shortMs)} times as long`);
}

/** Returns the processor time of one run, which leaves out other programs. */
function timed<Made>(work: (made: Made) => void, made: Made): number {
	const started = process.cpuUsage();
	for (let runs = 1; ; runs++) {
		work(made);
		const { user, system } = process.cpuUsage(started);
		const ms = (user + system) / 1000;
		if (ms >= measurable) return ms / runs;
	}
}

/** Repeats a piece of text up to a length. */
export const repeated =
	(piece: string) =>
	(length: number): string =>
		piece.repeat(Math.ceil(length / piece.length));
