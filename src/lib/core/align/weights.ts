/**
 * The weights of the features, learnt by `bench/learn-align.ts` from ../shared/alignment, as it is
 * and varied (docs/decisions/0006). None is about a word, a document or a language.
 */
import type { GapWeights } from './gaps';
import { beadFeatures } from './features';

/** All weights, in the form that the search reads. */
export interface AlignerWeights {
	/** In the order of `beadFeatures`. */
	readonly bead: readonly number[];
	readonly gap: GapWeights;
}

const bead: Readonly<Record<(typeof beadFeatures)[number], number>> = {
	split: 0.29,
	two: -0.99,
	exchanged: 1.1,
	fan: 0.75,
	odd: -0.69,
	wide: -0.27,
	widest: -1.83,
	splitRate: 0.38,
	words: 3.19,
	wordsByRoot: 0.62,
	wordsMean: 1.02,
	wordsLeast: -0.83,
	partLeast: 0.07,
	partSum: 0.33,
	splitWords: 0.48,
	splitMean: -0.83,
	length: -1.23,
	splitLength: -0.87,
	size: -2.81,
	splitSize: -0.66,
	questionBoth: 1.11,
	questionOdd: -0.49,
	exclamationOdd: 0.57,
	colonOdd: 0.11,
	semicolonOdd: -0.28,
	bracketOdd: 0.43,
	quoteOdd: -0.87,
	dashOdd: -0.82,
	commaOdd: -0.23,
	dotsOdd: 0.12,
	percentOdd: -0.38,
	quoteBoth: 0.83,
	numberBoth: 0.17,
	numberOdd: -1.22,
	nameBoth: -0.34,
	nameOdd: -1.81,
	opening: 0.45,
	openBoth: 1.11,
	openOne: -0.06,
	openWithin: -2.36,
	headingBoth: 0.04,
	headingOne: 0
};

const gap: GapWeights = {
	open: -0.63,
	openOne: -0.11,
	openBoth: 1.2,
	edge: 0.75,
	closeOne: 0.76,
	closeBoth: 0.42,
	run: -2.95,
	runParagraph: 0.4,
	extend: -0.88,
	extendParagraph: -0.19,
	endParagraph: -0.29,
	size: -1.71,
	heading: 0.78,
	rate: -0.38
};

export const learntWeights: AlignerWeights = { bead: beadFeatures.map((name) => bead[name]), gap };
