import { error, json } from '@sveltejs/kit';
import { pageEntries, storedPage } from '$lib/content/pages.server';
import type { UiLang } from '$lib/i18n/langs';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = pageEntries;

/** The data of a reading page, apart from the HTML, which then holds the text only once. */
export const GET: RequestHandler = async ({ params }) => {
	const page = await storedPage(params.id, params.ui as UiLang);
	if (!page) error(404);
	return json(page);
};
