/** The reading pages of the stored articles, made when the site is built. */
import type { NextArticle, StoredArticle } from '$lib/core/translation/stored';
import { translator, uiLangs, type T, type UiLang } from '$lib/i18n';
import type { ReadingPage } from '$lib/state/reading/page';
import { storedPage as makePage } from '$lib/state/reading/storedPage';
import type { MappedDossier } from './dossiers';
import { dossiers } from './dossiers.server';
import { articleIds, entry } from './library.server';
import { lazily } from './lazily';
import { remembered } from './remembered';

/** Returns every stored article in every language of the interface. */
export const pageEntries = (): { ui: UiLang; id: string }[] =>
	articleIds().flatMap((id) => uiLangs.map((ui) => ({ ui, id })));

/** Returns a reading page; null where no translation of this id is stored. */
export async function storedPage(id: string, ui: UiLang): Promise<ReadingPage | null> {
	const found = storedData(id);
	return found && makePage(found, ui, await words(ui));
}

const translators = new Map<UiLang, T>();

async function words(ui: UiLang): Promise<T> {
	const made = translators.get(ui) ?? remembered(await translator(ui));
	translators.set(ui, made);
	return made;
}

/** Returns a stored article with the text after it in its dossier; null where there is none. */
export function storedData(id: string): StoredArticle | null {
	const found = entry(id);
	const next = found && nextArticle(id);
	return next ? { ...found, next } : found;
}

function nextArticle(id: string): NextArticle | null {
	const found = places().get(id);
	const next = found && entry(found.next);
	if (!found || !next?.metadata.title) return null;
	const { title, lang } = next.metadata;
	return { id: next.id, title, lang, series: found.dossier.title };
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
