/** Where the reader’s saved words stand in a text. */
import { primaryLang } from '../text/languageTag';
import type { Lang } from '../text/article';
import { folded, type SavedState, type SavedWord } from './savedWord';
import { wordSource } from './textWord';

/** A saved word in a text: from and to in UTF-16 units. */
interface SavedPlace {
	readonly start: number;
	readonly end: number;
	readonly state: SavedState;
}

/** A form in folded words, under its first one. */
interface SavedForm {
	readonly words: readonly string[];
	readonly state: SavedState;
}

/** The forms of saved words in one language, by their first word; the longest first. */
type SavedForms = ReadonlyMap<string, readonly SavedForm[]>;

/** Figures count too: a reader may save `7`. */
const wordPattern = new RegExp(wordSource, 'gu');

interface TextWord {
	readonly start: number;
	readonly end: number;
	readonly folded: string;
}

const wordsIn = (text: string): readonly TextWord[] =>
	[...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
		start: index,
		end: index + word.length,
		folded: folded(word)
	}));

/** Returns the forms to look for. Of two words that share a form the one not known yet counts. */
export function savedForms(words: readonly SavedWord[], lang: Lang): SavedForms {
	const forms = new Map<string, SavedForm[]>();
	const ordered = words
		.filter((word) => primaryLang(word.lang) === primaryLang(lang))
		.toSorted((a, b) => Number(a.state === 'known') - Number(b.state === 'known'));
	for (const { form, lemma, forms: others, state } of ordered)
		for (const one of new Set([form, lemma, ...others].map(folded))) {
			const parts = wordsIn(one).map((part) => part.folded);
			const [first] = parts;
			if (first === undefined) continue;
			const group = forms.get(first) ?? [];
			forms.set(first, group);
			group.push({ words: parts, state });
		}
	for (const [first, group] of forms)
		forms.set(
			first,
			group.toSorted((a, b) => b.words.length - a.words.length)
		);
	return forms;
}

/** Returns the places of saved words in a text, in its order; none lies over another. */
export function savedPlaces(text: string, forms: SavedForms): readonly SavedPlace[] {
	if (forms.size === 0) return [];
	const words = wordsIn(text);
	const places: SavedPlace[] = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		const found = word && forms.get(word.folded)?.find((form) => stands(form, words, at));
		if (!found) continue;
		const last = words[at + found.words.length - 1] ?? word;
		places.push({ start: word.start, end: last.end, state: found.state });
		at += found.words.length - 1;
	}
	return places;
}

/** Returns what finds saved words in texts of any language; each language is prepared once. */
export function placeFinder(
	words: readonly SavedWord[]
): (text: string, lang: Lang) => readonly SavedPlace[] {
	const byLang = new Map<string, SavedForms>();
	return (text, lang) => {
		const forms = byLang.get(lang) ?? savedForms(words, lang);
		byLang.set(lang, forms);
		return savedPlaces(text, forms);
	};
}

const stands = ({ words }: SavedForm, text: readonly TextWord[], at: number): boolean =>
	words.every((word, n) => text[at + n]?.folded === word);
