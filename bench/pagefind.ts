/** Pagefind beside our search: its index of the same texts, and the bytes of its queries. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { columnsOf, type LibraryText } from '../src/lib/core/search/textRows';
import type { CountingProxy } from './counting-proxy';
import { sum, visited, write, type Fetched } from './fetched';
import type { AskedQuery } from './search-queries';

const langs = ['sv', 'en'] as const;

/** Texts whose results are shown first. */
const textsAtOnce = 8;

/** What of Pagefind’s programming interface is used, in Node. */
interface Pagefind {
	createIndex(): Promise<{
		index?: {
			addCustomRecord(record: {
				url: string;
				content: string;
				language: string;
				meta: Record<string, string>;
			}): Promise<unknown>;
			writeFiles(options: { outputPath: string }): Promise<unknown>;
		};
	}>;
	close(): Promise<unknown>;
}

/** Each side of a text is a page to it. */
export async function writePagefind(
	texts: readonly LibraryText[],
	peer: string,
	site: string
): Promise<void> {
	const address = pathToFileURL(join(peer, 'lib/index.js')).href;
	const pagefind = (await import(address)) as Pagefind;
	const { index } = await pagefind.createIndex();
	if (!index) throw new Error('Pagefind made no index');
	for (const { column, lang, paragraphs } of texts.flatMap(columnsOf))
		await index.addCustomRecord({
			url: `/${column.text.replace(':', '/')}/#${column.side}`,
			content: paragraphs.join('\n'),
			language: lang,
			meta: { title: column.title }
		});
	const outputPath = join(site, 'pagefind');
	await index.writeFiles({ outputPath });
	await pagefind.close();
	for (const name of readdirSync(outputPath))
		if (['.js', '.json'].includes(extname(name)))
			write(join(outputPath, name), readFileSync(join(outputPath, name), 'utf8'));
	for (const lang of langs)
		write(
			join(site, `peer-${lang}/index.html`),
			`<!doctype html><html lang="${lang}"><title>-</title>`
		);
}

/**
 * Asks by Pagefind’s script. It has an index of each language, that of the page. `both`: each query is
 * asked in both, as our page does; else in its own.
 */
export async function byPagefind(
	browser: Browser,
	proxy: CountingProxy,
	queries: readonly AskedQuery[],
	both: boolean
): Promise<Fetched> {
	const before = new Map<string, number>();
	const index = queries.map(() => 0);
	const texts = queries.map(() => 0);
	for (const page of both ? langs : langs.slice(0, 1)) {
		const asked = await inPagefind(browser, proxy, queries, page);
		for (const [path, bytes] of asked.before) before.set(path, bytes);
		for (const [nth, bytes] of asked.index.entries()) index[nth] = (index[nth] ?? 0) + bytes;
		// As many results are shown in all as on our page: those in the query’s language.
		for (const [nth, bytes] of asked.texts.entries())
			if (queries[nth]?.lang === page) texts[nth] = bytes;
	}
	if (!both) {
		const other = await inPagefind(browser, proxy, queries, langs[1]);
		for (const [nth, { lang }] of queries.entries())
			if (lang === langs[1]) {
				index[nth] = other.index[nth] ?? 0;
				texts[nth] = other.texts[nth] ?? 0;
			}
	}
	return { before: sum([...before.values()]), lexicon: 0, index, texts };
}

const inPagefind = (
	browser: Browser,
	proxy: CountingProxy,
	queries: readonly AskedQuery[],
	lang: string
) =>
	visited(browser, async (page) => {
		const part = /\.pf_index$/;
		const text = /\.pf_fragment$/;
		await page.goto(`${proxy.url}/peer-${lang}/`);
		proxy.taken();
		await page.evaluate(open);
		const before = new Map(proxy.taken().map(({ path, bytes }) => [path, bytes]));
		const [index, texts]: [number[], number[]] = [[], []];
		for (const { typed } of queries) {
			await page.evaluate(ask, { typed, texts: textsAtOnce });
			// Its program and what the index has come with the first query.
			let [parts, shown] = [0, 0];
			for (const { path, bytes } of proxy.taken())
				if (part.test(path)) parts += bytes;
				else if (text.test(path)) shown += bytes;
				else before.set(path, bytes);
			index.push(parts);
			texts.push(shown);
		}
		return { before, index, texts };
	});

/** What of Pagefind’s script is used, in the page. */
interface PagefindScript {
	init(): Promise<void>;
	search(typed: string): Promise<{ results: { data(): Promise<unknown> }[] }>;
}

async function open(): Promise<void> {
	const address = '/pagefind/pagefind.js';
	const pagefind = (await import(address)) as PagefindScript;
	await pagefind.init();
}

async function ask({ typed, texts }: { typed: string; texts: number }): Promise<number> {
	const address = '/pagefind/pagefind.js';
	const pagefind = (await import(address)) as PagefindScript;
	const { results } = await pagefind.search(typed);
	await Promise.all(results.slice(0, texts).map((result) => result.data()));
	return results.length;
}
