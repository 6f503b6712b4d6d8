/**
 * Whether a machine’s answer will do. What is wrong with one is told from the two texts alone, and
 * only what is surely wrong: a clumsy answer is shown, and marked as a machine’s.
 *
 * Laws (`answer.test.ts`): no sentence of the stored translations loops or is taken for another
 * language; a copy of one in the language that it came from always is; nothing throws.
 */
import { detectLanguage } from '../import/language';
import type { Lang } from '../text/article';
import { escapeInline } from '../text/inline';
import { figures, lacking } from '../translation/check/figures';
import type { Pair } from './engine';
import { wordsOf } from './placing';

export const faults = ['empty', 'looping', 'long', 'short', 'language', 'figures'] as const;
/**
 * `empty`: no words; `looping`: says the same over and over; `long`, `short`: far from the
 * sentence’s length; `language`: is not in the language asked for; `figures`: lost some.
 */
export type Fault = (typeof faults)[number];

/** What is wrong with `answer` as a translation of `sentence`; null where nothing surely is. */
export function faultOf(sentence: string, answer: string, pair: Pair): Fault | null {
	const [asked, said] = [sentence.trim(), answer.trim()];
	if (!/[\p{L}\p{N}]/u.test(said)) return /[\p{L}\p{N}]/u.test(asked) ? 'empty' : null;
	if (loops(said) > loops(asked)) return 'looping';
	if (said.length > mostLength(asked)) return 'long';
	if (said.length < leastLength(asked)) return 'short';
	if (isForeign(said, pair)) return 'language';
	return lostFigures(asked, said, pair) ? 'figures' : null;
}

/** In UTF-16 units. A short sentence may well be thrice as long in the other language. */
const mostLength = (asked: string): number => 2.5 * asked.length + 40;
const leastLength = (asked: string): number => (asked.length < 40 ? 0 : 0.35 * asked.length);

/** A phrase of at most so many words is found when it comes again and again. */
const longestPhrase = 12;
/** So often in a row is no longer emphasis; one word may come more often than a phrase. */
const oftenInRow = { word: 4, phrase: 3 };
const lettersInRow = /(\p{L}{1,4}?)\1{9,}/u;

/** How many times over a text says the same in a row, 0 for what people say too. */
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

function lostFigures(asked: string, said: string, { from, to }: Pair): boolean {
	if (!/\d/.test(asked)) return false;
	const told = figures(escapeInline(asked), from).filter((figure) => figure.as === 'digits');
	return lacking(told, figures(escapeInline(said), to)).length > 0;
}

/** Below this many words an answer’s language is not told with certainty. */
const enoughWords = { ownLanguage: 5, anyLanguage: 9 };

function isForeign(said: string, { from, to }: Pair): boolean {
	const lang = languageOf(said);
	if (lang === null || lang === to) return false;
	const words = wordsOf(said).length;
	return words >= (lang === from ? enoughWords.ownLanguage : enoughWords.anyLanguage);
}

/** Whether a sentence is in `lang` already, whatever it quotes: there is nothing to translate. */
export const isIn = (sentence: string, lang: Lang): boolean => languageOf(sentence) === lang;

/** The language of what is not quoted, where not all is, and of no address. */
function languageOf(sentence: string): Lang | null {
	const words = sentence.replace(/https?:\/\/\S+/g, ' ');
	const own = words.replace(/["“”„«»][^"“”„«»]*["“”„«»]/g, ' ');
	return detectLanguage(/\p{L}/u.test(own) ? own : words);
}

/**
 * A sentence in capitals as it would else be written, null where it is in none: machines that have
 * read little of the kind do better on it.
 */
export function lowered(sentence: string): string | null {
	const letters = sentence.match(/\p{L}/gu) ?? [];
	const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
	if (capitals.length < 4 || capitals.length < letters.length * 0.8) return null;
	const low = sentence.toLowerCase();
	const first = low.search(/\p{L}/u);
	return low.slice(0, first) + low.charAt(first).toUpperCase() + low.slice(first + 1);
}
