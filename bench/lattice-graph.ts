/**
 * The aligner's lattice as an explicit graph, for learning its weights: every edge with its features,
 * so that the gradient is a sum over edges. `src/lib/core/align/lattice.ts` computes the same sums in
 * less time and memory.
 */
import { beadTypes, typeCount } from '../src/lib/core/align/beadTypes';
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures, ratesOf, sizeOf } from '../src/lib/core/align/gaps';
import type { Lattice } from '../src/lib/core/align/lattice';
import type { Scorer } from '../src/lib/core/align/scorer';
import type { Side } from '../src/lib/core/align/side';
import type { Right } from './right-ways';

type GapFeature = (typeof gapFeatures)[number];
type Features = readonly (readonly [name: GapFeature, value: number])[];

export const weightCount = beadFeatures.length + gapFeatures.length;
const no = new Set(
	(process.env.NO ?? '').split(',').map((n) => {
		const b = (beadFeatures as readonly string[]).indexOf(n);
		return b >= 0 ? b : beadFeatures.length + (gapFeatures as readonly string[]).indexOf(n);
	})
);
const gapIndex = new Map(gapFeatures.map((name, at) => [name, beadFeatures.length + at]));

/** What a cell is reached by; `entered` is a cell with any gap before it closed. */
const [afterBead, inSource, inTarget, entered] = [0, 1, 2, 3] as const;
const states = 4;

/** Edges in an order in which every edge comes after those that lead to where it starts. */
export class Graph {
	readonly #from: number[] = [];
	readonly #to: number[] = [];
	readonly #starts: number[] = [0];
	readonly #features: number[] = [];
	readonly #values: number[] = [];
	readonly #gold: boolean[] = [];
	readonly #nodes: number;
	readonly #rates: readonly [number, number];
	readonly #out = new Float64Array(beadFeatures.length);

	constructor(
		readonly source: Side,
		readonly target: Side,
		scorer: Scorer,
		readonly lattice: Lattice,
		readonly right: Right
	) {
		const { corridor } = lattice;
		this.#rates = ratesOf(scorer.habits);
		this.#nodes = corridor.cells * states;
		for (let i = 0; i <= source.count; i++) {
			if (i > 0) scorer.read(i - 1, 0, target.count);
			for (let j = corridor.low[i] ?? 0; j <= (corridor.high[i] ?? 0); j++) {
				this.#beads(i, j, scorer);
				this.#omissions(i, j);
				this.#closings(i, j);
			}
		}
	}

	/** The node of a state of cell (i, j), −1 outside the corridor. */
	#node(i: number, j: number, state: number): number {
		const { low, high, base } = this.lattice.corridor;
		const first = low[i] ?? 0;
		const outside = i < 0 || j < first || j > (high[i] ?? -1);
		return outside ? -1 : ((base[i] ?? 0) + j - first) * states + state;
	}

	#add(from: number, to: number, gold: boolean, features: Features = []): void {
		if (from < 0) return;
		this.#from.push(from);
		this.#to.push(to);
		this.#gold.push(gold);
		for (const [name, value] of features) this.#put(gapIndex.get(name) ?? 0, value);
		this.#starts.push(this.#features.length);
	}

	#put(feature: number, value: number): void {
		if (value === 0 || no.has(feature)) return;
		this.#features.push(feature);
		this.#values.push(value);
	}

	#beads(i: number, j: number, scorer: Scorer): void {
		for (const [type, [m, n]] of beadTypes.entries()) {
			const from = this.#node(i - m, j - n, entered);
			// Only what the second pass has tried.
			const tried = this.lattice.scores[this.lattice.cell(i, j) * typeCount + type];
			if (from < 0 || tried === -Infinity) continue;
			scorer.features(i, j, type, this.#out);
			for (const [feature, value] of this.#out.entries()) this.#put(feature, value);
			this.#add(from, this.#node(i, j, afterBead), this.right.bead(i - m, m, j - n, n));
		}
	}

	#omissions(i: number, j: number): void {
		const { source, target } = this;
		if (i > 0) {
			const right = this.right.omission(0, i - 1);
			const [to, opening] = [this.#node(i, j, inSource), this.#opening(i - 1, j)];
			const first = start(source, i - 1, this.#rates[0]);
			this.#add(this.#node(i - 1, j, afterBead), to, right, [...opening, ...first]);
			this.#add(this.#node(i - 1, j, inSource), to, right, more(source, i - 1, this.#rates[0]));
		}
		if (j > 0) {
			const right = this.right.omission(1, j - 1);
			const [to, opening] = [this.#node(i, j, inTarget), this.#opening(i, j - 1)];
			const first = start(target, j - 1, this.#rates[1]);
			this.#add(this.#node(i, j - 1, afterBead), to, right, [...opening, ...first]);
			this.#add(this.#node(i, j - 1, inSource), to, right, [...end(source, i), ...first]);
			this.#add(this.#node(i, j - 1, inTarget), to, right, more(target, j - 1, this.#rates[1]));
		}
	}

	#opening(i: number, j: number): Features {
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		return [
			['open', 1],
			['openOne', both === 1 ? 1 : 0],
			['openBoth', both === 2 ? 1 : 0],
			['edge', i + j === 0 ? 1 : 0]
		];
	}

	#closings(i: number, j: number): void {
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		const close: Features = [
			['closeOne', both === 1 ? 1 : 0],
			['closeBoth', both === 2 ? 1 : 0],
			['edge', i === this.source.count && j === this.target.count ? 1 : 0]
		];
		const to = this.#node(i, j, entered);
		this.#add(this.#node(i, j, afterBead), to, true);
		this.#add(this.#node(i, j, inSource), to, true, [...end(this.source, i), ...close]);
		this.#add(this.#node(i, j, inTarget), to, true, [...end(this.target, j), ...close]);
	}

	/**
	 * The log-likelihood of the right ways, its slope added to `slope`; 0 and nothing where none of
	 * them is in the corridor.
	 */
	likelihood(weights: Float64Array, slope: Float64Array): number {
		const { share } = this.right;
		const right = this.#expect(weights, true, share, slope);
		return right > -Infinity ? share * (right - this.#expect(weights, false, -share, slope)) : 0;
	}

	/**
	 * Adds `scale` times what each feature is expected to be to `into`, over all ways or only the right
	 * ones, and returns the log of the sum of the ways; −∞ where there is none.
	 */
	#expect(weights: Float64Array, onlyGold: boolean, scale: number, into: Float64Array): number {
		const nodes = this.#nodes;
		const scores = this.#scores(weights, onlyGold);
		const forward = new Float64Array(nodes).fill(-Infinity);
		const backward = new Float64Array(nodes).fill(-Infinity);
		forward[0] = 0;
		for (let edge = 0; edge < scores.length; edge++) {
			const score = scores[edge] ?? -Infinity;
			if (score === -Infinity) continue;
			const to = this.#to[edge] ?? 0;
			forward[to] = add(
				forward[to] ?? -Infinity,
				(forward[this.#from[edge] ?? 0] ?? -Infinity) + score
			);
		}
		const total = forward[nodes - 1] ?? -Infinity;
		if (total === -Infinity) return total;
		backward[nodes - 1] = 0;
		for (let edge = scores.length - 1; edge >= 0; edge--) {
			const [from, to] = [this.#from[edge] ?? 0, this.#to[edge] ?? 0];
			const rest = (backward[to] ?? -Infinity) + (scores[edge] ?? 0);
			if (rest === -Infinity) continue;
			backward[from] = add(backward[from] ?? -Infinity, rest);
			const p = Math.exp((forward[from] ?? -Infinity) + rest - total);
			if (p < 1e-7) continue;
			for (let at = this.#starts[edge] ?? 0; at < (this.#starts[edge + 1] ?? 0); at++) {
				const feature = this.#features[at] ?? 0;
				into[feature] = (into[feature] ?? 0) + scale * p * (this.#values[at] ?? 0);
			}
		}
		return total;
	}

	#scores(weights: Float64Array, onlyGold: boolean): Float64Array {
		const scores = new Float64Array(this.#from.length).fill(-Infinity);
		for (let edge = 0; edge < scores.length; edge++) {
			if (onlyGold && !this.#gold[edge]) continue;
			let sum = 0;
			const end = this.#starts[edge + 1] ?? 0;
			for (let at = this.#starts[edge] ?? 0; at < end; at++)
				sum += (weights[this.#features[at] ?? 0] ?? 0) * (this.#values[at] ?? 0);
			scores[edge] = sum;
		}
		return scores;
	}
}

const sentence = (side: Side, at: number, rate: number): Features => [
	['rate', rate],
	['size', sizeOf(side.lengths[at] ?? 0)],
	['heading', side.headings[at] ?? 0]
];
const start = (side: Side, at: number, rate: number): Features => [
	['run', 1],
	['runParagraph', side.opens[at] ?? 0],
	...sentence(side, at, rate)
];
const more = (side: Side, at: number, rate: number): Features => [
	['extend', 1],
	['extendParagraph', side.opens[at] ?? 0],
	...sentence(side, at, rate)
];
const end = (side: Side, at: number): Features => [['endParagraph', side.opens[at] ?? 0]];

/** log(eᵃ + eᵇ). */
function add(a: number, b: number): number {
	if (a === -Infinity || b === -Infinity) return Math.max(a, b);
	return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
