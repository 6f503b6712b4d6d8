/**
 * The weights of the features, as `bench/learn-align.ts` learns them from ../shared/alignment, with
 * the seed and without (docs/decisions/0006). None is about a word, a document or a language.
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
	split: -0.05,
	two: -1.67,
	fan: 0.31,
	odd: -0.73,
	wide: -0.12,
	words: 2.38,
	wordsByRoot: 0.96,
	wordsMean: 0.31,
	wordsLeast: -0.22,
	partLeast: 0.54,
	partSum: 0.53,
	splitWords: 0.36,
	splitMean: -0.55,
	length: -1.17,
	splitLength: -1.13,
	size: -1.74,
	splitSize: -0.23,
	questionBoth: 0.68,
	questionOdd: -0.04,
	exclamationOdd: 0.07,
	colonOdd: -0.26,
	semicolonOdd: 0.12,
	bracketOdd: -0.25,
	quoteOdd: -1.12,
	dashOdd: -0.29,
	commaOdd: -0.19,
	dotsOdd: 0.51,
	percentOdd: -1.09,
	quoteBoth: 1.52,
	numberBoth: 0.13,
	numberOdd: -1.88,
	nameBoth: -0.25,
	nameOdd: -0.52,
	opening: 1.13,
	openBoth: 1.01,
	openOne: 0.9,
	openWithin: -3.15,
	headingBoth: -0.23,
	headingOne: -0.4
};

const gap: GapWeights = {
	open: -0.52,
	openOne: 0.29,
	openBoth: 1.09,
	edge: 1.02,
	closeOne: 0.83,
	closeBoth: 0.45,
	run: -3.05,
	runParagraph: 0.38,
	extend: -0.93,
	extendParagraph: -0.15,
	endParagraph: -0.31,
	size: -1.11,
	heading: 0.91
};

export const learntWeights: Weights = { bead: beadFeatures.map((name) => bead[name]), gap };
