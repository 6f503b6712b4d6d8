/** What a page fetches for a query, and the files that it is served. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

/** Bytes of what is fetched. */
export interface Fetched {
	/** Once, before the first results: programs, and what the index has. */
	readonly before: number;
	/** Once, after the first results: the lexicons, by which words of the other side are lit. */
	readonly lexicon: number;
	/** For each query: parts of the index. */
	readonly index: readonly number[];
	/** For each query: the texts of the results that are shown first. */
	readonly texts: readonly number[];
}

/** Opens a page in a context without a service worker, which would fetch the site for reading offline. */
export async function visited<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
	const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
	try {
		return await use(await context.newPage());
	} finally {
		await context.close();
	}
}

export const sum = (all: readonly number[]): number =>
	all.reduce((whole, bytes) => whole + bytes, 0);

/** Writes a file, and compresses it as the build does. */
export function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
	const params = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 18 };
	if (typeof content === 'string')
		writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
}
