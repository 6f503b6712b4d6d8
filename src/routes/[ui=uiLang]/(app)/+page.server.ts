import { dossiers } from '$lib/content/dossiers.server';
import { isChosen, startHere, storedEntries } from '$lib/content/library.server';
import { outlineOf } from '$lib/core/map/drawing';
import { listing } from '$lib/state/library/listing';
import type { PageServerLoad } from './$types';

/** The site's articles are in the page itself; the reader's own are added in the browser. */
export const load: PageServerLoad = () => ({
	start: startHere,
	isChosen: isChosen(),
	stored: storedEntries().map(listing),
	dossiers: dossiers().map(({ id, lang, title, articles, sketch }) => ({
		id,
		lang,
		title,
		articles: articles.map((article) => article.id),
		outline: outlineOf(sketch)
	}))
});
