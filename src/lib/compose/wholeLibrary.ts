/** All articles of the site, for the pages that must know each of them. */
import type { StoredListing } from '$lib/core/translation/stored';
import { storedLists } from './store';

/** What such a page is built with: the library’s first page, and the number of lists with the rest. */
interface FirstPage {
	readonly stored: readonly StoredListing[];
	readonly lists: number;
}

/** Returns the articles, in the browser with those of the lists that come. */
export async function wholeLibrary(page: FirstPage): Promise<readonly StoredListing[]> {
	if (import.meta.env.SSR || page.lists === 0) return page.stored;
	const lists = await Promise.all(
		Array.from({ length: page.lists }, (_, nth) => storedLists.list(nth))
	);
	return [...page.stored, ...lists.flatMap((list) => list ?? [])];
}
