/**
 * What speaks for and against a bead, as numbers, each the same when the two sides are exchanged. The
 * weights that make a score of them stand in `weights.ts`; `scorer.ts` computes them.
 */

/** The features of a bead, in order. */
export const beadFeatures = [
	'split',
	'two',
	'fan',
	'odd',
	'wide',
	'words',
	'wordsByRoot',
	'wordsMean',
	'wordsLeast',
	'partLeast',
	'partSum',
	'splitWords',
	'splitMean',
	'length',
	'splitLength',
	'size',
	'splitSize',
	'questionBoth',
	'questionOdd',
	'exclamationOdd',
	'colonOdd',
	'semicolonOdd',
	'bracketOdd',
	'quoteOdd',
	'dashOdd',
	'commaOdd',
	'dotsOdd',
	'percentOdd',
	'quoteBoth',
	'numberBoth',
	'numberOdd',
	'nameBoth',
	'nameOdd',
	'opening',
	'openBoth',
	'openOne',
	'openWithin',
	'headingBoth',
	'headingOne'
] as const;

/** Where each stands. */
export const slot = Object.fromEntries(beadFeatures.map((name, at) => [name, at])) as Readonly<
	Record<(typeof beadFeatures)[number], number>
>;
