/**
 * The reader’s library, the caches and the stored articles. Modules that only some readers need load
 * at their first use: Dexie is half as large as all other script of the reading page.
 */
import type { AskedChoice, ListingPage } from '$lib/core/library/facetSources';
import type { FacetTable } from '$lib/core/library/facetTable';
import { once } from './once';

/** Opens the reader’s library: always the same one, and only in the browser. */
export const store = once(async () => {
	const { openStore } = await import('$lib/adapters/db/store');
	return openStore(storage());
});

function storage(): { storage?: Storage } {
	try {
		return { storage: localStorage };
	} catch {
		return {}; // blocked by the browser’s settings
	}
}

/** Loads a stored article, and first the module that reads it: `stored.ts` has both at once. */
export const loadStoredArticle = async (id: string) =>
	(await import('$lib/adapters/stored/article')).storedArticle(id);

/** Articles that a page of the library does not have, loaded when they are asked for. */
export const storedLists = {
	list: async (nth: number) => (await import('$lib/adapters/stored/list')).storedList(nth),
	facets: async () => (await import('$lib/adapters/stored/list')).storedFacets(),
	choice: async (table: FacetTable, asked: AskedChoice) =>
		(await import('$lib/adapters/stored/list')).storedChoice(table, asked),
	page: async (page: ListingPage) => (await import('$lib/adapters/stored/list')).storedPage(page),
	one: async (id: string) => (await import('$lib/adapters/stored/list')).oneStored(id)
};

/** Loads the pages’ view of the service worker and the caches. */
export const offline = () => import('$lib/adapters/offline');

/** Returns the ids of the articles that a version has saved by choice; loads less than `offline`. */
export async function savedArticles(version: string): Promise<ReadonlySet<string>> {
	const { keptItems } = await import('$lib/adapters/offline/versionCaches');
	const items = await keptItems(version);
	return new Set(items.flatMap(({ kind, id }) => (kind === 'article' ? [id] : [])));
}

/** Loads the part of `offline` that every page needs: keep it small. */
export const versions = () => import('$lib/adapters/offline/versions');
