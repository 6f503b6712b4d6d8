/** The files by which imported texts are recognised, from the site. Runs in the page and in the import worker. */
import {
	entryPath,
	parseEntry,
	parsePrefix,
	parseRoot,
	prefixPath,
	rootPath
} from '../../core/translation/fingerprintFiles';
import type { LibraryFiles } from '../../core/translation/libraryFiles';
import type { Result } from '../../core/result';

/** Largest file that is read, in characters; a larger one is not ours. */
const maxLength = 500_000;

/** Files that came, by address: a text that is changed asks for most of them again. */
const kept = new Map<string, Promise<unknown>>();
let keptStamp = '';

/** Returns the library’s files; null where the site does not answer, or has files of another version. */
export async function libraryFiles(): Promise<LibraryFiles | null> {
	const root = await fetched(rootPath, parseRoot, 'no-cache');
	if (!root) return null;
	const { stamp } = root;
	if (stamp !== keptStamp) kept.clear();
	keptStamp = stamp;
	return {
		root,
		prefix: (nth) => once(prefixPath(nth), stamp, parsePrefix),
		entry: async (nth) => (await once(entryPath(nth), stamp, parseEntry))?.entry ?? null
	};
}

async function once<T extends { readonly stamp: string }>(
	path: string,
	stamp: string,
	parse: (json: unknown) => Result<T, unknown>
): Promise<T | null> {
	const asked = (kept.get(path) as Promise<T | null> | undefined) ?? ofStamp(path, stamp, parse);
	kept.set(path, asked);
	const file = await asked;
	if (!file) kept.delete(path);
	return file;
}

/** Returns a file of the build with this stamp; the browser’s own copy may be of an earlier one. */
async function ofStamp<T extends { readonly stamp: string }>(
	path: string,
	stamp: string,
	parse: (json: unknown) => Result<T, unknown>
): Promise<T | null> {
	for (const cache of ['force-cache', 'reload'] as const) {
		const file = await fetched(path, parse, cache);
		if (file?.stamp === stamp) return file;
	}
	return null;
}

async function fetched<T>(
	path: string,
	parse: (json: unknown) => Result<T, unknown>,
	cache: RequestCache
): Promise<T | null> {
	try {
		const answer = await fetch(path, { cache });
		if (!answer.ok) return null;
		const text = await answer.text();
		const file = text.length <= maxLength ? parse(JSON.parse(text)) : null;
		return file?.ok ? file.value : null;
	} catch {
		return null; // no network, or no JSON
	}
}
