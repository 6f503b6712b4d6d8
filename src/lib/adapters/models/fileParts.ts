/**
 * Stores the files of models in a cache of their own, each file in parts, so that a lost
 * connection, a closed tab or a restart loses little. The names of the versions’ caches begin
 * differently (`offline/versionCaches.ts`), so the two kinds are never confused.
 */
const cacheName = 'jamsides.models';

/** The part of Cache that is needed here; tests pass their own. */
export type PartCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

export const openCache = (): Promise<PartCache> => caches.open(cacheName);

/**
 * Size of a part in bytes. A part is stored when it is complete, so a closed tab loses less than
 * this.
 */
export const partBytes = 4 * 1024 * 1024;

const folder = '/kept-models/';
const bytesHeader = 'X-Bytes';

/** Returns the key of a part. It is an address that no server is ever asked for. */
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

/** Yields the parts of a file in order, up to the first missing one. */
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

/** Returns how many bytes of a file are stored, by the sizes that the parts declare. */
export async function heldBytes(cache: PartCache, model: string, name: string): Promise<number> {
	let bytes = 0;
	for await (const part of parts(cache, model, name))
		bytes += Number(part.headers.get(bytesHeader));
	return bytes;
}

export async function removeFile(cache: PartCache, model: string, name: string): Promise<void> {
	for (let part = 0; await cache.delete(key(model, name, part)); part++);
}

/** Removes all parts of a model, also those that no record mentions. */
export async function removeModel(cache: PartCache, model: string): Promise<void> {
	const ours = (await cache.keys()).filter(({ url }) =>
		new URL(url).pathname.startsWith(`${folder}${model}/`)
	);
	await Promise.all(ours.map((request) => cache.delete(request)));
}
