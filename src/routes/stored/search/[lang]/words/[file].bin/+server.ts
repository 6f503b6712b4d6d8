import { error } from '@sveltejs/kit';
import { siteTables } from '$lib/content/search.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = async () =>
	(await siteTables()).flatMap(({ table: { lang }, files }) =>
		files.map((_, nth) => ({ lang, file: String(nth) }))
	);

/** Returns a file of the table of a language’s words. */
export const GET: RequestHandler = async ({ params }) => {
	const found = (await siteTables()).find(({ table }) => table.lang === params.lang);
	const file = found?.files[Number(params.file)];
	if (!file) error(404);
	return new Response(new Uint8Array(file), {
		headers: { 'content-type': 'application/octet-stream' }
	});
};
