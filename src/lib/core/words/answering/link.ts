/**
 * Links the units of a sentence pair: every pair of units gets a probability (logistic regression),
 * and the likeliest are linked first, a unit once (competitive linking: Melamed 2000,
 * https://aclanthology.org/J00-2004/). A unit has several links only where one phrase, one gloss of
 * several words or one compound asks for it.
 */
import { completed } from './complete';
import { EvidenceTable, type Evidence, type Share } from './evidence';
import { features, valuesOf } from './features';
import type { Learnt } from './learnt';
import { Grid } from './surroundings';
import type { UnitSide } from './unit';
import type { UnitLink } from './unitLink';
import { answerWeights } from './weights';

export interface Candidate {
	readonly first: number;
	readonly second: number;
	readonly values: readonly number[];
	readonly shares: readonly Share[];
}

/** Returns the pairs of units that may be linked, with the values of their features. */
export function candidates(
	first: UnitSide,
	second: UnitSide,
	learnt: Learnt
): readonly Candidate[] {
	const evidence = new EvidenceTable(first, second, learnt);
	const grid = new Grid(first.units, second.units, evidence);
	const sizes = [first.units.length, second.units.length] as const;
	return first.units.flatMap((ours, f) =>
		second.units.flatMap((theirs, s): Candidate[] => {
			const cell = evidence.at(f, s);
			if (ours.isArticle || theirs.isArticle) return [];
			if ((ours.isSmall || theirs.isSmall) && !isAsked(cell, ours.isSmall && theirs.isSmall))
				return [];
			if (ours.digits !== '' && theirs.digits !== '' && cell.figure === 0) return [];
			const values = valuesOf([ours, theirs], [f, s], sizes, cell, grid.around(f, s));
			return [{ first: f, second: s, values, shares: cell.shares }];
		})
	);
}

/** Whether the lexicon says that small words are linked. */
const isAsked = ({ forward, backward, whole, part }: Evidence, both: boolean): boolean =>
	whole > 0 || (!both && Math.max(forward, backward, part) > 0);

const weights = features.map((feature) => answerWeights[feature]);

/** A pair less likely than this is never linked. */
const leastScore = 0.02;

const scoreOf = (values: readonly number[]): number =>
	1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

/** Returns the links of a sentence pair, those of phrases and compounds completed. */
export function link(first: UnitSide, second: UnitSide, learnt: Learnt): readonly UnitLink[] {
	const ranked = candidates(first, second, learnt)
		.map((candidate) => ({ ...candidate, score: scoreOf(candidate.values) }))
		.filter(({ score }) => score >= leastScore)
		.toSorted((a, b) => b.score - a.score);
	const linked: (Candidate & UnitLink)[] = [];
	for (const candidate of ranked) if (isFree(candidate, linked)) linked.push(candidate);
	return completed(linked, first, second);
}

const isFree = (candidate: Candidate, linked: readonly Candidate[]): boolean =>
	linked.every((other) => {
		const [ours, theirs] = [other.first === candidate.first, other.second === candidate.second];
		return (!ours && !theirs) || isShared(candidate, other, ours);
	});

/** Whether one match asks for both links. */
const isShared = (a: Candidate, b: Candidate, sameFirst: boolean): boolean =>
	a.shares.some((one) =>
		b.shares.some(
			({ match, slot, side }) =>
				match === one.match && (slot !== one.slot || (side === 0) !== sameFirst)
		)
	);
