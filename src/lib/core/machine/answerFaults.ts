/**
 * Checks a machine’s answer by the two texts alone, and rejects it only if it is certainly wrong: a
 * clumsy answer is shown, and marked as a machine’s.
 *
 * Laws (`answerFaults.test.ts`): no sentence of the stored translations loops or is taken for
 * another language; a copy of one in its own language always is; nothing throws.
 */
import { detectLanguage } from '../import/language';
import type { Lang } from '../text/article';
import { escapeInline } from '../text/inline';
import { figures, lacking } from '../translation/check/figures';
import type { LanguagePair } from './engine';
import { wordsOf } from './projectMarks';

export const faults = ['empty', 'looping', 'long', 'short', 'language', 'figures'] as const;
/**
 * `empty`: no words; `looping`: repeats the same; `long`, `short`: far from the sentence’s length;
 * `language`: not in the language asked for; `figures`: lost some.
 */
export type Fault = (typeof faults)[number];

/** Returns the fault of `answer` as a translation of `sentence`; null if none is certain. */
export function faultOf(sentence: string, answer: string, pair: LanguagePair): Fault | null {
	const [asked, said] = [sentence.trim(), answer.trim()];
	if (!/[\p{L}\p{N}]/u.test(said)) return /[\p{L}\p{N}]/u.test(asked) ? 'empty' : null;
	if (loops(said) > loops(asked)) return 'looping';
	if (said.length > mostLength(asked)) return 'long';
	if (said.length < leastLength(asked)) return 'short';
	if (isForeign(said, pair)) return 'language';
	return lostFigures(asked, said, pair) ? 'figures' : null;
}

/**
 * Returns the greatest accepted length, in UTF-16 units. A short sentence may well become three
 * times as long.
 */
const mostLength = (asked: string): number => 2.5 * asked.length + 40;
const leastLength = (asked: string): number => (asked.length < 40 ? 0 : 0.35 * asked.length);

/** The longest phrase, in words, whose repetition is found. */
const longestPhrase = 12;
/** Repeats in a row from which on it is a loop; a word may be repeated more often than a phrase. */
const oftenInRow = { word: 4, phrase: 3 };
const lettersInRow = /(\p{L}{1,4}?)\1{9,}/u;

/** Returns how many times in a row a text repeats itself, 0 for repeats that people use too. */
function loops(text: string): number {
	const words = wordsOf(text).map(({ start, end }) => text.slice(start, end).toLowerCase());
	let most = lettersInRow.test(text) ? 1 : 0;
	for (let size = 1; size <= longestPhrase; size++) {
		const enough = size === 1 ? oftenInRow.word : oftenInRow.phrase;
		let same = 0;
		for (let at = size; at < words.length; at++) {
			same = words[at] === words[at - size] ? same + 1 : 0;
			const times = Math.floor(same / size) + 1;
			if (times >= enough) most = Math.max(most, times);
		}
	}
	return most;
}

function lostFigures(asked: string, said: string, { from, to }: LanguagePair): boolean {
	if (!/\d/.test(asked)) return false;
	const told = figures(escapeInline(asked), from).filter((figure) => figure.as === 'digits');
	return lacking(told, figures(escapeInline(said), to)).length > 0;
}

/** The fewest words from which the language of an answer is judged. */
const enoughWords = { ownLanguage: 5, anyLanguage: 9 };

function isForeign(said: string, { from, to }: LanguagePair): boolean {
	const lang = languageOf(said);
	if (lang === null || lang === to) return false;
	const words = wordsOf(said).length;
	return words >= (lang === from ? enoughWords.ownLanguage : enoughWords.anyLanguage);
}

/**
 * Returns whether a sentence, without its quotations, is in `lang`: then it needs no translation.
 */
export const isIn = (sentence: string, lang: Lang): boolean => languageOf(sentence) === lang;

/**
 * Returns the language of a text without its quotations (unless it is all quotation) and addresses.
 */
function languageOf(sentence: string): Lang | null {
	const words = sentence.replace(/https?:\/\/\S+/g, ' ');
	const own = words.replace(/["“”„«»][^"“”„«»]*["“”„«»]/g, ' ');
	return detectLanguage(/\p{L}/u.test(own) ? own : words);
}

/**
 * Returns a sentence in capitals in normal case, null if it is not in capitals: models that were
 * trained on few such sentences translate the normal case better.
 */
export function lowered(sentence: string): string | null {
	const letters = sentence.match(/\p{L}/gu) ?? [];
	const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
	if (capitals.length < 4 || capitals.length < letters.length * 0.8) return null;
	const low = sentence.toLowerCase();
	const first = low.search(/\p{L}/u);
	return low.slice(0, first) + low.charAt(first).toUpperCase() + low.slice(first + 1);
}
