/** The library’s first page and the lists with the rest, made when the site is built. */
import { pagesOf } from '../core/library/firstPage';
import { storedListing, type StoredListing } from '../core/translation/stored';
import type { DossierListing } from '../state/library/groups';
import { outlineOf } from '../core/map/drawing';
import { dossiers } from './dossiers.server';
import { lazily } from './lazily';
import { startHere, storedEntries } from './library.server';

const pages = lazily(() =>
	pagesOf(
		storedEntries().map((entry) => ({
			id: entry.id,
			issued: entry.metadata.issued,
			listed: storedListing(entry)
		})),
		dossiers().map(({ articles }) => articles.map(({ id }) => id)),
		startHere
	)
);

/** Returns what the library’s page comes with. */
export const firstPage = () => ({
	stored: pages().first.map(({ listed }) => listed),
	lists: pages().lists.length,
	total: storedEntries().length
});

/** Returns the dossiers whose articles are all on the first page. */
export function firstDossiers(): readonly DossierListing[] {
	const shown = new Set(pages().first.map(({ id }) => id));
	return dossiers()
		.filter(({ articles }) => articles.every(({ id }) => shown.has(id)))
		.map(({ id, lang, title, articles, sketch }) => ({
			id,
			lang,
			title,
			articles: articles.map((article) => article.id),
			outline: outlineOf(sketch)
		}));
}

/** Returns the lists with the rest: one that is empty, at least, since a route must have a page. */
export const lists = (): readonly (readonly StoredListing[])[] =>
	pages().lists.length === 0 ? [[]] : pages().lists.map((list) => list.map(({ listed }) => listed));
