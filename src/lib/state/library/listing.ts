/** A stored article as the library lists it. */
export type { StoredListing as Listing } from '$lib/core/translation/stored';
