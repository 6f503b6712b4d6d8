/**
 * A model’s files as an engine reads them, in a page or in a worker: from the cache alone, whatever
 * the network. This module is all that an engine’s worker needs.
 */
import type { OpenModel } from '$lib/core/machine/modelStore';
import { openCache, parts, type PartCache } from './parts';

/** The content of a file, empty where there is none. The browser reads the parts from its disk as they are used. */
export async function fileOf(cache: PartCache, model: string, name: string): Promise<Blob> {
	const blobs: Blob[] = [];
	for await (const part of parts(cache, model, name)) blobs.push(await part.blob());
	return new Blob(blobs);
}

export type ReadFile = (name: string) => Promise<Response | null>;

/**
 * Reads the files of an opened model. Null for a file that the model does not have, and for one that
 * is not as long as it was: the browser has dropped some of it since.
 */
export function readFiles({ id, files }: OpenModel): ReadFile {
	const opened = openCache();
	return async (name) => {
		const file = files.find((listed) => listed.name === name);
		if (!file) return null;
		const content = await fileOf(await opened, id, name);
		if (content.size !== file.bytes) return null;
		const type = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
		return new Response(content, {
			headers: { 'Content-Type': type, 'Content-Length': String(content.size) }
		});
	};
}
