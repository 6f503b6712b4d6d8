/**
 * The features for and against two units answering each other. Those of the first kind look at the
 * pair alone; the others at its neighbours and rivals, by how strong every pair is alone.
 */
import type { Evidence } from './evidence';
import type { Unit } from './unit';

export const features = [
	'bias',
	'forward',
	'backward',
	'bothWays',
	'whole',
	'partial',
	'part',
	'kin',
	'cognate',
	'strongCognate',
	'name',
	'figure',
	'learnt',
	'sameClass',
	'otherClass',
	'small',
	'bothSmall',
	'oneName',
	'distance',
	'rivalOurs',
	'rivalTheirs',
	'best',
	'expected',
	'far',
	'orphans',
	'orphansExpected',
	'orphansClass',
	'orphansAlone'
] as const;

export type Feature = (typeof features)[number];

/** What a whole sentence pair says: how strong each pair of units is alone, and where it should be. */
export interface Surroundings {
	readonly strength: (first: number, second: number) => number;
	readonly rivalOurs: number;
	readonly rivalTheirs: number;
	/** How many units off the place is that the neighbours expect; null if they expect nothing. */
	readonly off: number | null;
	/** How many orphans on both sides lie in the same gap; 1 if the two are the only ones. */
	readonly orphans: number;
}

/** Returns how strong a pair is by itself, from 0 to 1. */
export const strengthOf = (evidence: Evidence): number =>
	Math.max(
		evidence.forward,
		evidence.backward,
		evidence.whole,
		evidence.name,
		evidence.figure,
		0.9 * evidence.part,
		0.8 * evidence.learnt,
		0.7 * evidence.kin,
		evidence.cognate > 0.6 ? evidence.cognate * 0.9 : 0,
		0.35 * evidence.partial
	);

/** A pair weaker than this counts as none where orphans are looked for. */
export const orphanStrength = 0.3;

/** Returns the values of the features, in order. */
export function valuesOf(
	[ours, theirs]: readonly [Unit, Unit],
	[first, second]: readonly [number, number],
	[own, other]: readonly [number, number],
	evidence: Evidence,
	around: Surroundings
): readonly number[] {
	const strength = around.strength(first, second);
	const classes = [...ours.classes].some((one) => theirs.classes.has(one));
	const areKnown = ours.classes.size > 0 && theirs.classes.size > 0;
	const isOrphan = around.orphans > 0 ? 1 : 0;
	const near = around.off === null ? 0 : Math.exp(-Math.abs(around.off) / 2);
	return [
		1,
		evidence.forward,
		evidence.backward,
		Math.min(evidence.forward, evidence.backward),
		evidence.whole,
		evidence.partial,
		evidence.part,
		evidence.kin,
		evidence.cognate,
		evidence.cognate >= 0.7 ? 1 : 0,
		evidence.name,
		evidence.figure,
		evidence.learnt,
		classes ? 1 : 0,
		areKnown && !classes ? 1 : 0,
		ours.isSmall !== theirs.isSmall ? 1 : 0,
		ours.isSmall && theirs.isSmall ? 1 : 0,
		ours.isName !== theirs.isName ? 1 : 0,
		Math.abs((first + 0.5) / own - (second + 0.5) / other),
		around.rivalOurs,
		around.rivalTheirs,
		strength > 0 && strength >= around.rivalOurs && strength >= around.rivalTheirs ? 1 : 0,
		near,
		around.off === null ? 0 : Math.min(1, Math.abs(around.off) / 8),
		isOrphan,
		isOrphan * near,
		isOrphan * (classes ? 1 : 0),
		around.orphans === 1 ? 1 : 0
	];
}
