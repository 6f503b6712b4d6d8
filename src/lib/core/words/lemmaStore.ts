/**
 * The counted lemmas of texts, as they are kept. They follow from the texts and the lexicon: what is
 * lost is counted again.
 */
import * as v from 'valibot';
import type { StoreResult } from '../library/storeFailure';
import { lang, type Of } from '../library/schemaParts';
import type { Lang } from '../text/article';
import type { LemmaCounts } from './lemmaCounts';

/** One text in one language. */
export interface CountedSide {
	readonly lang: Lang;
	readonly counts: LemmaCounts;
}

export interface CountedText {
	readonly key: string;
	/** What the counts were made of: the text as it was then, and the lexicon. */
	readonly revision: string;
	readonly sides: readonly CountedSide[];
}

export interface LemmaStore {
	/** Returns what is kept for these keys, of any revision. */
	countedTexts(keys: readonly string[]): StoreResult<readonly CountedText[]>;
	putCountedTexts(texts: readonly CountedText[]): StoreResult<void>;
}

/** Returns the key of a text: an own text may have the id of one of the site’s. */
export const countedKey = (kind: 'own' | 'site', id: string): string => `${kind} ${id}`;

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const countedText: Of<CountedText> = v.object({
	key: v.string(),
	revision: v.string(),
	sides: v.array(v.object({ lang, counts: v.map(v.string(), positive) }))
});
