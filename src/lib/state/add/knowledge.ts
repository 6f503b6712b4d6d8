import type { Article } from '$lib/core/text/article';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import { recognise, type Recognition } from '$lib/core/translation/recognise';
import { knownArticles, type StoredListing } from '$lib/core/translation/stored';

/** The stored translation that recognises an imported text, if any. */
export type TextKnowledge =
	| { readonly kind: 'known'; readonly entry: StoredListing; readonly recognition: Recognition }
	| { readonly kind: 'unknown' }
	/** The library could not be asked, and none of the texts that are kept is this one. */
	| { readonly kind: 'unchecked' };

export function knowledge(article: Article, { entries, isWhole }: Candidates): TextKnowledge {
	const recognition = recognise(article.blocks, knownArticles(entries));
	const entry = entries.find(({ id }) => id === recognition?.article);
	if (recognition && entry) return { kind: 'known', entry, recognition };
	return { kind: isWhole ? 'unknown' : 'unchecked' };
}
