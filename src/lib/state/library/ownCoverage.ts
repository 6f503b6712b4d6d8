import type { OwnWork, Store } from '$lib/core/library/store';
import { coverage, type Coverage } from '$lib/core/translation/coverage';
import type { Lang } from '$lib/core/text/article';
import { asTranslation } from '$lib/core/translation/own';
import { resolve } from '$lib/core/translation/resolve';
import type { StoredArticle } from '$lib/core/translation/stored';

/** Fetches a stored article; null where there is none, or where it cannot be loaded. */
export type Fetch = (id: string) => Promise<StoredArticle | null>;

/** The translation that the reader has brought in: the library shows its title and translator. */
export interface BroughtTranslation {
	readonly id: string;
	readonly lang: Lang;
	readonly title: string;
	readonly translator: string;
}

export type OwnCoverage = Coverage & { readonly brought?: BroughtTranslation };

/**
 * Returns the coverage of an article with the reader's copy, own words and reviews. Null where the
 * reader has none of these, or where it cannot be computed: the stored coverage then applies.
 */
export async function ownCoverage(
	store: Store,
	fetch: Fetch,
	id: string
): Promise<OwnCoverage | null> {
	const [work, kept] = await Promise.all([store.work(id), store.article(id)]);
	if (!work.ok || !kept.ok || (!kept.value && !hasWork(work.value))) return null;
	const stored = await fetch(id);
	const blocks = kept.value?.article.blocks ?? stored?.original?.blocks ?? [];
	const { words, reviews } = work.value;
	const original = kept.value?.article ?? stored?.metadata ?? { lang: '' };
	const translations = [
		...work.value.translations.map((own) =>
			asTranslation(own, original, stored?.translations ?? [])
		),
		...(stored?.translations ?? [])
	];
	const lang = translations[0]?.translated.lang ?? words[0]?.lang;
	if (lang === undefined) return null;
	const [first] = work.value.translations;
	return {
		...coverage(resolve(blocks, { stored: translations, words, reviews }, { lang })),
		...(first && {
			brought: {
				id: first.id,
				lang: first.lang,
				title: first.credit.title,
				translator: first.credit.translator
			}
		})
	};
}

const hasWork = ({ words, reviews, translations }: OwnWork): boolean =>
	[...words, ...reviews, ...translations].some(({ deleted }) => !deleted);
