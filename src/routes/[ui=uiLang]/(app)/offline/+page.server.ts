import { library } from '$lib/content/library.server';
import type { PageServerLoad } from './$types';

/** What the articles are called, and in what language: their pages go by their translations’ names. */
export const load: PageServerLoad = () => ({
	names: Object.fromEntries(
		library().map(({ id, metadata: { title, lang } }) => [id, { title: title ?? id, lang }])
	)
});
