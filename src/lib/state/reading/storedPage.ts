import { resolve } from '$lib/core/translation/resolve';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { T, UiLang } from '$lib/i18n';
import { readingPage, type ReadingPage } from './page';

/** Makes the page of a stored article; null where it has no translation. */
export function storedPage(found: StoredArticle, ui: UiLang, t: T): ReadingPage | null {
	const [translation] = found.translations;
	if (!translation) return null;
	const { id, metadata, original, translations, next } = found;
	return readingPage(
		{
			id,
			place: 'read',
			original: metadata,
			translated: translation.translated,
			rows: resolve(
				original?.blocks ?? [],
				{ stored: translations, words: [], reviews: [] },
				{ lang: translation.translated.lang }
			),
			reads: original?.reads ?? null,
			written: original?.written ?? null,
			originalMissing: original === null,
			stored: true,
			next: next ? { ...next, series: next.series[ui] ?? '' } : null
		},
		ui,
		t
	);
}
