/** Reads a model’s files from where they are kept. */
import { readFiles } from '../../models/files';
import { modelFileNames, type ModelFiles } from './model';

/** Thrown where a file that loading needs is not there. */
export class MissingFile extends Error {
	override readonly name = 'MissingFile';
}

export type ModelBytes = Map<string, Uint8Array<ArrayBuffer>>;

/** All files of a model, by name. Nothing is loaded of a model that is not whole. */
export async function readModel(files: ModelFiles): Promise<ModelBytes> {
	const read = reader(files);
	return new Map(
		await Promise.all(
			modelFileNames.map(async (name) => {
				const response = await read(name);
				if (!response) throw new MissingFile(name);
				return [name, new Uint8Array(await response.arrayBuffer())] as const;
			})
		)
	);
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
