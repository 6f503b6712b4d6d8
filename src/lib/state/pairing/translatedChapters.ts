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
	const found = await askStore(open, (store) => store.translated(articles));
	// The keys say nothing of the language: only the texts that have a translation are read for it.
	const read = (found.ok ? found.value : []).map(async (id): Promise<readonly number[]> => {
		const work = await askStore(open, (store) => store.work(id));
		const translations = work.ok ? work.value.translations : [];
		const isTranslated = translations.some((own) => primaryLang(own.lang) === primaryLang(lang));
		return isTranslated ? [articles.indexOf(id)] : [];
	});
	return new Set((await Promise.all(read)).flat());
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
