import { error } from '@sveltejs/kit';
import type { UiLang } from '$lib/i18n/langs';
import type { ReadingPage } from '$lib/ui/reading/page';
import type { PageLoad } from './$types';

/**
 * The page comes finished. When the site is built it is made here; a browser fetches it beside the
 * HTML, which then holds the text only once, and is read before any of this has come.
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
		// The page that stands here already can be read without script: it is not taken away.
		if (location.pathname === url.pathname) await new Promise(() => {});
		throw failure;
	}
};
