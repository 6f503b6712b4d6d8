import { error, json } from '@sveltejs/kit';
import { version } from '$app/environment';
import { pageEntries, storedPage } from '$lib/content/pages.server';
import type { UiLang } from '$lib/i18n/langs';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = pageEntries;

/**
 * The data of a reading page, apart from the HTML, which then holds the text only once. It says which
 * version of the site made it: a tab of another version cannot rely on its shape.
 */
export const GET: RequestHandler = async ({ params }) => {
	const page = await storedPage(params.id, params.ui as UiLang);
	if (!page) error(404);
	return json({ ...page, version });
};
