/** The reading pages of the stored articles, made when the site is built. */
import { resolve } from '$lib/core/translation/resolve';
import { translator, uiLangs, type UiLang } from '$lib/i18n';
import { readingPage, type NextText, type ReadingPage } from '$lib/state/reading/page';
import type { MappedDossier } from './dossiers';
import { dossiers } from './dossiers.server';
import { entry, library } from './library.server';
import { lazily } from './lazily';

/** Returns every stored article in every language of the interface. */
export const pageEntries = (): { ui: UiLang; id: string }[] =>
	library().flatMap(({ id }) => uiLangs.map((ui) => ({ ui, id })));

/** Returns a reading page; null where no translation of this id is stored. */
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
			written: found.original?.written ?? null,
			originalMissing: found.original === null,
			stored: true,
			next: nextText(id, ui)
		},
		ui,
		await translator(ui)
	);
}

/** Returns the text after this one in its dossier; null for the last, and for one in none. */
function nextText(id: string, ui: UiLang): NextText | null {
	const found = places().get(id);
	const next = found && entry(found.next);
	if (!found || !next?.metadata.title) return null;
	return {
		id: next.id,
		title: next.metadata.title,
		lang: next.metadata.lang,
		series: found.dossier.title[ui] ?? ''
	};
}

/** By article, the dossier that it is in and the article after it there: the first that has one. */
const places = lazily(() => {
	const found = new Map<string, { readonly dossier: MappedDossier; readonly next: string }>();
	for (const dossier of dossiers())
		for (const [at, { id }] of dossier.articles.entries()) {
			const next = dossier.articles[at + 1]?.id;
			if (next !== undefined && !found.has(id)) found.set(id, { dossier, next });
		}
	return found;
});
