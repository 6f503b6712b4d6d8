import { firstPage } from '$lib/content/lists.server';
import type { PageServerLoad } from './$types';

/** The site’s articles, to link to those in which words were saved. */
export const load: PageServerLoad = () => firstPage();
