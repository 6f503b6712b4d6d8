import { version } from '$app/environment';
import { error } from '@sveltejs/kit';
import type { UiLang } from '$lib/i18n/langs';
import type { ReadingPage } from '$lib/state/reading/page';
import type { PageLoad } from './$types';

/**
 * Loads the page. It is made when the site is built; a browser fetches it as JSON beside the HTML,
 * so that the HTML holds the text only once and can be read before the JSON arrives. Without a
 * network the browser makes it, from the data that is kept for reading offline.
 */
export const load: PageLoad = async ({ params, url, fetch }) => {
	const ui = params.ui as UiLang;
	if (import.meta.env.SSR) {
		const { storedPage } = await import('$lib/content/pages.server');
		const page = await storedPage(params.id, ui);
		if (!page) error(404);
		return { page };
	}
	/** Whether the finished page is on the screen: it can be read as it is. */
	const isShown = location.pathname === url.pathname && document.querySelector('.reading') !== null;
	const answer = await fetch(`${url.pathname}page.json`).catch(() => null);
	const data = answer?.ok ? await dataIn(answer) : null;
	// A tab that stays in an older version makes the page itself: the data has the newer one’s shape.
	if (data && (isShown || data.version === version)) return { page: data };
	const page =
		answer?.status !== 404 &&
		(await import('$lib/state/reading/drawnPage')
			.then(({ drawnPage }) => drawnPage(params.id, ui))
			.catch(() => null));
	if (page) return { page };
	// Do not replace what can be read with an error.
	if (isShown) await new Promise(() => {});
	error(answer?.status === 404 ? 404 : 503);
};

const dataIn = (answer: Response): Promise<(ReadingPage & { version: string }) | null> =>
	answer.json().catch(() => null);
