import { firstPage } from '$lib/content/lists.server';
import type { PageServerLoad } from './$types';

/** The stored articles that the page knows by name. */
export const load: PageServerLoad = () => firstPage();
