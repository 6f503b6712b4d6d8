/** Articles of the site as the library lists them, from the site or from the offline cache. */
import { parseChoiceFile } from '$lib/core/library/choiceFile';
import type { AskedChoice, ListingPage } from '$lib/core/library/facetSources';
import type { TextFacets } from '$lib/core/library/facets';
import { parseFacetTable, type FacetTable } from '$lib/core/library/facetTable';
import type { Result } from '$lib/core/result';
import type { SchemaFailure } from '$lib/core/translation/schema';
import {
	parseListings,
	storedEntry,
	storedListing,
	type StoredListing
} from '$lib/core/translation/stored';
import { storedArticle } from './article';

/** Returns one of the lists that go on where the library’s page ends; null where it does not come. */
export const storedList = (nth: number): Promise<readonly StoredListing[] | null> =>
	listings(`/stored/list/${nth}.json`);

/** Returns a page of the texts of a choice or a kind; null where it does not come, or is another build’s. */
export async function storedPage(page: ListingPage): Promise<readonly StoredListing[] | null> {
	const found = await listings(`/stored/list/${page.of}/${page.nth}/${page.page}.json`);
	return found?.length === page.count ? found : null;
}

/** Returns what a large library is narrowed by; null where it does not come. */
export const storedFacets = (): Promise<FacetTable | null> =>
	asked('/stored/list/facets.json', parseFacetTable);

/** Returns what the texts of a choice are narrowed by; null as `storedPage`. */
export const storedChoice = (
	table: FacetTable,
	{ name, value, choice }: AskedChoice
): Promise<readonly TextFacets[] | null> =>
	asked(`/stored/list/${name}/${choice.nth}.json`, (json) =>
		parseChoiceFile(json, table, name, value)
	);

const listings = (path: string): Promise<readonly StoredListing[] | null> =>
	asked(path, parseListings);

async function asked<T>(
	path: string,
	parse: (json: unknown) => Result<T, SchemaFailure>
): Promise<T | null> {
	try {
		const answer = await fetch(path);
		const parsed = answer.ok ? parse(await answer.json()) : null;
		return parsed?.ok ? parsed.value : null;
	} catch {
		return null; // no network, and nothing cached
	}
}

/** Returns one article; null where the site has none with this id, or it does not come. */
export async function oneStored(id: string): Promise<StoredListing | null> {
	const found = await storedArticle(id);
	return found && storedListing(storedEntry(found));
}
