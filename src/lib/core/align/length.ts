/**
 * Alignment by length alone, after W. A. Gale and K. W. Church, "A Program for Aligning Sentences
 * in Bilingual Corpora", Computational Linguistics 19(1), 1993
 * (https://aclanthology.org/J93-1004/): of all monotone beads, those with the least sum of −log
 * P(bead type) − log P(δ | match), where δ = (l₂ − l₁c) / √(s² · (l₁ + l₂/c)/2), and P(δ | match) =
 * 2(1 − Φ(|δ|)).
 *
 * One thing differs. The paper compares an item without a counterpart with a length of 0; that
 * costs so much that omissions hardly ever occur. Here an omission costs only its type’s −log P:
 * there is no length to compare. On ../shared/alignment this takes strict F1 from 77.4 to 89.5
 * (natural), 81.4 to 90.5 (heavy) and 93.8 to 97.0 (moderate).
 */
import { run, type Beads } from './bead';

/**
 * Characters of the target for one of the source, and the variance of that: the paper’s c and s².
 */
const ratio = 1;
const variance = 6.8;

/** The paper’s bead types, and the probability it found for each. */
const types = [
	{ source: 1, target: 1, cost: -Math.log(0.89) },
	{ source: 1, target: 0, cost: -Math.log(0.0099) },
	{ source: 0, target: 1, cost: -Math.log(0.0099) },
	{ source: 2, target: 1, cost: -Math.log(0.089) },
	{ source: 1, target: 2, cost: -Math.log(0.089) },
	{ source: 2, target: 2, cost: -Math.log(0.011) }
] as const;

/**
 * The furthest an alignment may stray from the straight line, in items: it bounds time and memory.
 */
const reach = 60;

/**
 * Links two sequences by the lengths of their items (in characters). Laws: monotone; every index of
 * both sides is in exactly one bead; time and memory are linear in the longer side.
 */
export function alignByLength(source: readonly number[], target: readonly number[]): Beads {
	return source.length < target.length
		? align(target, source).map(([theirs, ours]) => [ours, theirs])
		: align(source, target);
}

/**
 * Aligns with `source` as the longer side, so that the straight line rises by at most one per row.
 */
function align(source: readonly number[], target: readonly number[]): Beads {
	const table = new Table(source.length, target.length);
	const from = sums(source);
	const to = sums(target);
	const between = (all: Float64Array, start: number, end: number) =>
		(all[end] ?? 0) - (all[start] ?? 0);
	table.fill((i, j, type) => {
		const { source: m, target: n, cost } = types[type];
		const linked = m > 0 && n > 0;
		return linked ? cost + distance(between(from, i - m, i), between(to, j - n, j)) : cost;
	});
	return table.path();
}

/** Returns the sum of the lengths before each item, and of all. */
function sums(lengths: readonly number[]): Float64Array {
	const all = new Float64Array(lengths.length + 1);
	lengths.forEach((length, at) => (all[at + 1] = (all[at] ?? 0) + length));
	return all;
}

/** Returns −log P(δ | match) of two lengths. */
function distance(source: number, target: number): number {
	const mean = (source + target / ratio) / 2;
	const delta = mean === 0 ? 0 : (target - source * ratio) / Math.sqrt(variance * mean);
	return -logErfc(Math.abs(delta) / Math.SQRT2);
}

/**
 * Returns log erfc(x) for x ≥ 0, to seven figures: the Chebyshev fit of Numerical Recipes (§6.2,
 * `erfcc`), in logarithms, since erfc itself soon underflows to 0.
 */
function logErfc(x: number): number {
	const t = 1 / (1 + x / 2);
	return Math.log(t) - x * x + fit.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
}

const fit = [
	-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
	-0.82215223, 0.17087277
];

type Type = 0 | 1 | 2 | 3 | 4 | 5;
const order: readonly Type[] = [0, 1, 2, 3, 4, 5];

/** A band of the dynamic programming table: the least cost of every pair of prefixes. */
class Table {
	readonly #costs: Float64Array;
	readonly #types: Uint8Array;
	readonly #width = 2 * reach + 1;

	constructor(
		readonly sources: number,
		readonly targets: number
	) {
		this.#costs = new Float64Array((sources + 1) * this.#width).fill(Infinity);
		this.#types = new Uint8Array(this.#costs.length);
		this.#costs[this.#cell(0, 0)] = 0;
	}

	/** Returns the array index of the first `i` and first `j` items, −1 outside the band. */
	#cell(i: number, j: number): number {
		const column = j - this.#centre(i) + reach;
		const inside = i >= 0 && j >= 0 && j <= this.targets && column >= 0 && column < this.#width;
		return inside ? i * this.#width + column : -1;
	}

	#centre(i: number): number {
		return this.sources === 0 ? 0 : Math.round((i * this.targets) / this.sources);
	}

	/** @param cost of a bead of some type that ends before source `i` and target `j` */
	fill(cost: (i: number, j: number, type: Type) => number): void {
		for (let i = 0; i <= this.sources; i++) {
			const first = Math.max(0, this.#centre(i) - reach);
			const last = Math.min(this.targets, this.#centre(i) + reach);
			for (let j = first; j <= last; j++) for (const type of order) this.#reach(i, j, type, cost);
		}
	}

	#reach(
		i: number,
		j: number,
		type: Type,
		cost: (i: number, j: number, type: Type) => number
	): void {
		const before = this.#costs[this.#cell(i - types[type].source, j - types[type].target)];
		if (before === undefined || before === Infinity) return;
		const cell = this.#cell(i, j);
		const sum = before + cost(i, j, type);
		if (sum >= (this.#costs[cell] ?? 0)) return;
		this.#costs[cell] = sum;
		this.#types[cell] = type;
	}

	/** Returns the beads with the least cost. */
	path(): Beads {
		const path: [readonly number[], readonly number[]][] = [];
		for (let i = this.sources, j = this.targets; i > 0 || j > 0;) {
			const { source, target } = types[order[this.#types[this.#cell(i, j)] ?? 0] ?? 0];
			i -= source;
			j -= target;
			path.push([run(i, source), run(j, target)]);
		}
		return path.reverse();
	}
}
