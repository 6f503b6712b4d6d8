import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import { listing } from '$lib/state/listing';
import type { PageServerLoad } from './$types';

/** The articles that an added text may turn out to be. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article)))
});
