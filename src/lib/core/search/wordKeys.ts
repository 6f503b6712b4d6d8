/** The keys by which a word of a query is found, and how a form that is found answers it. */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import { lemmaKey, partKey } from './key';
import { plainForm } from './letters';
import type { Terms } from './terms';

/**
 * How a form answers a word, the best first. `exact`: it is the word; `inflection`: both are forms of
 * one lemma or stem; `compound`: the word is a part of it; `folded`: it is one of these for the word
 * with other marks on its letters.
 */
export const matchKinds = ['exact', 'inflection', 'compound', 'folded'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** A word of a query in one language. */
export interface WordKeys {
	readonly word: string;
	/** What a form under each key is at best. */
	readonly kinds: ReadonlyMap<string, MatchKind>;
}

/**
 * Returns the keys of a word.
 * @param like forms of the index that differ from it in their marks alone (`formsLike`)
 */
export function wordKeys(word: string, like: Iterable<string>, terms: Terms, lang: Lang): WordKeys {
	const kinds = new Map<string, MatchKind>();
	const add = (keys: readonly string[], whole: MatchKind, part: MatchKind): void => {
		for (const key of keys) if (!kinds.has(key)) kinds.set(key, whole);
		for (const key of keys) {
			const compound = partKey(key.slice(1));
			if (key.startsWith('=') && !kinds.has(compound)) kinds.set(compound, part);
		}
	};
	add([...wholeKeys(word, terms), lemmaKey(word)], 'inflection', 'compound');
	const folded = [...new Set([...like, ...marked(word, terms, lang)])];
	for (const form of folded) add(nearest(word, wholeKeys(form, terms)), 'folded', 'folded');
	return { word, kinds };
}

/** Returns how a form under a key answers the word; null where it does not. */
export const kindOf = ({ word, kinds }: WordKeys, key: string, form: string): MatchKind | null =>
	kinds.has(key) && form === word ? 'exact' : (kinds.get(key) ?? null);

/** Keys of whole words: a part of the word is another word. */
const wholeKeys = (word: string, terms: Terms): readonly string[] =>
	terms.keysOf(word).filter((key) => !key.startsWith('+'));

/** Where a lemma itself is the word with other marks, its other readings are not meant. */
function nearest(word: string, keys: readonly string[]): readonly string[] {
	const same = keys.filter((key) => plainForm(key.slice(1)) === plainForm(word));
	return same.length > 0 ? same : keys;
}

/** Letters that are typed without their marks where a keyboard lacks them. */
const marks: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
	sv: { a: 'åä', o: 'ö', e: 'é' }
};
/** Ways to put marks on a word: beyond it the word is taken as typed. */
const mostMarked = 512;

/** Returns forms of the lexicon that differ from a word in their marks alone. */
function marked(word: string, terms: Terms, lang: Lang): readonly string[] {
	const letters = marks[primaryLang(lang)];
	if (!letters) return [];
	let ways = [''];
	for (const letter of word) {
		const written = [letter, ...(letters[letter] ?? '')];
		ways = ways.flatMap((way) => written.map((one) => way + one));
		if (ways.length > mostMarked) return [];
	}
	return ways.filter((way) => way !== word && terms.lemmasOf(way).length > 0);
}
