import { error, json } from '@sveltejs/kit';
import { articleIds } from '$lib/content/library.server';
import { storedData } from '$lib/content/pages.server';
import { storedFile } from '$lib/core/translation/stored';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => articleIds().map((id) => ({ id }));

/** Returns an article’s stored translations, and its original where the site has it. */
export const GET: RequestHandler = ({ params }) => {
	const stored = storedData(params.id);
	if (!stored) error(404);
	return json(storedFile(stored));
};
