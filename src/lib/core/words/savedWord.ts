/** The record of a saved word: what the reader wants to remember, and where it stood. */
import { primaryLang } from '../text/languageTag';
import type { Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';

export const savedStates = ['new', 'learning', 'known'] as const;
export type SavedState = (typeof savedStates)[number];

/** A sentence with the word in it. `range` is null where it is not known which words those are. */
export interface MarkedSentence {
	readonly text: string;
	/** From and to, in UTF-16 units of `text`. */
	readonly range: readonly [from: number, to: number] | null;
}

/** Where a word stood when it was saved. */
interface WordSource {
	readonly article: string;
	/** Title of the text, empty if it has none. It stays when the text is removed. */
	readonly title: string;
	/** The first original paragraph of the row, and which of several with the same words (from 1). */
	readonly paragraph: Fingerprint;
	readonly occurrence: number;
}

interface WordContext {
	/** In the language of the word. */
	readonly sentence: MarkedSentence;
	/** The same in the other language; null where there is no translation. */
	readonly counterpart: MarkedSentence | null;
	readonly source: WordSource;
}

/** When a word is asked for again, as FSRS counts it. Moments are milliseconds since 1970. */
export interface Repetition {
	readonly due: number;
	readonly stability: number;
	readonly difficulty: number;
	readonly scheduledDays: number;
	readonly learningSteps: number;
	readonly reviews: number;
	readonly lapses: number;
	/** 0 new, 1 learning, 2 review, 3 relearning. */
	readonly stage: number;
	readonly last: number;
}

export interface SavedWord {
	readonly id: string;
	/** The language of the word, and that of its meaning. */
	readonly lang: Lang;
	readonly to: Lang;
	/** As it stood in the text. */
	readonly form: string;
	readonly lemma: string;
	/** Other forms of the lemma, by which it is found in texts; empty if they are not known. */
	readonly forms: readonly string[];
	/** Word class in English (`noun`); empty if it is not known. */
	readonly wordClass: string;
	/** Empty for none. */
	readonly meaning: string;
	/** Null for a word that the reader wrote themselves. */
	readonly context: WordContext | null;
	/** Plain text; empty for none. */
	readonly note: string;
	readonly state: SavedState;
	/** Null until the reader has repeated it. */
	readonly repetition: Repetition | null;
	readonly addedAt: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/** What a page says of a word to save. */
export type NewSavedWord = Pick<
	SavedWord,
	'lang' | 'to' | 'form' | 'lemma' | 'forms' | 'wordClass' | 'meaning' | 'context' | 'note'
>;

/** A change to a record. `base`: the `changedAt` of the record it was made from, null for none. */
export interface SavedWordChange {
	readonly word: SavedWord;
	readonly base: string | null;
}

/** Returns the record of a new word. */
export const newSavedWord = (made: NewSavedWord, id: string, addedAt: string): SavedWord => ({
	...made,
	id,
	state: 'new',
	repetition: null,
	addedAt,
	changedAt: addedAt
});

/** Returns what two saved words must share to be the same word. */
export const wordKey = ({
	lang,
	to,
	lemma,
	wordClass
}: Pick<SavedWord, 'lang' | 'to' | 'lemma' | 'wordClass'>): string =>
	JSON.stringify([primaryLang(lang), primaryLang(to), folded(lemma), wordClass]);

/** Returns the lemmas of a language that the reader has marked as known. */
export const knownLemmas = (
	words: readonly Pick<SavedWord, 'lang' | 'lemma' | 'state'>[],
	lang: Lang
): ReadonlySet<string> =>
	new Set(
		words
			.filter((word) => word.state === 'known' && primaryLang(word.lang) === primaryLang(lang))
			.map(({ lemma }) => folded(lemma))
	);

/** Returns a form as forms are compared: composed characters, small letters, one apostrophe. */
export const folded = (form: string): string =>
	form.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'");
