import { isChosen, startHere } from '$lib/content/library.server';
import { firstDossiers, firstPage } from '$lib/content/lists.server';
import type { PageServerLoad } from './$types';

/**
 * The site’s articles are in the page itself, or of a large library a part; the reader's own are added
 * in the browser.
 */
export const load: PageServerLoad = () => ({
	start: startHere,
	isChosen: isChosen(),
	...firstPage(),
	dossiers: firstDossiers()
});
