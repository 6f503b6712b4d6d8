import { error, json } from '@sveltejs/kit';
import { storedFingerprints } from '$lib/content/fingerprints.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
	storedFingerprints().prefixes.map((_, nth) => ({ nth: String(nth) }));

/** Returns the stored fingerprints with one prefix, and the articles that have them. */
export const GET: RequestHandler = ({ params }) => {
	const file = storedFingerprints().prefixes[Number(params.nth)];
	if (!file) error(404);
	return json(file);
};
