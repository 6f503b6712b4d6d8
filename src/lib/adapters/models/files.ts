/**
 * Reads a model’s files for an engine, in a page or in a worker: from the cache only, never from
 * the network. An engine’s worker needs no other module of this folder.
 */
import type { OpenModel } from '$lib/core/machine/modelStore';
import { openCache, parts, type PartCache } from './fileParts';

/**
 * Returns the content of a file, empty if there is none. The browser reads the parts from disk on
 * use.
 */
export async function fileOf(cache: PartCache, model: string, name: string): Promise<Blob> {
	const blobs: Blob[] = [];
	for await (const part of parts(cache, model, name)) blobs.push(await part.blob());
	return new Blob(blobs);
}

export type ReadFile = (name: string) => Promise<Response | null>;

/**
 * Returns a reader of an opened model’s files. It returns null for a file that the model lacks, and
 * for one whose length changed: the browser has dropped a part of it.
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
