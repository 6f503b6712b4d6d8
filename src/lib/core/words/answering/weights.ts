import type { Feature } from './features';

/** Learnt by `npx tsx bench/learn-answer.ts` on the pairs that are not held back. */
export const answerWeights: Readonly<Record<Feature, number>> = {
	bias: 0.53,
	forward: 1.16,
	backward: 0.45,
	bothWays: 0.43,
	whole: 3.94,
	partial: 1.01,
	part: 2.14,
	kin: 0.98,
	cognate: 0.95,
	strongCognate: 0.6,
	name: 0.78,
	figure: 2.0,
	learnt: 1.5,
	sameClass: 0.0,
	otherClass: -0.37,
	small: -0.75,
	bothSmall: -3.7,
	oneName: -0.33,
	distance: -2.84,
	rivalOurs: -2.34,
	rivalTheirs: -3.15,
	best: 0.48,
	expected: 0.83,
	far: -1.46,
	orphans: -0.38,
	orphansExpected: 1.38,
	orphansClass: 0.35,
	orphansAlone: 1.47
};
