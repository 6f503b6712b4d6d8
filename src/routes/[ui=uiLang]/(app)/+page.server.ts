import { dossiers } from '$lib/content/dossiers.server';
import { library } from '$lib/content/library.server';
import { outlineOf } from '$lib/core/map/drawing';
import { storedEntry } from '$lib/core/translation/stored';
import { listing } from '$lib/state/listing';
import type { PageServerLoad } from './$types';

/** What the site holds stands in the page itself; what the reader has is added in the browser. */
export const load: PageServerLoad = () => ({
	stored: library().map((article) => listing(storedEntry(article))),
	dossiers: dossiers().map(({ id, title, articles, sketch }) => ({
		id,
		title,
		articles: articles.map((article) => article.id),
		outline: outlineOf(sketch)
	}))
});
