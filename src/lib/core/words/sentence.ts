import type { WordClass } from './wordClass';
import type { Neighbours } from './grammar';
import { textWords, type WordInText } from './textWord';

/** A sentence with its words. */
export interface SentenceWords {
	readonly text: string;
	readonly words: readonly WordInText[];
}

export const sentenceWords = (text: string): SentenceWords => ({ text, words: textWords(text) });

/** How many words on each side are looked at. */
const reach = 3;

/** Returns the words beside the word at `at`, up to the next mark that ends a clause. */
export function neighboursAt(
	sentence: SentenceWords,
	at: number,
	classOf: (word: string) => WordClass | null
): Neighbours {
	const [before, after] = [beside(sentence, at, -1), beside(sentence, at, 1)];
	return {
		form: sentence.words[at]?.text.toLowerCase() ?? '',
		before,
		after,
		classBefore: before[0] === undefined ? null : classOf(before[0]),
		classAfter: after[0] === undefined ? null : classOf(after[0])
	};
}

function beside(sentence: SentenceWords, at: number, step: 1 | -1): readonly string[] {
	const found: string[] = [];
	for (let next = at + step; found.length < reach; next += step) {
		const word = sentence.words[next];
		if (!word || isParted(sentence, Math.min(next, next - step))) break;
		found.push(word.text.toLowerCase());
	}
	return found;
}

/** Whether a mark stands between a word and the next one. */
export const isParted = ({ text, words }: SentenceWords, at: number): boolean => {
	const [word, next] = [words[at], words[at + 1]];
	return (
		!word ||
		!next ||
		/[,;:.!?()–—”"“»«\n]/.test(text.slice(word.start + word.text.length, next.start))
	);
};

/** Whether a word has a capital that no sentence, quotation or title begins with. */
export function hasOwnCapital({ text, words }: SentenceWords, at: number): boolean {
	const word = words[at];
	if (!word || !/^\p{Lu}/u.test(word.text)) return false;
	return at > 0 && !/[:.!?”"“»«‘(–—]\s*$/.test(text.slice(0, word.start));
}

/** Returns the index of a word by its form; of several that at or after `from`; -1 if there is none. */
export const indexOfForm = ({ words }: SentenceWords, form: string, from = 0): number =>
	words.findIndex(({ text, start }) => start >= from && text.toLowerCase() === form.toLowerCase());
