/**
 * The features for and against a bead, as numbers; each stays the same when the two sides are
 * exchanged. Their weights are in `weights.ts`; `scorer.ts` computes them.
 */

/** The features of a bead, in order. */
export const beadFeatures = [
	'split',
	'two',
	'exchanged',
	'fan',
	'odd',
	'wide',
	'widest',
	'splitRate',
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

/** The index of each feature. */
export const slot = Object.fromEntries(beadFeatures.map((name, at) => [name, at])) as Readonly<
	Record<(typeof beadFeatures)[number], number>
>;
