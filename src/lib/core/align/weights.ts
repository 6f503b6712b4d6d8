/**
 * The weights of the features, as `bench/learn-align.ts` learns them from the half of
 * ../shared/alignment that is not held back, with the seed and without (docs/decisions/0006). None is
 * about a word, a document or a language.
 */
import type { GapWeights } from './gaps';
import { beadFeatures } from './features';

/** All weights, as the search reads them. */
export interface Weights {
	/** In the order of `beadFeatures`. */
	readonly bead: readonly number[];
	readonly gap: GapWeights;
}

const bead: Readonly<Record<(typeof beadFeatures)[number], number>> = {
	split: -0.03,
	two: -1.16,
	fan: 0.13,
	odd: -0.66,
	wide: -0.05,
	words: 1.64,
	wordsByRoot: 0.95,
	wordsMean: 0.53,
	wordsLeast: 0.07,
	partLeast: 0.76,
	partSum: 0.73,
	splitWords: 0.27,
	splitMean: -0.88,
	length: -1.1,
	splitLength: -0.83,
	size: -2.19,
	splitSize: -0.24,
	questionBoth: 0.39,
	questionOdd: -0.16,
	exclamationOdd: 0.21,
	colonOdd: -0.42,
	semicolonOdd: 0.12,
	bracketOdd: -0.1,
	quoteOdd: -1.14,
	dashOdd: -0.55,
	commaOdd: -0.15,
	dotsOdd: 0.73,
	percentOdd: -0.03,
	quoteBoth: 1,
	numberBoth: 0.09,
	numberOdd: -1.45,
	nameBoth: 0.59,
	nameOdd: -0.43,
	opening: 0.88,
	openBoth: 0.64,
	openOne: 1.25,
	openWithin: -2.68,
	headingBoth: -0.08,
	headingOne: -0.51
};

const gap: GapWeights = {
	open: -0.92,
	openOne: 0.33,
	openBoth: 0.51,
	edge: 0.55,
	closeOne: 0.73,
	closeBoth: 0.2,
	run: -2.78,
	runParagraph: 0.11,
	extend: -0.83,
	extendParagraph: 0.04,
	endParagraph: -0.12,
	size: -1.02,
	heading: 0.69
};

export const learntWeights: Weights = { bead: beadFeatures.map((name) => bead[name]), gap };
