import { error, json } from '@sveltejs/kit';
import { lists } from '$lib/content/lists.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => lists().map((_, nth) => ({ nth: String(nth) }));

/** Returns a part of the library that its page does not come with. */
export const GET: RequestHandler = ({ params }) => {
	const list = lists()[Number(params.nth)];
	if (!list) error(404);
	return json(list);
};
