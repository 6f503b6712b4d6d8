/**
 * What omissions cost. A gap is a run of source sentences that nothing answers, then one of target
 * sentences; either may be empty. One long gap is likelier than many short ones, and gaps like to
 * begin and end where paragraphs do. All of it is the same when the two sides are exchanged.
 */
import type { Side } from './side';

/** The features of gaps, in order. */
export const gapFeatures = [
	/** A gap begins: at a place where neither, one or both sides begin a paragraph; at an edge. */
	'open',
	'openOne',
	'openBoth',
	'edge',
	/** It ends so. */
	'closeOne',
	'closeBoth',
	/** A run begins, with a paragraph or not; goes on, likewise; ends where a paragraph does. */
	'run',
	'runParagraph',
	'extend',
	'extendParagraph',
	'endParagraph',
	/** Each sentence in it: its length, whether it is a heading. */
	'size',
	'heading'
] as const;

export type GapWeights = Readonly<Record<(typeof gapFeatures)[number], number>>;

/** The scores of the two sides’ omissions, ready to be added. */
export class Gaps {
	/** Of each sentence as the first of a run, and as a later one; of a run’s end before it. */
	readonly starts: readonly [source: Float64Array, target: Float64Array];
	readonly extends: readonly [source: Float64Array, target: Float64Array];
	readonly ends: readonly [source: Float64Array, target: Float64Array];

	constructor(
		readonly source: Side,
		readonly target: Side,
		readonly weights: GapWeights
	) {
		const sides = [source, target] as const;
		const each = (side: Side, add: (opens: number) => number) =>
			Float64Array.from(
				{ length: side.count },
				(_, at) => add(side.opens[at] ?? 0) + this.#sentence(side, at)
			);
		const { run, runParagraph, extend, extendParagraph, endParagraph } = weights;
		const start = (opens: number) => run + opens * runParagraph;
		const more = (opens: number) => extend + opens * extendParagraph;
		this.starts = [each(source, start), each(target, start)];
		this.extends = [each(source, more), each(target, more)];
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

	/** The score of a gap that begins before source sentence `i` and target sentence `j`. */
	open(i: number, j: number): number {
		const { open, openOne, openBoth, edge } = this.weights;
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		return open + (both === 2 ? openBoth : both * openOne) + (i + j === 0 ? edge : 0);
	}

	/** The score of a gap that ends there. */
	close(i: number, j: number): number {
		const { closeOne, closeBoth, edge } = this.weights;
		const both = (this.source.opens[i] ?? 0) + (this.target.opens[j] ?? 0);
		const last = i === this.source.count && j === this.target.count;
		return (both === 2 ? closeBoth : both * closeOne) + (last ? edge : 0);
	}
}

/** The length of a sentence as a feature. */
export const sizeOf = (letters: number): number => Math.log((letters + 4) / 80);
