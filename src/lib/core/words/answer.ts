/**
 * Says which words of a sentence’s translation answer one of its words. Where it is not sure it
 * answers nothing: then the sentence alone is lit.
 *
 * Laws (`answer.test.ts`): an answer’s words are answered by the word; an answer lies within its
 * sentence; exchanging the two sentences exchanges the answers.
 */
import type { Lexicon } from '../align/wordLinks';
import type { Lang } from '../text/article';
import { Learnt } from './answering/learnt';
import { link } from './answering/link';
import { unitsOf, type Unit } from './answering/unit';
import { exchanged, type UnitLink } from './answering/unitLink';
import { dictionaryOf, type Dictionary } from './dictionary';

/** A range of a sentence: `from` and before `to` in UTF-16 units. */
export interface AnsweredRange {
	readonly from: number;
	readonly to: number;
}

export interface WordAnswer {
	/** The words of the other side, in their order. */
	readonly ranges: readonly AnsweredRange[];
	/** The probability that they are right, from 0 to 1. */
	readonly score: number;
}

/** A sentence pair whose words are linked. */
export interface LinkedPair {
	readonly units: readonly [readonly Unit[], readonly Unit[]];
	readonly links: readonly UnitLink[];
}

/** The least score at which a word is answered: chosen on the pairs that are not held back. */
export const leastAnswerScore = 0.65;

/** UTF-16 units of a sentence; a longer one is a list or no sentence, and its words are not linked. */
const longestText = 1_000;

/** Links the words of sentences and their translations in two languages. */
export class WordLinker {
	readonly #dictionaries: readonly [Dictionary, Dictionary];
	readonly #learnt: Learnt;
	/**
	 * The two languages are linked in the same order always, so that exchanging them only exchanges
	 * the answers.
	 */
	readonly #isTurned: boolean;

	/**
	 * @param dictionaries from the first language to the second, and back
	 * @param learnt words of the reader’s library, from the first language to the second
	 */
	constructor(dictionaries: readonly [Dictionary, Dictionary], learnt: Lexicon) {
		const [there, back] = dictionaries.map(({ vocabulary }) => vocabulary.grammar.lang);
		this.#dictionaries = dictionaries;
		this.#isTurned = (there ?? '') < (back ?? '');
		this.#learnt = new Learnt(learnt, this.#isTurned);
	}

	/** Links the words of a sentence in the first language and its translation in the second. */
	link(texts: readonly [string, string]): LinkedPair {
		if (texts.some(({ length }) => length > longestText)) return { units: [[], []], links: [] };
		const [there, back] = this.#dictionaries;
		const [source, target] = [unitsOf(texts[0], there), unitsOf(texts[1], back)];
		const links = this.#isTurned
			? link(target, source, this.#learnt).map(exchanged)
			: link(source, target, this.#learnt);
		return { units: [source.units, target.units], links };
	}
}

/** Returns the linker of two languages; null if there are no dictionaries for them. */
export async function wordLinkerOf(
	from: Lang,
	to: Lang,
	learnt: Lexicon
): Promise<WordLinker | null> {
	const [there, back] = await Promise.all([dictionaryOf(from, to), dictionaryOf(to, from)]);
	return there && back ? new WordLinker([there, back], learnt) : null;
}

/**
 * Returns what answers the words in a range of one side (0 or 1) on the other; null if nothing does,
 * or nothing that is sure enough.
 */
export function answers(
	{ units, links }: LinkedPair,
	side: 0 | 1,
	range: AnsweredRange,
	least = leastAnswerScore
): WordAnswer | null {
	const asked = links.filter(({ first, second, score }) => {
		const unit = side === 0 ? units[0][first] : units[1][second];
		return unit && score >= least && unit.start < range.to && range.from < unit.end;
	});
	if (asked.length === 0) return null;
	const others = new Set(asked.map(({ first, second }) => (side === 0 ? second : first)));
	return {
		ranges: [...others]
			.toSorted((a, b) => a - b)
			.flatMap((at) => (side === 0 ? units[1] : units[0]).slice(at, at + 1))
			.map(({ start, end }) => ({ from: start, to: end })),
		score: Math.min(...asked.map(({ score }) => score))
	};
}
