/** What two texts do as a rule, learnt as they are aligned. */
export interface Habits {
	/** Letters of target for one of source. */
	readonly ratio: number;
	/** How often a word that could be answered is not: by side. */
	readonly unanswered: readonly [source: number, target: number];
	/** log P(neither, one or both sides of a bead begin a paragraph) over chance. */
	readonly opening: readonly [neither: number, one: number, both: number];
}

/** Where nothing is known yet. */
export const usualHabits: Habits = {
	ratio: 1,
	unanswered: [0.5, 0.5],
	opening: [0.15, -1.2, 1]
};
