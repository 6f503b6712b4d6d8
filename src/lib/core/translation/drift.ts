/**
 * Paragraphs that changed since they were translated, paired with their old translations. Between
 * two paragraphs that did not change, those that no unit knows are aligned with the units that know
 * no paragraph there: by their words, as far as the aligner finds that these answer each other
 * (`answer.ts`), and by order, kind and length, as Gale and Church (1993) align sentences.
 */
import type { BlockKind } from '../text/article';
import { countWords } from '../text/words';
import { anchors, type Place } from './anchor';
import { answering, type Answer, type Langs } from './answer';
import type { Unit } from './unit';

export interface Text {
	readonly kind: BlockKind;
	/** Inline Markdown; empty where the original is not here. */
	readonly text: string;
}

/** What is compared of a paragraph. */
interface Measured {
	readonly kind: BlockKind;
	readonly words: number;
}

/** Units `from` to `to` stand beside `length` paragraphs from number `at`. */
export interface Drifted {
	readonly from: number;
	readonly to: number;
	readonly at: number;
	readonly length: number;
}

/**
 * Costs on the scale of |ln(words of one / words of the other)|. The English of `ryskledda-insatsen`
 * has 1.0 to 1.3 times the words of the Swedish, paragraph by paragraph, and 1.6 in one short line.
 * Leaving out both costs as much as a pair whose lengths differ by a factor of e, or of e^0.7 ≈ 2
 * where their kinds differ too.
 */
const skipCost = 0.5;
const otherKindCost = 0.3;
const splitCost = 0.2;
/** Words that answer each other make up for any length, and for a paragraph left out beside them. */
const answerGain = 0.5;

/** A gap with more pairs than this to weigh is no handful of changes: it is another text. */
const maxPairs = 250_000;

/**
 * @param exact the places of `units` by fingerprint, in the text’s order
 * @returns pairs of what is left, in the text’s order; none where nothing at all is anchored
 */
export function drift(
	paragraphs: readonly Text[],
	units: readonly Unit[],
	exact: readonly Place[],
	langs: Langs
): Drifted[] {
	const fixed = anchors(exact);
	if (fixed.length === 0) return [];
	const covered = new Set(exact.flatMap(({ at, length }) => range(at, at + length)));
	const known = new Set(exact.map(({ unit }) => unit));
	const end: Place = { unit: units.length, at: paragraphs.length, length: 0 };
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

interface Step {
	readonly cost: number;
	readonly blocks: number;
	readonly units: number;
}

/** The cheapest way through `free` paragraphs and `lost` units, both by number, both ascending. */
function gap(
	free: readonly number[],
	lost: readonly number[],
	paragraphs: readonly Text[],
	units: readonly Unit[],
	langs: Langs
): Drifted[] {
	if (free.length === 0 || lost.length === 0 || free.length * lost.length > maxPairs) return [];
	const left = free.flatMap((at) => paragraphs[at] ?? []).map(measuredText);
	const right = lost.map((index) => measured(units[index]));
	const answer = answers(free, lost, paragraphs, units, langs);
	const width = right.length + 1;
	const best: Step[] = [];
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
				options.reduce<Step>((a, b) => (b.cost < a.cost ? b : a), {
					cost: i + j === 0 ? 0 : Infinity,
					blocks: 0,
					units: 0
				})
			);
		}
	return trace(best, width, free, lost);
}

/** Where there is one of each, nothing is to be chosen. */
function answers(
	free: readonly number[],
	lost: readonly number[],
	paragraphs: readonly Text[],
	units: readonly Unit[],
	langs: Langs
): Answer {
	if (free.length * lost.length === 1) return () => 0;
	return answering(
		free.map((at) => [paragraphs[at]?.text ?? '']),
		lost.map((index) => units[index]?.text ?? []),
		langs
	);
}

const measuredText = ({ kind, text }: Text): Measured => ({ kind, words: countWords(text) });

const measured = (unit: Unit | undefined): Measured => ({
	kind: unit?.kind ?? 'paragraph',
	words: unit ? total(unit.text.map(countWords)) : 0
});

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/**
 * How a way through may end at paragraph `i` and unit `j`: one of them left out, one pair, a
 * paragraph that was split in two, two that became one, or a unit of several paragraphs. Only
 * neighbours in the text can be a run.
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

/** Whether two units may be shown as one: never two people’s words under one name. */
const alike = (a: Unit | undefined, b: Unit | undefined): boolean =>
	a !== undefined && b !== undefined && JSON.stringify(a.by) === JSON.stringify(b.by);

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
	// A heading is never a part of a paragraph.
	if (split && !sameKind) return Infinity;
	const shape = (sameKind ? 0 : otherKindCost) + (split ? splitCost : 0);
	return (1 - answered) * Math.abs(length) + shape - answered * answerGain;
}

function trace(
	best: readonly Step[],
	width: number,
	free: readonly number[],
	lost: readonly number[]
): Drifted[] {
	const pairs: Drifted[] = [];
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
