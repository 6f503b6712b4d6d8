import { error } from '@sveltejs/kit';
import { deflateSync } from 'fflate';
import { siteSegments } from '$lib/content/search.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = async () =>
	(await siteSegments()).flatMap(({ head: { lang }, shards }) =>
		shards.map((_, nth) => ({ lang, shard: String(nth) }))
	);

/** Returns a shard of the index, compressed: not every host compresses a file of bytes. */
export const GET: RequestHandler = async ({ params }) => {
	const segment = (await siteSegments()).find(({ head }) => head.lang === params.lang);
	const shard = segment?.shards[Number(params.shard)];
	if (!shard) error(404);
	return new Response(deflateSync(shard, { level: 9 }), {
		headers: { 'content-type': 'application/octet-stream' }
	});
};
