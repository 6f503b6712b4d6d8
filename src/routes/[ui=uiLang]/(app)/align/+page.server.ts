import { library } from '$lib/content/library.server';
import { storedEntry } from '$lib/core/translation/stored';
import { uiLangs } from '$lib/i18n';
import { listing } from '$lib/state/listing';
import type { EntryGenerator, PageServerLoad } from './$types';

/** No page that is built links here: an article's menu does, once it has been opened. */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** The articles of the site, one of which may be the translation of another. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article)))
});
