/** Keys of words that no lexicon has: their stems. */
import { stemmer } from '../align/stem';
import type { Lang } from '../text/article';
import { stemKey } from './key';
import { exactForm } from './letters';

/** UTF-16 units of a word that is stemmed; what is beyond is left out. */
const longestStemmed = 80;

/** Returns what gives a word that the lexicon lacks its key: its stem’s. */
export const unknownKey = (lang: Lang): ((word: string) => string) => {
	const stem = stemmer(lang);
	return (word) => {
		const form = exactForm(word);
		// What is longer is no word, and stemming it would take long.
		return stemKey(form.length > longestStemmed ? form.slice(0, longestStemmed) : stem(form));
	};
};

/** Whether a word is a number: it has its own key in every language. */
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word) && !/\p{L}/u.test(word);
