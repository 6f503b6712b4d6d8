import { error, json } from '@sveltejs/kit';
import { listingPage, listingPages } from '$lib/content/lists.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	listingPages().map(({ of, nth, page }) => ({ of, nth: String(nth), page: String(page) }));

/** Returns some texts of an author, a year, a series or a kind, as the library lists them. */
export const GET: RequestHandler = ({ params }) => {
	const found = listingPage({ of: params.of, nth: Number(params.nth) }, Number(params.page));
	if (!found) error(404);
	return json(found);
};
