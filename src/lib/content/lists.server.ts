/** The library’s first page and the lists with the rest, made when the site is built. */
import { choiceFile, inPage } from '../core/library/choiceFile';
import { choiceNames, divideLibrary } from '../core/library/facetTable';
import { textFacets } from '../core/library/facets';
import { pagesOf } from '../core/library/firstPage';
import { storedListing, type StoredEntry, type StoredListing } from '../core/translation/stored';
import type { DossierListing } from '../state/library/groups';
import { outlineOf } from '../core/map/drawing';
import { dossiers } from './dossiers.server';
import { lazily } from './lazily';
import { startHere, storedEntries } from './library.server';

const pages = lazily(() => {
	const series = new Map<string, string[]>();
	for (const { id, articles } of dossiers())
		for (const article of articles) series.set(article.id, [...(series.get(article.id) ?? []), id]);
	const listed = (entry: StoredEntry): StoredListing => {
		const own = series.get(entry.id);
		return { ...storedListing(entry), ...(own && { series: own }) };
	};
	return pagesOf(
		storedEntries().map((entry) => ({
			id: entry.id,
			issued: entry.metadata.issued,
			listed: listed(entry)
		})),
		dossiers().map(({ articles }) => articles.map(({ id }) => id)),
		startHere
	);
});

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

/** What a large library is narrowed by; of none where the library’s page has all texts. */
const narrowing = lazily(() => {
	const { first, lists } = pages();
	const listed = lists.length === 0 ? [] : [...first, ...lists.flat()].map((one) => one.listed);
	const texts = listed.map(({ metadata, translated: [shown], series = [] }) =>
		textFacets(metadata, shown?.coverage ?? null, series)
	);
	return { listed, texts, divided: divideLibrary(texts, dossiers()) };
});

/** Returns the table of what the library is narrowed by. */
export const facetTable = () => narrowing().divided.file;

/** A choice, or a kind, by its number. */
interface ListedBy {
	readonly of: string;
	readonly nth: number;
}

/** Returns the choices that have a file: one, at least, since a route must have a page. */
export function choices(): readonly ListedBy[] {
	const { choices } = narrowing().divided;
	const all = choiceNames.flatMap((of) => choices[of].map((_, nth) => ({ of, nth })));
	return all.length > 0 ? all : [{ of: 'year', nth: 0 }];
}

/** Returns the file of a choice; null where there is none. */
export function choice({ of, nth }: ListedBy) {
	const { texts, divided } = narrowing();
	const name = choiceNames.find((one) => one === of);
	const none = { value: '', kind: [], year: [], author: [], series: [] };
	if (texts.length === 0) return none;
	return name ? choiceFile(texts, divided, name, nth) : null;
}

/** Returns the pages of listings by choice and by kind: one, at least. */
export function listingPages(): readonly (ListedBy & { readonly page: number })[] {
	const { choices, kinds } = narrowing().divided;
	const all = Object.entries({ ...choices, kind: kinds }).flatMap(([of, values]) =>
		values.flatMap((places, nth) =>
			Array.from({ length: Math.ceil(places.length / inPage) }, (_, page) => ({ of, nth, page }))
		)
	);
	return all.length > 0 ? all : [{ of: 'year', nth: 0, page: 0 }];
}

/** Returns a page of listings; null where there is none. */
export function listingPage({ of, nth }: ListedBy, page: number): readonly StoredListing[] | null {
	const { listed, divided } = narrowing();
	if (listed.length === 0) return [];
	const { kinds, choices } = divided;
	const places = new Map(Object.entries({ ...choices, kind: kinds })).get(of)?.[nth];
	return (
		places?.slice(page * inPage, (page + 1) * inPage).flatMap((at) => listed[at] ?? []) ?? null
	);
}
