/** Shared by the tests of saved words. */
import type { Page } from '@playwright/test';
import { block } from '../src/lib/core/text/block';
import { newSavedWord, type SavedWord } from '../src/lib/core/words/savedWord';
import { at } from './library';

const paragraph = block({ kind: 'paragraph' }, 'Katten satt på trappan.').fingerprint;

/** Returns a word as it is saved while reading; what does not matter is the same in each. */
export const savedWord = (
	lemma: string,
	change: Partial<SavedWord> = {},
	minute = 0
): SavedWord => ({
	...newSavedWord(
		{
			lang: 'sv',
			to: 'en',
			form: lemma,
			lemma,
			forms: [],
			wordClass: 'noun',
			meaning: `meaning of ${lemma}`,
			context: {
				sentence: { text: `Där står ${lemma} i texten.`, range: [9, 9 + lemma.length] },
				counterpart: { text: `There it is in the text.`, range: null },
				source: { article: 'gard', title: 'Om gard', paragraph, occurrence: 1 }
			},
			note: ''
		},
		`id-${lemma}`,
		at(minute)
	),
	...change
});

/** Saves words in the library of a page from `withLibrary`. */
export const put = (page: Page, words: readonly SavedWord[]): Promise<unknown> =>
	page.evaluate(
		(words) => window.library.putSavedWords(words.map((word) => ({ word, base: null }))),
		words
	);

/** Returns the words that are underlined on a reading page. */
export const underlined = (page: Page, name = 'saved-word'): Promise<readonly string[]> =>
	page.evaluate(
		(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
		name
	);
