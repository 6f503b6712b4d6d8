import type { StoredEntry } from '$lib/core/translation/stored';

/** What the library lists of a stored article: all but what recognises it. */
export type Listing = Omit<StoredEntry, 'known'>;

export function listing(entry: StoredEntry): Listing {
	const { known: _, ...listed } = entry;
	return listed;
}
