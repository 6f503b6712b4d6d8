import { error, json } from '@sveltejs/kit';
import { dossier, dossiers } from '$lib/content/dossiers.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => dossiers().map(({ id }) => ({ id }));

/** Returns a dossier’s own words and the ids of its articles, without its map. */
export const GET: RequestHandler = ({ params }) => {
	const found = dossier(params.id);
	if (!found) error(404);
	const { sketch: _, ...own } = found;
	return json(own);
};
