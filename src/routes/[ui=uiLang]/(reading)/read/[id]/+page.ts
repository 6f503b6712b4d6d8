import { error } from '@sveltejs/kit';
import type { UiLang } from '$lib/i18n/langs';
import type { ReadingPage } from '$lib/state/reading/page';
import type { PageLoad } from './$types';

/**
 * Loads the page. It is made when the site is built; a browser fetches it as JSON beside the HTML,
 * so that the HTML holds the text only once and can be read before the JSON arrives.
 */
export const load: PageLoad = async ({ params, url, fetch }) => {
	if (import.meta.env.SSR) {
		const { storedPage } = await import('$lib/content/pages.server');
		const page = await storedPage(params.id, params.ui as UiLang);
		if (!page) error(404);
		return { page };
	}
	try {
		const answer = await fetch(`${url.pathname}page.json`);
		if (!answer.ok) error(answer.status === 404 ? 404 : 503);
		return { page: (await answer.json()) as ReadingPage };
	} catch (failure) {
		// The prerendered page can be read without script: do not replace it with an error.
		if (location.pathname === url.pathname) await new Promise(() => {});
		throw failure;
	}
};
