import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import { listing } from '$lib/state/library/listing';
import type { PageServerLoad } from './$types';

/** The site’s articles, to link to those in which words were saved. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article)))
});
