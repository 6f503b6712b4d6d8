import type { OwnWork, Store } from '$lib/core/library/store';
import { coverage, type Coverage } from '$lib/core/translation/coverage';
import { asTranslation } from '$lib/core/translation/own';
import { resolve } from '$lib/core/translation/resolve';
import type { StoredArticle } from '$lib/core/translation/stored';

/** A stored article whole; null where there is none, or where it cannot be had. */
export type Fetch = (id: string) => Promise<StoredArticle | null>;

/**
 * The coverage of an article as the reader has it: their copy, their own words, their reviews.
 * Null where they have nothing of it, or where it cannot be told: the stored one then holds.
 */
export async function ownCoverage(
	store: Store,
	fetch: Fetch,
	id: string
): Promise<Coverage | null> {
	const [work, kept] = await Promise.all([store.work(id), store.article(id)]);
	if (!work.ok || !kept.ok || (!kept.value && !hasWork(work.value))) return null;
	const stored = await fetch(id);
	const blocks = kept.value?.article.blocks ?? stored?.original?.blocks ?? [];
	const { words, reviews } = work.value;
	const original = kept.value?.article ?? stored?.metadata ?? { lang: '' };
	const translations = [
		...work.value.translations.map((own) => asTranslation(own, original)),
		...(stored?.translations ?? [])
	];
	const lang = translations[0]?.translated.lang ?? words[0]?.lang;
	if (lang === undefined) return null;
	return coverage(resolve(blocks, { stored: translations, words, reviews }, { lang }));
}

const hasWork = ({ words, reviews, translations }: OwnWork): boolean =>
	[...words, ...reviews, ...translations].some(({ deleted }) => !deleted);
