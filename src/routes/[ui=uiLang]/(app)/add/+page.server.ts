import { firstPage } from '$lib/content/lists.server';
import type { PageServerLoad } from './$types';

/** The stored articles that may recognise an added text. */
export const load: PageServerLoad = () => firstPage();
