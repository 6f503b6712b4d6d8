import { dossiers } from '$lib/content/dossiers.server';
import { library, startHere } from '$lib/content/library.server';
import { outlineOf } from '$lib/core/map/drawing';
import { storedEntry } from '$lib/core/translation/stored';
import { listing } from '$lib/state/library/listing';
import type { PageServerLoad } from './$types';

/** The site's articles are in the page itself; the reader's own are added in the browser. */
export const load: PageServerLoad = () => ({
	start: startHere,
	stored: library().map((article) => listing(storedEntry(article))),
	dossiers: dossiers().map(({ id, lang, title, articles, sketch }) => ({
		id,
		lang,
		title,
		articles: articles.map((article) => article.id),
		outline: outlineOf(sketch)
	}))
});
