import { library } from '$lib/content/library.server';
import { uiLangs } from '$lib/i18n';
import type { EntryGenerator, PageServerLoad } from './$types';

/** No page that is built links here: an article's menu does, once it has been opened. */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** Which articles have a page of the site. */
export const load: PageServerLoad = () => ({ stored: library().map(({ id }) => id) });
