import type { Article } from '$lib/core/text/article';
import { recognise, type KnownArticle, type Recognition } from '$lib/core/translation/recognise';
import type { Listing } from './listing';

/** What the library knows of an imported text. */
export type Knowledge =
	| { readonly kind: 'known'; readonly entry: Listing; readonly recognition: Recognition }
	| { readonly kind: 'unknown' }
	/** What is stored could not be asked. */
	| { readonly kind: 'unchecked' };

export function knowledge(
	article: Article,
	known: readonly KnownArticle[] | null,
	listed: readonly Listing[]
): Knowledge {
	if (!known) return { kind: 'unchecked' };
	const recognition = recognise(article.blocks, known);
	const entry = listed.find(({ id }) => id === recognition?.article);
	return recognition && entry ? { kind: 'known', entry, recognition } : { kind: 'unknown' };
}
