/**
 * The part of the table that is searched: after the first `i` sentences of the source, between
 * `low[i]` and `high[i]` sentences of the target are consumed. Cell (i, j) has the number `base[i]
 * + j − low[i]`.
 */
import type { ChainAnchor } from './chain';
import { alignByLength } from './length';
import type { Side } from './side';

export interface Corridor {
	readonly low: Uint32Array;
	readonly high: Uint32Array;
	readonly base: Uint32Array;
	/** The number of cells. */
	readonly cells: number;
}

/** A table with at most this many cells is searched whole. */
const wholeCells = 60_000;
/** Cells of the corridor for each sentence, and the least in all: they bound time and memory. */
const cellsPerSentence = 60;
const leastCells = 200_000;
/** The width searched on each side of the straight line, in sentences. */
const margin = 12;
/** The most cells between two anchors that are searched whole; beyond it only a band is. */
const mostBetween = 40_000;
const band = 40;

/** Builds the corridor along anchors that rise on both sides. */
export function corridorAlong(
	source: Side,
	target: Side,
	anchors: () => readonly ChainAnchor[]
): Corridor {
	const [n, m] = [source.count, target.count];
	if ((n + 1) * (m + 1) <= wholeCells) return everything(n, m);
	const along = anchors();
	const most = Math.max(leastCells, cellsPerSentence * (n + m));
	let made = around(source, target, along, mostBetween);
	for (let between = mostBetween / 2; made.cells > most && between > 1000; between /= 2)
		made = around(source, target, along, between);
	return made;
}

function around(
	source: Side,
	target: Side,
	anchors: readonly ChainAnchor[],
	between: number
): Corridor {
	const [n, m] = [source.count, target.count];
	const low = new Uint32Array(n + 1).fill(m);
	const high = new Uint32Array(n + 1);
	const allow = (i: number, first: number, last: number) => {
		if (i < 0 || i > n) return;
		low[i] = Math.min(low[i] ?? 0, Math.max(0, first));
		high[i] = Math.max(high[i] ?? 0, Math.min(m, last));
	};
	const ends = [...anchors, { i: n, j: m, weight: 0 }];
	let [i, j] = [0, 0];
	for (const end of ends) {
		const whole = (end.i - i + 1) * (end.j - j + 1) <= between;
		if (whole)
			for (let at = i - margin; at <= end.i + margin; at++) allow(at, j - margin, end.j + margin);
		else
			for (const [at, to] of wayByLength(source, target, [i, j], [end.i, end.j]))
				for (let row = at - 1; row <= at + 1; row++) allow(row, to - band, to + band);
		[i, j] = [end.i, end.j];
	}
	return corridor(low, high, m);
}

/** Yields the line between two cells that the lengths alone suggest. */
function* wayByLength(
	source: Side,
	target: Side,
	[i, j]: readonly [number, number],
	[n, m]: readonly [number, number]
): Generator<readonly [number, number]> {
	const ours = [...source.lengths.subarray(i, n)];
	const theirs = [...target.lengths.subarray(j, m)];
	let [at, to] = [i, j];
	for (const [left, right] of alignByLength(ours, theirs)) {
		yield [at, to];
		at += left.length;
		to += right.length;
	}
	yield [n, m];
}

/** Builds a corridor from bounds, made monotone and extended to both corners. */
export function corridor(low: Uint32Array, high: Uint32Array, targets: number): Corridor {
	const last = low.length - 1;
	low[0] = 0;
	high[last] = targets;
	for (let i = last - 1; i >= 0; i--) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
	for (let i = 1; i <= last; i++) high[i] = Math.max(high[i] ?? 0, high[i - 1] ?? 0);
	const base = new Uint32Array(last + 2);
	for (let i = 0; i <= last; i++)
		base[i + 1] = (base[i] ?? 0) + Math.max(0, (high[i] ?? 0) - (low[i] ?? 0) + 1);
	return { low, high, base, cells: base[last + 1] ?? 0 };
}

/** Returns the whole table as a corridor. */
export const everything = (sources: number, targets: number): Corridor =>
	corridor(new Uint32Array(sources + 1), new Uint32Array(sources + 1).fill(targets), targets);
