import type { StoredEntry } from '$lib/core/translation/stored';

/** A stored article as the library lists it, without the fingerprints that recognise it. */
export type Listing = Omit<StoredEntry, 'known'>;

export function listing(entry: StoredEntry): Listing {
	const { known: _, ...listed } = entry;
	return listed;
}
