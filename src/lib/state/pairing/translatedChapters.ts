/** Finds the chapters of a book that have a translation already, and leaves out their pairs. */
import { askStore } from '$lib/core/library/askStore';
import type { BookPairing, ChapterPair } from '$lib/core/library/bookPairing';
import type { Store } from '$lib/core/library/store';
import { primaryLang } from '$lib/core/text/languageTag';

/** Returns the numbers of the original’s chapters that have a translation into the file’s language. */
export async function translatedChapters(
	open: () => Promise<Store>,
	{ articles, lang }: Pick<BookPairing, 'articles' | 'lang'>
): Promise<ReadonlySet<number>> {
	const works = await Promise.all(articles.map((id) => askStore(open, (store) => store.work(id))));
	return new Set(
		works.flatMap((work, at) => {
			const translations = work.ok ? work.value.translations : [];
			return translations.some((own) => primaryLang(own.lang) === primaryLang(lang)) ? [at] : [];
		})
	);
}

/** Leaves out the pairs of chapters that have a translation. */
export const withoutTranslated = (
	pairs: readonly ChapterPair[],
	translated: ReadonlySet<number>
): readonly ChapterPair[] =>
	pairs.map((pair) =>
		pair.target.length > 0 && pair.source.some((at) => translated.has(at))
			? { ...pair, outcome: 'translated' }
			: pair
	);
