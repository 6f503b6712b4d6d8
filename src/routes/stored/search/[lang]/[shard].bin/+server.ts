import { error } from '@sveltejs/kit';
import { siteSegments } from '$lib/content/search.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = async () =>
	(await siteSegments()).flatMap(({ head: { lang }, shards }) =>
		shards.map((_, nth) => ({ lang, shard: String(nth) }))
	);

/** Returns a shard of the index. It is as small as it gets: see `core/search/shard.ts`. */
export const GET: RequestHandler = async ({ params }) => {
	const segment = (await siteSegments()).find(({ head }) => head.lang === params.lang);
	const shard = segment?.shards[Number(params.shard)];
	if (!shard) error(404);
	return new Response(new Uint8Array(shard), {
		headers: { 'content-type': 'application/octet-stream' }
	});
};
