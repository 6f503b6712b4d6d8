import { firstPage } from '$lib/content/lists.server';
import { uiLangs } from '$lib/i18n';
import type { EntryGenerator, PageServerLoad } from './$types';

/**
 * No prerendered page links here, so the crawler does not find it: only the menu of an open article
 * does.
 */
export const entries: EntryGenerator = () => uiLangs.map((ui) => ({ ui }));

/** The site’s articles: one of them may be the translation of another. */
export const load: PageServerLoad = () => firstPage();
