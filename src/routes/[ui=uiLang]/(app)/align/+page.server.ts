import { storedEntries } from '$lib/content/library.server';
import { uiLangs } from '$lib/i18n';
import { listing } from '$lib/state/library/listing';
import type { EntryGenerator, PageServerLoad } from './$types';

/**
 * No prerendered page links here, so the crawler does not find it: only the menu of an open article
 * does.
 */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** The site's articles: one of them may be the translation of another. */
export const load: PageServerLoad = () => ({
	stored: storedEntries().map(listing)
});
