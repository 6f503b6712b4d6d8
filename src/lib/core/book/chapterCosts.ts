/**
 * What speaks for and against two chapters as translations of each other: their labels and lengths,
 * and the names and figures in their text, which hardly change in translation.
 */
import type { Bead } from '../align/bead';
import { readLabel } from '../import/chapterLabels';
import { plain } from '../text/inline';
import { countWords } from '../text/words';
import type { Chapter } from './book';

/** What tells which chapters answer each other. */
export interface ChapterSketch {
	/** The number of its label, and whether that numbers parts; null for a chapter without one. */
	readonly number: { readonly value: number; readonly isPart: boolean } | null;
	readonly words: number;
	/** How often each name and figure occurs. */
	readonly names: ReadonlyMap<string, number>;
}

export function sketchOf({ title, blocks }: Pick<Chapter, 'title' | 'blocks'>): ChapterSketch {
	const label = readLabel(title);
	const names = new Map<string, number>();
	let words = 0;
	for (const { text } of blocks) {
		words += countWords(text);
		for (const [name] of plain(text).matchAll(nameOrFigure))
			names.set(name.toLowerCase(), (names.get(name.toLowerCase()) ?? 0) + 1);
	}
	const value = label?.number ?? null;
	return {
		number: value === null ? null : { value, isPart: label?.division === 'part' },
		words,
		names
	};
}

/** A word with a capital inside a sentence, or figures. */
const nameOrFigure = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}]{2,}|\d{2,}/gu;

// Costs are set by hand, on the scale of a negative logarithm of a likelihood.
/** Standard deviation of the logarithm of the ratio of two lengths. */
const lengthDeviation = 0.25;
const maxLengthCost = 12;
/** Words that are added to both lengths: of very short chapters the ratio tells little. */
const slackWords = 10;
const nameGain = 12;
const numberGain = 3;
const numberCost = 5;
/** A chapter that lacks on the other side: at least this, and more the longer it is. */
const missingCost = 3;
const missingCostPerWord = 1 / 400;
const maxMissingCost = 10;
/** Two chapters that are one on the other side. */
const joinedCost = 4;

/** Lengths further apart than this many standard deviations are doubtful: one is 1.7 times as long. */
const doubtfulApart = 2.2;
/** With fewer names on a side their likeness tells nothing. */
const fewestNames = 5;
/** Names less alike than this are doubtful. */
const leastLikeness = 0.06;

/** What speaks against a pair: its lengths, the numbers of its labels, or its names. */
export type PairDoubt = 'length' | 'label' | 'names';

export class ChapterCosts {
	readonly #source: readonly ChapterSketch[];
	readonly #target: readonly ChapterSketch[];
	/** The square root of the target’s words for a word of the source, in the whole books. */
	readonly #scale: number;
	/** In how many chapters of both books a name occurs: one in every chapter tells nothing. */
	readonly #spread = new Map<string, number>();

	constructor(source: readonly ChapterSketch[], target: readonly ChapterSketch[]) {
		this.#source = source;
		this.#target = target;
		const total = (all: readonly ChapterSketch[]) => all.reduce((sum, { words }) => sum + words, 1);
		this.#scale = Math.sqrt(total(target) / total(source));
		for (const { names } of [...source, ...target])
			for (const name of names.keys()) this.#spread.set(name, (this.#spread.get(name) ?? 0) + 1);
	}

	/** Returns the cost of a run of chapters on each side as a pair; lower is likelier. */
	of(i: number, ours: number, j: number, theirs: number): number {
		const [first, second] = [this.#source.slice(i, i + ours), this.#target.slice(j, j + theirs)];
		const [one, other] = [joined(first), joined(second)];
		if (!one || !other) {
			const words = (one?.words ?? 0) * this.#scale + (other?.words ?? 0) / this.#scale;
			return Math.min(maxMissingCost, missingCost + words * missingCostPerWord);
		}
		const apart = this.#apart(one, other);
		return (
			Math.min(maxLengthCost, (apart * apart) / 2) +
			labelCost(one, other) -
			nameGain * this.#likeness(one, other) +
			(ours + theirs > 2 ? joinedCost : 0)
		);
	}

	/** Returns what speaks against a pair; null for nothing, and for a chapter alone. */
	doubt([ours, theirs]: Bead): PairDoubt | null {
		const one = joined(ours.flatMap((at) => this.#source[at] ?? []));
		const other = joined(theirs.flatMap((at) => this.#target[at] ?? []));
		if (!one || !other) return null;
		if (Math.abs(this.#apart(one, other)) > doubtfulApart) return 'length';
		if (ours.length + theirs.length === 2 && labelCost(one, other) === numberCost) return 'label';
		const areNamed = Math.min(one.names.size, other.names.size) >= fewestNames;
		return areNamed && this.#likeness(one, other) < leastLikeness ? 'names' : null;
	}

	/** Returns how far two lengths are from the books’ ratio, in standard deviations. */
	#apart(one: ChapterSketch, other: ChapterSketch): number {
		const ratio = (other.words / this.#scale + slackWords) / (one.words * this.#scale + slackWords);
		return Math.log(ratio) / lengthDeviation;
	}

	/** Returns the cosine of the two chapters’ names, each weighed by its rarity: 0 to 1. */
	#likeness(one: ChapterSketch, other: ChapterSketch): number {
		const chapters = this.#source.length + this.#target.length;
		const weigh = (name: string, count: number) =>
			Math.log(1 + count) * Math.log(1 + chapters / (this.#spread.get(name) ?? 1));
		let [both, ours, theirs] = [0, 0, 0];
		for (const [name, count] of one.names) {
			const weight = weigh(name, count);
			ours += weight * weight;
			both += weight * weigh(name, other.names.get(name) ?? 0);
		}
		for (const [name, count] of other.names) theirs += weigh(name, count) ** 2;
		return both === 0 ? 0 : both / Math.sqrt(ours * theirs);
	}
}

/** Returns several chapters as one; null for none. */
function joined(chapters: readonly ChapterSketch[]): ChapterSketch | null {
	const [first, ...more] = chapters;
	if (!first || more.length === 0) return first ?? null;
	const names = new Map(first.names);
	for (const { names: others } of more)
		for (const [name, count] of others) names.set(name, (names.get(name) ?? 0) + count);
	const words = chapters.reduce((sum, chapter) => sum + chapter.words, 0);
	return { number: first.number, words, names };
}

function labelCost({ number: one }: ChapterSketch, { number: other }: ChapterSketch): number {
	if (!one || !other) return one === other ? 0 : 1;
	return one.value === other.value && one.isPart === other.isPart ? -numberGain : numberCost;
}
