/**
 * Where the files of models lie: in a cache of their own, each file in parts, so that what has come
 * of it stays when the connection, the tab or the device goes. The names of versions’ caches begin
 * otherwise (`offline/kept.ts`): none of them is ever taken for this one, nor this one for theirs.
 */
export const cacheName = 'jamsides.models';

/** What of a Cache is needed here: tests bring their own. */
export type PartCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

export const openCache = (): Promise<PartCache> => caches.open(cacheName);

/** A part is put when it is whole: a tab that dies loses less than this of a file. */
export const partBytes = 4 * 1024 * 1024;

const folder = '/kept-models/';
const bytesHeader = 'X-Bytes';

/** No server is ever asked for this address: it is the key of a part. */
const key = (model: string, name: string, part: number): string =>
	`${folder}${model}/${name}?part=${part}`;

export async function putPart(
	cache: PartCache,
	model: string,
	name: string,
	part: number,
	content: Blob
): Promise<void> {
	const headers = { [bytesHeader]: String(content.size) };
	await cache.put(key(model, name, part), new Response(content, { headers }));
}

/** The parts of a file in their order, up to the first that is not there. */
export async function* parts(
	cache: PartCache,
	model: string,
	name: string
): AsyncGenerator<Response> {
	for (let part = 0; ; part++) {
		const response = await cache.match(key(model, name, part));
		if (!response) return;
		yield response;
	}
}

/** How much of a file is there, by what the parts say of themselves. */
export async function heldBytes(cache: PartCache, model: string, name: string): Promise<number> {
	let bytes = 0;
	for await (const part of parts(cache, model, name))
		bytes += Number(part.headers.get(bytesHeader));
	return bytes;
}

export async function removeFile(cache: PartCache, model: string, name: string): Promise<void> {
	for (let part = 0; await cache.delete(key(model, name, part)); part++);
}

/** Removes everything of a model, also what no record knows of. */
export async function removeModel(cache: PartCache, model: string): Promise<void> {
	const ours = (await cache.keys()).filter(({ url }) =>
		new URL(url).pathname.startsWith(`${folder}${model}/`)
	);
	await Promise.all(ours.map((request) => cache.delete(request)));
}
