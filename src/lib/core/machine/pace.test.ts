import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../../../tests/models/random';
import { atOnce, effortOf, recentBatches, secondsFor, type TimedBatch } from './pace';

/** Makes a chapter’s sentences, in characters, as uneven as a novel’s. */
function sentences(seed: number, count: number): readonly number[] {
	const next = random(seed);
	return Array.from({ length: count }, () => Math.ceil(12 + 90 * -Math.log(1 - 0.98 * next())));
}

interface Device {
	/** Milliseconds for a token of an answer, and for a step of a batch. */
	readonly token: number;
	readonly step: number;
}

/** Simulates batches of eight: a step for each token of the longest, and a token for each answer’s. */
function batchesOf(lengths: readonly number[], device: Device, seed: number): TimedBatch[] {
	const next = random(seed);
	const batches: TimedBatch[] = [];
	for (let at = 0; at < lengths.length; at += atOnce) {
		const own = lengths.slice(at, at + atOnce);
		// Answers are shorter or longer than their sentences by up to a third.
		const tokens = own.map((length) => (length / 4.5) * (0.67 + 0.66 * next()));
		const ms =
			device.token * tokens.reduce((sum, one) => sum + one, 0) + device.step * Math.max(...tokens);
		batches.push({ effort: effortOf(own.map((length) => 'x'.repeat(length))), ms });
	}
	return batches;
}

const sumOf = (batches: readonly TimedBatch[], key: keyof TimedBatch): number =>
	batches.reduce((sum, batch) => sum + batch[key], 0);

/** Devices from three times as fast to four times as slow as the one that was measured. */
const device = fc
	.record({
		slowness: fc.double({ min: 0.3, max: 4, noNaN: true }),
		token: fc.double({ min: 1, max: 5, noNaN: true }),
		step: fc.double({ min: 1, max: 30, noNaN: true })
	})
	.map(({ slowness, token, step }): Device => ({ token: slowness * token, step: slowness * step }));

/** Returns, for each moment after a minute of work, whether the time left is right. */
function moments(all: readonly TimedBatch[]): readonly boolean[] {
	const right: boolean[] = [];
	let recent: readonly TimedBatch[] = [];
	let worked = 0;
	let rest = { ms: sumOf(all, 'ms'), effort: sumOf(all, 'effort') };
	for (const batch of all) {
		recent = recentBatches(recent, batch);
		worked += batch.ms;
		rest = { ms: rest.ms - batch.ms, effort: rest.effort - batch.effort };
		if (worked < 60_000) continue;
		const truth = rest.ms / 1000;
		const told = secondsFor(recent, rest.effort) ?? Infinity;
		right.push(Math.abs(told - truth) <= Math.max(0.2 * truth, 10));
	}
	return right;
}

test('law: after a minute the time left is right within 20 %, 999 times in 1,000', () => {
	let [right, all] = [0, 0];
	fc.assert(
		fc.property(fc.nat(), fc.integer({ min: 300, max: 3000 }), device, (seed, count, device) => {
			const told = moments(batchesOf(sentences(seed, count), device, seed + 1));
			all += told.length;
			right += told.filter((isRight) => isRight).length;
		})
	);
	expect(right / all).toBeGreaterThan(0.999);
});

test('a device that has become slower is noticed within three minutes', () => {
	const lengths = sentences(3, 4000);
	const fast = batchesOf(lengths, { token: 5, step: 5 }, 1);
	const slow = batchesOf(lengths, { token: 15, step: 15 }, 1);
	let recent: readonly TimedBatch[] = [];
	for (const batch of fast) recent = recentBatches(recent, batch);
	let worked = 0;
	const used = slow.filter(({ ms }) => (worked += ms) < 190_000);
	for (const batch of used) recent = recentBatches(recent, batch);
	const rest = slow.slice(used.length);
	const truth = sumOf(rest, 'ms') / 1000;
	const told = secondsFor(recent, sumOf(rest, 'effort')) ?? 0;
	expect(Math.abs(told - truth)).toBeLessThanOrEqual(0.2 * truth);
});

test('there is no estimate before five seconds of work', () => {
	expect(secondsFor([], 100)).toBeNull();
	expect(secondsFor([{ effort: 100, ms: 4999 }], 100)).toBeNull();
	expect(secondsFor([{ effort: 100, ms: 5000 }], 100)).toBe(5);
});
