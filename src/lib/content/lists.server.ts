/** The library’s first page and the lists with the rest, made when the site is built. */
import { facetFile } from '../core/library/facetFile';
import { textFacets } from '../core/library/facets';
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

/** Returns what all articles are narrowed by; of none where the library’s page has them all. */
export function facets() {
	const { first, lists } = pages();
	const listed = lists.length === 0 ? [] : [...first, ...lists.flat()].map((one) => one.listed);
	const series = new Map<string, string[]>();
	for (const { id, articles } of dossiers())
		for (const article of articles) series.set(article.id, [...(series.get(article.id) ?? []), id]);
	return facetFile(
		listed.map(({ id, metadata, translated: [shown] }) =>
			textFacets(metadata, shown?.coverage ?? null, series.get(id) ?? [])
		),
		dossiers()
	);
}
