import { error, json } from '@sveltejs/kit';
import { entryFile } from '$lib/content/fingerprints.server';
import { articleIds } from '$lib/content/library.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => articleIds().map((_, nth) => ({ nth: String(nth) }));

/** Returns an article as the library lists it, with the fingerprints that recognise it. */
export const GET: RequestHandler = ({ params }) => {
	const file = entryFile(Number(params.nth));
	if (!file) error(404);
	return json(file);
};
