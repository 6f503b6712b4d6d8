/**
 * Keeps what translating needs beside a model, for a reader who has one, so that it works without a
 * network. It is not among what every reader keeps: it is larger than all the rest. The service
 * worker looks in every cache for what has its digest in its name, so this one needs no other care.
 */
import { translatorFiles } from './start';

const cacheName = 'translator';

/** Brings what is not there yet; false where something did not come or had no room. */
export async function keepTranslator(): Promise<boolean> {
	try {
		const cache = await caches.open(cacheName);
		const left = await missing(cache);
		await cache.addAll([...left]);
		// Those of an earlier version of the site: whoever runs them has them loaded.
		for (const { url } of await cache.keys())
			if (!translatorFiles.includes(new URL(url).pathname)) await cache.delete(url);
		return true;
	} catch {
		return false;
	}
}

export async function isTranslatorKept(): Promise<boolean> {
	try {
		return (await missing(await caches.open(cacheName))).length === 0;
	} catch {
		return false; // this browser keeps no files here
	}
}

/** When the last model is removed. */
export const dropTranslator = (): Promise<boolean> => caches.delete(cacheName);

async function missing(cache: Cache): Promise<readonly string[]> {
	const found = await Promise.all(translatorFiles.map((file) => cache.match(file)));
	return translatorFiles.filter((_, i) => !found[i]);
}
