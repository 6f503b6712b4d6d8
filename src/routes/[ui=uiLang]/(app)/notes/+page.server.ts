import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import { uiLangs } from '$lib/i18n';
import { listing } from '$lib/state/library/listing';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The library links here only where the reader has highlights: the crawler does not find it. */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** The site's articles, for their titles. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article)))
});
