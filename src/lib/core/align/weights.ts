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
	split: -0.04,
	two: -1.64,
	fan: 0.3,
	odd: -0.75,
	wide: -0.16,
	words: 2.34,
	wordsByRoot: 0.93,
	wordsMean: 0.32,
	wordsLeast: -0.17,
	partLeast: 0.56,
	partSum: 0.54,
	splitWords: 0.35,
	splitMean: -0.56,
	length: -1.16,
	splitLength: -1.1,
	size: -1.73,
	splitSize: -0.25,
	questionBoth: 0.66,
	questionOdd: -0.07,
	exclamationOdd: -0.14,
	colonOdd: -0.32,
	semicolonOdd: 0.12,
	bracketOdd: -0.31,
	quoteOdd: -1.13,
	dashOdd: -0.15,
	commaOdd: -0.19,
	dotsOdd: 0.6,
	percentOdd: -1.04,
	quoteBoth: 1.56,
	numberBoth: 0.05,
	numberOdd: -1.58,
	nameBoth: -0.23,
	nameOdd: -0.56,
	opening: 1.08,
	openBoth: 0.98,
	openOne: 0.98,
	openWithin: -3.17,
	headingBoth: -0.22,
	headingOne: -0.41
};

const gap: GapWeights = {
	open: -0.64,
	openOne: 0.26,
	openBoth: 1.02,
	edge: 1.01,
	closeOne: 0.75,
	closeBoth: 0.44,
	run: -2.92,
	runParagraph: 0.39,
	extend: -0.94,
	extendParagraph: -0.15,
	endParagraph: -0.29,
	size: -1.06,
	heading: 0.88
};

export const learntWeights: Weights = { bead: beadFeatures.map((name) => bead[name]), gap };
