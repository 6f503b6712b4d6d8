/** Articles of the site as the library lists them, from the site or from the offline cache. */
import { parseFacetFile, type LibraryFacets } from '$lib/core/library/facetFile';
import {
	parseListings,
	storedEntry,
	storedListing,
	type StoredListing
} from '$lib/core/translation/stored';
import { storedArticle } from './article';

/** Returns one of the lists that go on where the library’s page ends; null where it does not come. */
export async function storedList(nth: number): Promise<readonly StoredListing[] | null> {
	try {
		const answer = await fetch(`/stored/list/${nth}.json`);
		const parsed = answer.ok ? parseListings(await answer.json()) : null;
		return parsed?.ok ? parsed.value : null;
	} catch {
		return null; // no network, and nothing cached
	}
}

/** Returns what all articles are narrowed by; null where it does not come. */
export async function storedFacets(): Promise<LibraryFacets | null> {
	try {
		const answer = await fetch('/stored/list/facets.json');
		const parsed = answer.ok ? parseFacetFile(await answer.json()) : null;
		return parsed?.ok ? parsed.value : null;
	} catch {
		return null;
	}
}

/** Returns one article; null where the site has none with this id, or it does not come. */
export async function oneStored(id: string): Promise<StoredListing | null> {
	const found = await storedArticle(id);
	return found && storedListing(storedEntry(found));
}
