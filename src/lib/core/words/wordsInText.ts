/** Words of a text with their sentences: which is at an offset, and which comes next. */
import type { Lang } from '../text/article';
import { sentences } from '../text/sentence';
import { sentenceWords, type SentenceWords } from './sentence';
import type { WordInText } from './textWord';

/** Words of one sentence, from index `first` to `last`, which are the same for one word. */
export interface AskedWords {
	readonly sentence: SentenceWords;
	/** Where the sentence begins in the text. */
	readonly start: number;
	readonly first: number;
	readonly last: number;
}

/** Returns the sentences of a text that have words, each at its first word. */
export const wordSentences = (text: string, lang: Lang): readonly AskedWords[] =>
	sentences(text, lang).flatMap(({ start, text: part }) => {
		const sentence = sentenceWords(part.trimEnd());
		return sentence.words.length > 0 ? [{ sentence, start, first: 0, last: 0 }] : [];
	});

/**
 * Returns the words that `start` to `end` touches; those of its first sentence, where it goes over
 * several. Null for no words.
 */
export function wordsBetween(
	text: string,
	lang: Lang,
	start: number,
	end: number
): AskedWords | null {
	for (const found of wordSentences(text, lang)) {
		const { words } = found.sentence;
		const isTouched = (word: WordInText) =>
			found.start + word.start <= end && found.start + endOf(word) >= start;
		const first = words.findIndex(isTouched);
		if (first >= 0) return { ...found, first, last: words.findLastIndex(isTouched) };
	}
	return null;
}

/** Returns the word at an offset, also right before and behind it; null for none. */
export function wordAt(text: string, lang: Lang, offset: number): AskedWords | null {
	const found = wordsBetween(text, lang, offset, offset);
	// Between two words that touch the first is meant.
	return found && { ...found, last: found.first };
}

/** Returns the next or previous word of a text; null past its end. */
export function nextWord(
	text: string,
	lang: Lang,
	from: AskedWords,
	by: 1 | -1
): AskedWords | null {
	const at = (by > 0 ? from.last : from.first) + by;
	if (from.sentence.words[at]) return { ...from, first: at, last: at };
	const all = wordSentences(text, lang);
	const next = all[all.findIndex(({ start }) => start === from.start) + by];
	return next ? edgeWord(next, by) : null;
}

/** Returns the word of a sentence that one comes to first, forwards or backwards. */
export function edgeWord(found: AskedWords, by: 1 | -1): AskedWords {
	const at = by > 0 ? 0 : found.sentence.words.length - 1;
	return { ...found, first: at, last: at };
}

/** Returns where the words begin and end in the text. */
export function extentOf({ sentence: { words }, start, first, last }: AskedWords): {
	readonly start: number;
	readonly end: number;
} {
	const [from, to] = [words[first], words[last]];
	return { start: start + (from?.start ?? 0), end: start + (to ? endOf(to) : 0) };
}

const endOf = ({ start, text }: WordInText): number => start + text.length;
