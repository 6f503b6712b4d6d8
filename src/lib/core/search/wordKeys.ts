/** The keys by which a word of a query is found, and how a form that is found answers it. */
import { lemmaKey, partKey } from './key';
import { plainForm } from './letters';

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
	/** A key under which the word itself stands, if it is there. */
	readonly exact: readonly string[];
	/** What a form under each key is at best. */
	readonly kinds: ReadonlyMap<string, MatchKind>;
}

/** What is known of a word in one language. */
export interface KnownWord {
	/** Its keys as a whole word, the likeliest first. */
	readonly keys: readonly string[];
	/** Forms that differ from it in their marks alone, with theirs. */
	readonly like: ReadonlyMap<string, readonly string[]>;
}

/** Returns the keys of a word. */
export function wordKeys(word: string, { keys, like }: KnownWord): WordKeys {
	const kinds = new Map<string, MatchKind>();
	const add = (some: readonly string[], whole: MatchKind, part: MatchKind): void => {
		for (const key of some) if (!kinds.has(key)) kinds.set(key, whole);
		for (const key of some) {
			const compound = partKey(key.slice(1));
			if (key.startsWith('=') && !kinds.has(compound)) kinds.set(compound, part);
		}
	};
	add([...keys, lemmaKey(word)], 'inflection', 'compound');
	for (const theirs of like.values()) add(nearest(word, theirs), 'folded', 'folded');
	return { word, exact: keys.slice(0, 1), kinds };
}

/** Returns how a form under a key answers the word; null where it does not. */
export const kindOf = ({ word, kinds }: WordKeys, key: string, form: string): MatchKind | null =>
	kinds.has(key) && form === word ? 'exact' : (kinds.get(key) ?? null);

/** Where a lemma itself is the word with other marks, its other readings are not meant. */
function nearest(word: string, keys: readonly string[]): readonly string[] {
	const same = keys.filter((key) => plainForm(key.slice(1)) === plainForm(word));
	return same.length > 0 ? same : keys;
}
