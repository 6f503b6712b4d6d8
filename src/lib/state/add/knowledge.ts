import type { Article } from '$lib/core/text/article';
import { recognise, type KnownArticle, type Recognition } from '$lib/core/translation/recognise';
import type { Listing } from '../library/listing';

/** The stored translation that recognises an imported text, if any. */
export type TextKnowledge =
	| { readonly kind: 'known'; readonly entry: Listing; readonly recognition: Recognition }
	| { readonly kind: 'unknown' }
	/** The stored translations could not be loaded. */
	| { readonly kind: 'unchecked' };

export function knowledge(
	article: Article,
	known: readonly KnownArticle[] | null,
	listed: readonly Listing[]
): TextKnowledge {
	if (!known) return { kind: 'unchecked' };
	const recognition = recognise(article.blocks, known);
	const entry = listed.find(({ id }) => id === recognition?.article);
	return recognition && entry ? { kind: 'known', entry, recognition } : { kind: 'unknown' };
}
