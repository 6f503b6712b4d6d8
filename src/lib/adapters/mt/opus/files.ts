/** Reads a model’s files from where they are stored. */
import { readFiles } from '../../models/files';
import { opusFileNames } from '../../../core/machine/model';
import type { ModelFiles } from './model';

/** Thrown if a file that loading needs is missing. */
export class MissingFile extends Error {
	override readonly name = 'MissingFile';
}

export type ModelBytes = Map<string, Uint8Array<ArrayBuffer>>;

/**
 * Returns all files of a model by name. Throws if one is missing, so a partial model is never
 * loaded.
 */
export async function readModel(files: ModelFiles): Promise<ModelBytes> {
	const read = reader(files);
	return new Map(
		await Promise.all(
			opusFileNames.map(async (name) => {
				const response = await read(name);
				if (!response) throw new MissingFile(name);
				return [name, new Uint8Array(await response.arrayBuffer())] as const;
			})
		)
	);
}

/**
 * Gives back the memory of files whose content has been copied, by sending it to nobody. Left to the
 * browser, the 100 MB of OPUS-MT’s size stay: an idle worker does not look for garbage.
 */
export function release(files: ModelBytes): void {
	const { port1, port2 } = new MessageChannel();
	port2.close();
	port1.postMessage(null, [...new Set(Array.from(files.values(), ({ buffer }) => buffer))]);
	port1.close();
	files.clear();
}

type ReadFile = (name: string) => Promise<Response | null>;

function reader(files: ModelFiles): ReadFile {
	switch (files.kind) {
		case 'cache':
			return async (name) => {
				const cache = await caches.open(files.cache);
				return (await cache.match(files.prefix + name, { ignoreVary: true })) ?? null;
			};
		case 'kept':
			return readFiles(files.model);
		case 'address':
			return async (name) => {
				const response = await fetch(files.prefix + name);
				return response.status === 200 ? response : null;
			};
	}
}
