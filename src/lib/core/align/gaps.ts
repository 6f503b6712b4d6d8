/**
 * The cost of omissions. A gap is a run of source sentences without a counterpart, then one of
 * target sentences; either may be empty. One long gap is likelier than many short ones, and gaps
 * tend to begin and end at paragraph breaks. All of it stays the same when the two sides are
 * exchanged.
 */
import { usualHabits, type PairStatistics } from './habits';
import type { Side } from './side';

/** The features of gaps, in order. */
export const gapFeatures = [
	/** A gap begins: where neither, one or both sides begin a paragraph; at an edge of the text. */
	'open',
	'openOne',
	'openBoth',
	'edge',
	/** A gap ends, likewise. */
	'closeOne',
	'closeBoth',
	/** A run begins, at a paragraph break or not; continues, likewise; ends at a paragraph break. */
	'run',
	'runParagraph',
	'extend',
	'extendParagraph',
	'endParagraph',
	/** Each sentence in a gap: its length, and whether it is a heading. */
	'size',
	'heading',
	/** Each sentence in a gap: how many of its text have no counterpart, as the first pass found. */
	'rate'
] as const;

export type GapWeights = Readonly<Record<(typeof gapFeatures)[number], number>>;

/** The omission scores of both sides, summed in advance. */
export class Gaps {
	/**
	 * The score of each sentence as the first of a run and as a later one, and of a run’s end before
	 * it.
	 */
	readonly starts: readonly [source: Float64Array, target: Float64Array];
	readonly extends: readonly [source: Float64Array, target: Float64Array];
	readonly ends: readonly [source: Float64Array, target: Float64Array];

	constructor(
		readonly source: Side,
		readonly target: Side,
		readonly weights: GapWeights,
		habits: PairStatistics = usualHabits
	) {
		const sides = [source, target] as const;
		const rates = ratesOf(habits);
		const each = (number: 0 | 1, add: (opens: number) => number) => {
			const side = sides[number];
			const rate = rates[number] * weights.rate;
			return Float64Array.from(
				{ length: side.count },
				(_, at) => add(side.opens[at] ?? 0) + this.#sentence(side, at) + rate
			);
		};
		const { run, runParagraph, extend, extendParagraph, endParagraph } = weights;
		const start = (opens: number) => run + opens * runParagraph;
		const more = (opens: number) => extend + opens * extendParagraph;
		this.starts = [each(0, start), each(1, start)];
		this.extends = [each(0, more), each(1, more)];
		const [ours, theirs] = sides.map(({ opens }) =>
			Float64Array.from(opens, (open) => open * endParagraph)
		);
		this.ends = [ours ?? new Float64Array(), theirs ?? new Float64Array()];
	}

	#sentence({ lengths, headings }: Side, at: number): number {
		return (
			sizeOf(lengths[at] ?? 0) * this.weights.size + (headings[at] ?? 0) * this.weights.heading
		);
	}

	/** Returns the score of opening a gap before source sentence `i` and target sentence `j`. */
	open(i: number, j: number): number {
		const { open, openOne, openBoth, edge } = this.weights;
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		return open + (both === 2 ? openBoth : both * openOne) + (i + j === 0 ? edge : 0);
	}

	/** Returns the score of closing a gap there. */
	close(i: number, j: number): number {
		const { closeOne, closeBoth, edge } = this.weights;
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		const last = i === this.source.count && j === this.target.count;
		return (both === 2 ? closeBoth : both * closeOne) + (last ? edge : 0);
	}
}

/** Returns by side how much likelier an omission is than in most texts, as a feature. */
export const ratesOf = ({ omitted }: PairStatistics): readonly [source: number, target: number] => [
	Math.log(omitted[0] / usualHabits.omitted[0]),
	Math.log(omitted[1] / usualHabits.omitted[1])
];

/** Returns the length of a sentence as a feature. */
export const sizeOf = (letters: number): number => Math.log((letters + 4) / 80);
