/** Makes records of looked-up words, to be saved. */
import { answeredText, extentOfRanges } from './answeredText';
import type { AnsweredRange } from './answer';
import type { FoundWord } from './dictionary';
import { classOf, meaningsOf } from './entry';
import { phraseOver } from './phrasesOf';
import type { MarkedSentence, NewSavedWord } from './savedWord';
import { extentOf, type AskedWords } from './wordsInText';

/** Words of a text as they were looked up. */
export interface LookedUpWords {
	readonly words: AskedWords;
	/** As they are in the text. */
	readonly form: string;
	/** What is known of each. */
	readonly found: readonly FoundWord[];
	/** Other forms of the lemma, or of the phrase. */
	readonly forms: readonly string[];
	/** Their sentence on the other side; null for none. */
	readonly translation: string | null;
	/** The words of it that answer them. */
	readonly answers: readonly AnsweredRange[];
}

type Known = Pick<NewSavedWord, 'form' | 'forms' | 'lemma' | 'wordClass' | 'meaning'>;

/** Longest phrase that is saved, in UTF-16 units; a longer one is a sentence. */
const longestPhrase = 100;

/** Returns what is known of a word, or of a phrase; null for a phrase that is too long. */
export function knownOf(looked: LookedUpWords): Known | null {
	const form = looked.form.normalize('NFC').replace(/\s+/g, ' ');
	if (looked.found.length > 1)
		return form.length > longestPhrase ? null : knownPhrase(looked, form);
	const answer = looked.found[0]?.answer;
	const first = answer?.kind === 'found' ? answer.analyses[0] : null;
	return {
		form,
		forms: looked.forms,
		lemma: first?.lemma ?? form,
		wordClass: first?.wordClass ?? '',
		meaning: first?.meanings[0]?.glosses.join(', ') ?? ''
	};
}

/** Returns the lemmas of a word, the likeliest first; of several words that of their phrase. */
export function lemmasOf(found: readonly FoundWord[], words: AskedWords): readonly string[] {
	const phrase = phraseOver(found, words);
	if (found.length > 1) return phrase ? [phrase.entry.head] : [];
	const answer = found[0]?.answer;
	return answer?.kind === 'found' ? [...new Set(answer.analyses.map(({ lemma }) => lemma))] : [];
}

/** A phrase that the lexicon lacks is its own lemma, and means what answers it in the translation. */
function knownPhrase(
	{ words, found, forms, translation, answers }: LookedUpWords,
	form: string
): Known {
	const entry = phraseOver(found, words)?.entry;
	if (!entry)
		return {
			...{ form, forms: [], lemma: form, wordClass: '' },
			meaning: translation === null ? '' : answeredText(translation, answers)
		};
	const meaning = meaningsOf(entry)[0]?.glosses.join(', ') ?? '';
	return { form, forms, lemma: entry.head, wordClass: classOf(entry), meaning };
}

/** Returns both sentences, with the words and those that answer them. */
export function sentencesOf({ words, translation, answers }: LookedUpWords): {
	readonly sentence: MarkedSentence;
	readonly counterpart: MarkedSentence | null;
} {
	const { start, end } = extentOf(words);
	const answered = extentOfRanges(answers);
	return {
		sentence: {
			text: words.sentence.text,
			range: [start - words.start, end - words.start]
		},
		counterpart:
			translation === null
				? null
				: { text: translation, range: answered && [answered.from, answered.to] }
	};
}
