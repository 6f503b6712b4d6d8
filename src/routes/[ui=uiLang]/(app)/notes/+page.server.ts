import { firstPage } from '$lib/content/lists.server';
import { uiLangs } from '$lib/i18n';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The library links here only where the reader has highlights: the crawler does not find it. */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** The site’s articles, for their titles. */
export const load: PageServerLoad = () => firstPage();
