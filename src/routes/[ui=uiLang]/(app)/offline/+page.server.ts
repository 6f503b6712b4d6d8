import { library } from '$lib/content/library.server';
import type { PageServerLoad } from './$types';

/** The articles' titles and languages: their pages are titled as their translations. */
export const load: PageServerLoad = () => ({
	names: Object.fromEntries(
		library().map(({ id, metadata: { title, lang } }) => [id, { title: title ?? id, lang }])
	)
});
