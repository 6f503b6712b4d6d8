/**
 * Pairs paragraphs that changed since they were translated with their old translations. Between two
 * unchanged paragraphs, the paragraphs without a unit are aligned with the units without a
 * paragraph: by their words, where the aligner finds a match (`wordSimilarity.ts`), and by order,
 * kind and length, as Gale and Church (1993) align sentences.
 */
import type { BlockKind } from '../text/article';
import { countWords } from '../text/words';
import { creditOf } from './credited';
import { anchors, type UnitMatch } from './exactMatches';
import { wordMatchScore, type MatchScore, type Langs } from './wordSimilarity';
import type { Unit } from './unit';

export interface TextBlock {
	readonly kind: BlockKind;
	/** Inline Markdown; empty if the original is missing. */
	readonly text: string;
}

/** The properties of a paragraph that are compared. */
interface Measured {
	readonly kind: BlockKind;
	readonly words: number;
}

/** Pairs units `from` to `to` with `length` paragraphs, starting at number `at`. */
export interface ChangedMatch {
	readonly from: number;
	readonly to: number;
	readonly at: number;
	readonly length: number;
}

/**
 * Costs on the scale of |ln(words of one / words of the other)|. The English of
 * `ryskledda-insatsen` has 1.0 to 1.3 times the words of the Swedish, paragraph by paragraph, and
 * 1.6 in one short line. Skipping both sides costs as much as a pair whose lengths differ by a
 * factor of e, or of e^0.7 ≈ 2 if their kinds differ too.
 */
const skipCost = 0.5;
const otherKindCost = 0.3;
const splitCost = 0.2;
/**
 * Subtracted from the cost when the words match fully: it outweighs any difference in length, and
 * one skipped paragraph.
 */
const answerGain = 0.5;

/**
 * The largest number of paragraph–unit pairs compared in one gap. Beyond it the text is treated as
 * a different one, not as changed, and the gap is left unpaired.
 */
const maxPairs = 250_000;

/**
 * Pairs changed paragraphs with their old translations.
 * @param exact the matches of `units` by fingerprint, in text order
 * @returns the pairs in text order; none if no unit matches by fingerprint
 */
export function matchChanged(
	paragraphs: readonly TextBlock[],
	units: readonly Unit[],
	exact: readonly UnitMatch[],
	langs: Langs
): ChangedMatch[] {
	const fixed = anchors(exact);
	if (fixed.length === 0) return [];
	const covered = new Set(exact.flatMap(({ at, length }) => range(at, at + length)));
	const known = new Set(exact.map(({ unit }) => unit));
	const end: UnitMatch = { unit: units.length, at: paragraphs.length, length: 0 };
	return [...fixed, end].flatMap((next, index) => {
		const last = fixed[index - 1];
		return gap(
			range(last ? last.at + last.length : 0, next.at).filter((at) => !covered.has(at)),
			range(last ? last.unit + 1 : 0, next.unit).filter((unit) => !known.has(unit)),
			paragraphs,
			units,
			langs
		);
	});
}

const range = (from: number, to: number): number[] =>
	Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);

interface PathStep {
	readonly cost: number;
	readonly blocks: number;
	readonly units: number;
}

/** Finds the cheapest alignment of `free` paragraphs with `lost` units, both ascending numbers. */
function gap(
	free: readonly number[],
	lost: readonly number[],
	paragraphs: readonly TextBlock[],
	units: readonly Unit[],
	langs: Langs
): ChangedMatch[] {
	if (free.length === 0 || lost.length === 0 || free.length * lost.length > maxPairs) return [];
	const left = free.flatMap((at) => paragraphs[at] ?? []).map(measuredText);
	const right = lost.map((index) => measured(units[index]));
	const answer = answers(free, lost, paragraphs, units, langs);
	const width = right.length + 1;
	const best: PathStep[] = [];
	for (let i = 0; i <= left.length; i += 1)
		for (let j = 0; j < width; j += 1) {
			const options = steps(free, lost, units, i, j).map((step) => {
				const before = best[(i - step.blocks) * width + j - step.units]?.cost ?? Infinity;
				const pairs = step.blocks > 0 && step.units > 0;
				const own = pairs
					? pairCost(
							left.slice(i - step.blocks, i),
							right.slice(j - step.units, j),
							answer([i - step.blocks, i], [j - step.units, j])
						)
					: skipCost;
				return { ...step, cost: before + own };
			});
			best.push(
				options.reduce<PathStep>((a, b) => (b.cost < a.cost ? b : a), {
					cost: i + j === 0 ? 0 : Infinity,
					blocks: 0,
					units: 0
				})
			);
		}
	return trace(best, width, free, lost);
}

/** Returns how well the words match. One paragraph and one unit need no comparison. */
function answers(
	free: readonly number[],
	lost: readonly number[],
	paragraphs: readonly TextBlock[],
	units: readonly Unit[],
	langs: Langs
): MatchScore {
	if (free.length * lost.length === 1) return () => 0;
	return wordMatchScore(
		free.map((at) => [paragraphs[at]?.text ?? '']),
		lost.map((index) => units[index]?.text ?? []),
		langs
	);
}

const measuredText = ({ kind, text }: TextBlock): Measured => ({ kind, words: countWords(text) });

const measured = (unit: Unit | undefined): Measured => ({
	kind: unit?.kind ?? 'paragraph',
	words: unit ? total(unit.text.map(countWords)) : 0
});

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/**
 * Returns the steps that can end at paragraph `i` and unit `j`: one of them skipped, one pair, a
 * paragraph split in two, two joined into one, or a unit of several paragraphs. Only neighbours in
 * the text can form a run.
 */
function steps(
	free: readonly number[],
	lost: readonly number[],
	units: readonly Unit[],
	i: number,
	j: number
): { blocks: number; units: number }[] {
	const sources = units[lost[j - 1] ?? -1]?.source.length ?? 1;
	const shapes = [
		{ blocks: 1, units: 1 },
		{ blocks: 2, units: 1 },
		...(sources > 2 ? [{ blocks: sources, units: 1 }] : []),
		{ blocks: 1, units: 0 },
		{ blocks: 0, units: 1 },
		...(alike(units[lost[j - 2] ?? -1], units[lost[j - 1] ?? -1]) ? [{ blocks: 1, units: 2 }] : [])
	];
	return shapes.filter(
		({ blocks, units: count }) =>
			blocks <= i && count <= j && adjacent(free, i, blocks) && adjacent(lost, j, count)
	);
}

const adjacent = (numbers: readonly number[], end: number, count: number): boolean =>
	count < 2 || (numbers[end - 1] ?? 0) - (numbers[end - count] ?? 0) === count - 1;

/** Tells whether two units may be shown as one: words of two people never stand under one name. */
const alike = (a: Unit | undefined, b: Unit | undefined): boolean =>
	a !== undefined && b !== undefined && JSON.stringify(creditOf(a)) === JSON.stringify(creditOf(b));

function pairCost(
	blocks: readonly Measured[],
	units: readonly Measured[],
	answered: number
): number {
	const length = Math.log(
		(total(blocks.map(({ words }) => words)) + 1) / (total(units.map(({ words }) => words)) + 1)
	);
	const sameKind = [...blocks, ...units].every(({ kind }) => kind === blocks[0]?.kind);
	const split = blocks.length > 1 || units.length > 1;
	// A heading is never part of a paragraph.
	if (split && !sameKind) return Infinity;
	const shape = (sameKind ? 0 : otherKindCost) + (split ? splitCost : 0);
	return (1 - answered) * Math.abs(length) + shape - answered * answerGain;
}

function trace(
	best: readonly PathStep[],
	width: number,
	free: readonly number[],
	lost: readonly number[]
): ChangedMatch[] {
	const pairs: ChangedMatch[] = [];
	let i = free.length;
	let j = lost.length;
	while (i > 0 || j > 0) {
		const step = best[i * width + j];
		if (!step || step.blocks + step.units === 0) break;
		i -= step.blocks;
		j -= step.units;
		const at = free[i];
		const from = lost[j];
		if (step.blocks > 0 && step.units > 0 && at !== undefined && from !== undefined)
			pairs.push({ from, to: from + step.units, at, length: step.blocks });
	}
	return pairs.reverse();
}
