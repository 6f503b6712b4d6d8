import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import { listing } from '$lib/state/listing';
import type { PageServerLoad } from './$types';

/** What the site holds stands in the page itself; what the reader has is added in the browser. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article)))
});
