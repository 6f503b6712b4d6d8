/**
 * Caches the files that run a model, for a reader who has a model, so that translating works
 * without a network. They are not cached for every reader, being larger than all the rest. The
 * service worker looks in every cache for files with a digest in the name, so it finds them here.
 */
import { translatorFiles } from './start';

const cacheName = 'translator';

/** Fetches the missing files. Returns false if one did not arrive or the disk is full. */
export async function keepTranslator(): Promise<boolean> {
	try {
		const cache = await caches.open(cacheName);
		const left = await missing(cache);
		await cache.addAll([...left]);
		// Files of an earlier version of the site: the tabs that use them have loaded them.
		for (const { url } of await cache.keys())
			if (!translatorFiles.includes(new URL(url).pathname)) await cache.delete(url);
		return true;
	} catch {
		return false;
	}
}

/** Deletes the cache, when the last model is removed. */
export const dropTranslator = (): Promise<boolean> => caches.delete(cacheName);

async function missing(cache: Cache): Promise<readonly string[]> {
	const found = await Promise.all(translatorFiles.map((file) => cache.match(file)));
	return translatorFiles.filter((_, i) => !found[i]);
}
