/** Forms of the lexicon that differ from a word in the marks of their letters alone. */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import type { Terms } from './terms';
import type { ListedForm } from './wordTable';

/** Letters that are typed without their marks where a keyboard lacks them. */
const marks: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
	sv: { a: 'åä', o: 'ö', e: 'é' }
};
/** Ways to put marks on a word: beyond it the word is taken as typed. */
const mostMarked = 512;

/** Whether a form is a word with marks put on its letters. */
export function isMarkedForm(form: string, word: string, lang: Lang): boolean {
	const letters = marks[primaryLang(lang)];
	return (
		letters !== undefined &&
		form.length === word.length &&
		[...word].every(
			(letter, at) => letter === form[at] || letters[letter]?.includes(form[at] ?? ' ')
		)
	);
}

/** Returns a word and the forms that it is with marks, as far as the lexicon lists them. */
export const listedForms = (word: string, terms: Terms, lang: Lang): readonly ListedForm[] =>
	[word, ...marked(word, lang)].flatMap((form) =>
		terms.lists(form) ? [{ form, keys: terms.wholeKeys(form) }] : []
	);

function marked(word: string, lang: Lang): readonly string[] {
	const letters = marks[primaryLang(lang)];
	if (!letters) return [];
	let ways = [''];
	for (const letter of word) {
		const written = [letter, ...(letters[letter] ?? '')];
		ways = ways.flatMap((way) => written.map((one) => way + one));
		if (ways.length > mostMarked) return [];
	}
	return ways.filter((way) => way !== word);
}
