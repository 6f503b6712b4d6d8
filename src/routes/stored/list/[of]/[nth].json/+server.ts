import { error, json } from '@sveltejs/kit';
import { choice, choices } from '$lib/content/lists.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	choices().map(({ of, nth }) => ({ of, nth: String(nth) }));

/** Returns what the texts of an author, a year or a series are narrowed by. */
export const GET: RequestHandler = ({ params }) => {
	const found = choice({ of: params.of, nth: Number(params.nth) });
	if (!found) error(404);
	return json(found);
};
