/**
 * All ways to align two texts within a corridor, with the probability of each: a semi-Markov
 * conditional random field (Sarawagi and Cohen, NIPS 2004) whose segments are beads and omissions.
 * The forward–backward recursion gives the probability of every bead.
 *
 * Between two beads all omissions of the source come before those of the target, so that one set of
 * beads is exactly one way.
 */
import { beadTypes, typeCount } from './beadTypes';
import { corridor, type Corridor } from './corridor';
import type { Gaps } from './gaps';

/**
 * The states of a cell: reached by a bead, by an omission of the source, or by one of the target.
 */
const afterBead = 0;
const inSource = 1;
const inTarget = 2;
const states = 3;

export class Lattice {
	/** The score of the bead of each type that ends in each cell; −∞ if there is none. */
	readonly scores: Float32Array;
	readonly #forward: Float64Array;
	readonly #backward: Float64Array;
	/** The result of `#enter` for each cell. */
	readonly #entered: Float64Array;
	#total = 0;

	constructor(
		readonly corridor: Corridor,
		readonly gaps: Gaps
	) {
		this.scores = new Float32Array(corridor.cells * typeCount).fill(-Infinity);
		this.#forward = new Float64Array(corridor.cells * states).fill(-Infinity);
		this.#backward = new Float64Array(corridor.cells * states).fill(-Infinity);
		this.#entered = new Float64Array(corridor.cells);
	}

	get sources(): number {
		return this.corridor.low.length - 1;
	}

	get targets(): number {
		return this.corridor.high[this.sources] ?? 0;
	}

	/** Returns the number of cell (i, j), −1 outside the corridor. */
	cell(i: number, j: number): number {
		if (i < 0 || i > this.sources) return -1;
		const { low, high, base } = this.corridor;
		const first = low[i] ?? 0;
		return j < first || j > (high[i] ?? -1) ? -1 : (base[i] ?? 0) + j - first;
	}

	/** Computes the log of the sum over all ways; the probabilities are available afterwards. */
	run(): number {
		this.#runForward();
		this.#runBackward();
		this.#total = this.#enter(this.sources, this.targets);
		return this.#total;
	}

	/** Returns log Σ of the ways that reach (i, j) with any gap before it closed. */
	#enter(i: number, j: number): number {
		const at = this.cell(i, j) * states;
		if (at < 0) return -Infinity;
		const close = this.gaps.close(i, j);
		const { ends } = this.gaps;
		return add3(
			this.#forward[at + afterBead] ?? -Infinity,
			(this.#forward[at + inSource] ?? -Infinity) + (ends[0][i] ?? 0) + close,
			(this.#forward[at + inTarget] ?? -Infinity) + (ends[1][j] ?? 0) + close
		);
	}

	#runForward(): void {
		const { low, high } = this.corridor;
		const forward = this.#forward;
		const entered = this.#entered;
		for (let i = 0; i <= this.sources; i++)
			for (let j = low[i] ?? 0; j <= (high[i] ?? 0); j++) {
				const cell = this.cell(i, j);
				let sum = i + j === 0 ? 0 : -Infinity;
				for (let type = 0; type < typeCount; type++) {
					const score = this.scores[cell * typeCount + type] ?? -Infinity;
					if (score === -Infinity) continue;
					const [m, n] = beadTypes[type] ?? [1, 1];
					const from = this.cell(i - m, j - n);
					if (from >= 0) sum = add(sum, (entered[from] ?? -Infinity) + score);
				}
				forward[cell * states + afterBead] = sum;
				this.#omitForward(i, j, cell);
				entered[cell] = this.#enter(i, j);
			}
	}

	#omitForward(i: number, j: number, cell: number): void {
		const { starts, extends: more, ends } = this.gaps;
		const above = this.cell(i - 1, j) * states;
		if (above >= 0)
			this.#forward[cell * states + inSource] = add(
				(this.#forward[above] ?? -Infinity) + this.gaps.open(i - 1, j) + (starts[0][i - 1] ?? 0),
				(this.#forward[above + inSource] ?? -Infinity) + (more[0][i - 1] ?? 0)
			);
		const left = this.cell(i, j - 1) * states;
		if (left >= 0)
			this.#forward[cell * states + inTarget] = add3(
				(this.#forward[left] ?? -Infinity) + this.gaps.open(i, j - 1) + (starts[1][j - 1] ?? 0),
				(this.#forward[left + inSource] ?? -Infinity) + (ends[0][i] ?? 0) + (starts[1][j - 1] ?? 0),
				(this.#forward[left + inTarget] ?? -Infinity) + (more[1][j - 1] ?? 0)
			);
	}

	#runBackward(): void {
		const { low, high } = this.corridor;
		const backward = this.#backward;
		const [n, m] = [this.sources, this.targets];
		for (let i = n; i >= 0; i--)
			for (let j = high[i] ?? 0; j >= (low[i] ?? 0); j--) {
				const cell = this.cell(i, j);
				let leave = i === n && j === m ? 0 : -Infinity;
				for (let type = 0; type < typeCount; type++) {
					const [dm, dn] = beadTypes[type] ?? [1, 1];
					const to = this.cell(i + dm, j + dn);
					if (to < 0) continue;
					const score = this.scores[to * typeCount + type] ?? -Infinity;
					if (score !== -Infinity)
						leave = add(leave, (backward[to * states + afterBead] ?? -Infinity) + score);
				}
				this.#omitBackward(i, j, cell, leave);
			}
	}

	/** `leave`: log Σ of the ways on from (i, j) by a bead, or of ending there. */
	#omitBackward(i: number, j: number, cell: number, leave: number): void {
		const { starts, extends: more, ends } = this.gaps;
		const close = this.gaps.close(i, j) + leave;
		const below = this.cell(i + 1, j) * states;
		const right = this.cell(i, j + 1) * states;
		const down = below < 0 ? -Infinity : (this.#backward[below + inSource] ?? -Infinity);
		const along = right < 0 ? -Infinity : (this.#backward[right + inTarget] ?? -Infinity);
		const open = this.gaps.open(i, j);
		const at = cell * states;
		this.#backward[at + afterBead] = add3(
			leave,
			down + open + (starts[0][i] ?? 0),
			along + open + (starts[1][j] ?? 0)
		);
		this.#backward[at + inSource] = add3(
			(ends[0][i] ?? 0) + close,
			down + (more[0][i] ?? 0),
			along + (ends[0][i] ?? 0) + (starts[1][j] ?? 0)
		);
		this.#backward[at + inTarget] = add((ends[1][j] ?? 0) + close, along + (more[1][j] ?? 0));
	}

	/** Returns how much likelier all ways together are than the one without any link, in nats. */
	odds(): number {
		const { starts, extends: more, ends } = this.gaps;
		const [n, m] = [this.sources, this.targets];
		const omitted = (side: 0 | 1, count: number) => {
			let sum = count > 0 ? (starts[side][0] ?? 0) + (ends[side][count] ?? 0) : 0;
			for (let at = 1; at < count; at++) sum += more[side][at] ?? 0;
			return sum;
		};
		const nothing = this.gaps.open(0, 0) + omitted(0, n) + omitted(1, m) + this.gaps.close(n, m);
		return this.#total - nothing;
	}

	/**
	 * Returns the corridor without the cells whose probability is below `least`, with `margin` around
	 * the rest: coarse-to-fine search by posteriors, Petrov and Klein (2007,
	 * https://aclanthology.org/N07-1051/).
	 */
	narrowed(least: number, margin: number): Corridor {
		const { low, high } = this.corridor;
		const first = new Uint32Array(this.sources + 1).fill(this.targets);
		const last = new Uint32Array(this.sources + 1);
		for (let i = 0; i <= this.sources; i++)
			for (let j = low[i] ?? 0; j <= (high[i] ?? 0); j++) {
				if (this.#through(this.cell(i, j)) < least) continue;
				first[i] = Math.min(first[i] ?? 0, Math.max(0, j - margin));
				last[i] = Math.max(last[i] ?? 0, Math.min(this.targets, j + margin));
			}
		return corridor(
			widened(first, margin, Math.min),
			widened(last, margin, Math.max),
			this.targets
		);
	}

	/** Returns the probability that a bead or an omission ends in a cell. */
	#through(cell: number): number {
		const at = cell * states;
		let sum = 0;
		for (let state = 0; state < states; state++)
			sum += Math.exp(
				(this.#forward[at + state] ?? -Infinity) +
					(this.#backward[at + state] ?? -Infinity) -
					this.#total
			);
		return sum;
	}

	/** Returns the probability of the bead of a type that ends in cell (i, j). */
	probability(i: number, j: number, type: number): number {
		const cell = this.cell(i, j);
		const score = this.scores[cell * typeCount + type] ?? -Infinity;
		if (score === -Infinity) return 0;
		const [m, n] = beadTypes[type] ?? [1, 1];
		const from = this.#entered[this.cell(i - m, j - n)] ?? -Infinity;
		const after = this.#backward[cell * states + afterBead] ?? -Infinity;
		return Math.min(1, Math.exp(from + score + after - this.#total));
	}

	/** Visits each bead whose probability is at least `least`. */
	beads(least: number, visit: (i: number, j: number, type: number, p: number) => void): void {
		const { low, high } = this.corridor;
		for (let i = 0; i <= this.sources; i++)
			for (let j = low[i] ?? 0; j <= (high[i] ?? 0); j++)
				for (let type = 0; type < typeCount; type++) {
					const p = this.probability(i, j, type);
					if (p >= least) visit(i, j, type, p);
				}
	}

	/** Returns the probability of each source and each target sentence to have no counterpart. */
	omissions(): readonly [source: Float64Array, target: Float64Array] {
		const omitted = [
			new Float64Array(this.sources).fill(1),
			new Float64Array(this.targets).fill(1)
		] as const;
		this.beads(0, (i, j, type, p) => {
			const [m, n] = beadTypes[type] ?? [1, 1];
			for (let at = i - m; at < i; at++) omitted[0][at] = (omitted[0][at] ?? 0) - p;
			for (let at = j - n; at < j; at++) omitted[1][at] = (omitted[1][at] ?? 0) - p;
		});
		return omitted;
	}
}

/** Returns log(eᵃ + eᵇ). */
function add(a: number, b: number): number {
	if (a === -Infinity) return b;
	if (b === -Infinity) return a;
	const d = a - b;
	if (d > 40) return a;
	if (d < -40) return b;
	return d > 0 ? a + Math.log1p(Math.exp(-d)) : b + Math.log1p(Math.exp(d));
}

const add3 = (a: number, b: number, c: number): number => add(add(a, b), c);

/** Widens each bound to the furthest one within `margin` rows. */
function widened(
	bounds: Uint32Array,
	margin: number,
	further: (a: number, b: number) => number
): Uint32Array {
	return bounds.map((bound, i) => {
		let furthest = bound;
		for (let at = Math.max(0, i - margin); at <= i + margin; at++)
			furthest = further(furthest, bounds[at] ?? furthest);
		return furthest;
	});
}
