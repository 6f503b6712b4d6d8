import { dossiers } from '$lib/content/dossiers.server';
import type { PageServerLoad } from './$types';

/** The dossiers, by which results are narrowed. */
export const load: PageServerLoad = () => ({
	dossiers: dossiers().map(({ id, title, articles }) => ({
		id,
		title,
		articles: articles.map((article) => article.id)
	}))
});
