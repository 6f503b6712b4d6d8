/**
 * Whether two texts are translations of each other, by what the aligner has found: a logistic
 * regression, learnt by `bench/learn-related.ts` from all documents of ../shared/alignment and from
 * pairs of two different ones, with the seed, without, and without cognates.
 */
import type { ScoredBead } from './best';
import type { PairStatistics } from './habits';
import type { Lattice } from './lattice';

/** The figures that speak for or against; those of texts of any length are of one scale. */
export const relatedFeatures = ['odds', 'sure', 'linked', 'unanswered', 'constant'] as const;

type Figures = Readonly<Record<(typeof relatedFeatures)[number], number>>;

/** Beads of a higher probability than this are sure. */
const sure = 0.9;

/** Returns the figures of two texts, for each sentence of the shorter. */
export function figuresOf(
	lattice: Lattice,
	found: readonly ScoredBead[],
	{ unanswered: [ours, theirs] }: PairStatistics
): Figures {
	const shorter = Math.min(lattice.sources, lattice.targets);
	return {
		/** How much likelier all ways to link them are than no link. */
		odds: lattice.odds() / shorter,
		sure: found.filter(({ confidence }) => confidence > sure).length / shorter,
		linked: found.reduce((sum, { confidence }) => sum + confidence, 0) / shorter,
		/** The share of words that have no answer, of those that could. */
		unanswered: (ours + theirs) / 2,
		constant: 1
	};
}

/** The constant is 0.12 lower than learnt, so that two pages of one manual are told apart too. */
const weights: Figures = {
	odds: 2.68,
	sure: 12.51,
	linked: 7.29,
	unanswered: -34.06,
	constant: -1.9
};

/** A text with fewer sentences than this is never reported as unrelated. */
const fewestSentences = 3;

/** Returns whether two texts do not look like translations of each other. */
export function isUnrelated(
	lattice: Lattice,
	found: readonly ScoredBead[],
	habits: PairStatistics
): boolean {
	if (Math.min(lattice.sources, lattice.targets) < fewestSentences) return false;
	const figures = figuresOf(lattice, found, habits);
	return relatedFeatures.reduce((sum, name) => sum + figures[name] * weights[name], 0) < 0;
}
