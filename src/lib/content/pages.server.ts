/** The reading pages of the stored articles, finished when the site is built. */
import { resolve } from '$lib/core/translation/resolve';
import { translator, uiLangs, type UiLang } from '$lib/i18n';
import { readingPage, type ReadingPage } from '$lib/ui/reading/page';
import { entry, library } from './library.server';

/** Every stored article in every language of the interface. */
export const pageEntries = (): { ui: UiLang; id: string }[] =>
	library().flatMap(({ id }) => uiLangs.map((ui) => ({ ui, id })));

/** Null where no translation of this id is stored. */
export async function storedPage(id: string, ui: UiLang): Promise<ReadingPage | null> {
	const found = entry(id);
	const translation = found?.translations[0];
	if (!found || !translation) return null;
	return readingPage(
		{
			id: found.id,
			place: 'read',
			original: found.metadata,
			translated: translation.translated,
			rows: resolve(
				found.original?.blocks ?? [],
				{ stored: found.translations, words: [], reviews: [] },
				{ lang: translation.translated.lang }
			),
			reads: found.original?.reads ?? null,
			originalMissing: found.original === null,
			stored: true
		},
		ui,
		await translator(ui)
	);
}
