/** Statistics of two texts, learnt while they are aligned. */
export interface PairStatistics {
	/** Letters of the target for one of the source. */
	readonly ratio: number;
	/** By side: how often a word that could have a counterpart has none. */
	readonly unanswered: readonly [source: number, target: number];
	/** The share of beads that are not one sentence to one. */
	readonly split: number;
	/** By side: the share of sentences without a counterpart. */
	readonly omitted: readonly [source: number, target: number];
	/** log P(neither, one or both sides of a bead begin a paragraph) over chance. */
	readonly opening: readonly [neither: number, one: number, both: number];
}

/** The defaults before anything is learnt. */
export const usualHabits: PairStatistics = {
	ratio: 1,
	unanswered: [0.5, 0.5],
	split: 0.1,
	omitted: [0.05, 0.05],
	opening: [0.15, -1.2, 1]
};
