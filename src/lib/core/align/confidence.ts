/**
 * The confidence that is stated of a link: its probability, held down where a translator often joins
 * and splits sentences. People who link such texts by hand join sentences that answer each other one
 * by one, so that a link is seldom sure there, however well its words answer.
 */
import type { PairStatistics } from './habits';

/** The share of joined and split sentences up to which nothing is held down. */
const usualSplit = 0.14;
/** How much less than 1 the highest confidence is, for each share more. */
const fall = 1.5;
/** It is never lower than this. */
const lowest = 0.89;
/** Lower probabilities are stated as they are. */
const unsure = 0.85;

/** Returns the confidence of a link by its probability. Law: it rises with the probability. */
export function stated(probability: number, { split }: Pick<PairStatistics, 'split'>): number {
	if (probability < unsure) return probability;
	const highest = Math.max(lowest, 1 - fall * Math.max(0, split - usualSplit));
	return unsure + ((probability - unsure) * (highest - unsure)) / (1 - unsure);
}
