/**
 * The search, without a browser: bytes of the index as it is served, bytes that a query loads, and
 * the time from a query until the first texts are ready to be shown, both sides. For the site’s
 * library and for one of 300 articles of made-up words. Then beside Pagefind and MiniSearch
 * (`search-peers.ts`).
 */
import { deflateSync } from 'fflate';
import { content } from '../src/cli/content';
import { segmentsOf, storedText, tableOf } from '../src/lib/content/searchIndex';
import { inMemory, type SegmentFiles } from '../src/lib/core/search/find';
import { search } from '../src/lib/core/search/hits';
import { parseQuery } from '../src/lib/core/search/query';
import type { WordSource } from '../src/lib/core/search/queryWords';
import { linesOfResult, resultsOf } from '../src/lib/core/search/results';
import { writeSiteIndex } from '../src/lib/core/search/siteIndex';
import { termsOf } from '../src/lib/core/search/terms';
import type { LibraryText } from '../src/lib/core/search/textRows';
import { fileOf, readTable, tableStamp } from '../src/lib/core/search/wordTable';
import type { Browser } from 'playwright-core';
import { atMost, none, single, type Figure } from './figures';
import { madeUpLibrary } from './made-up-library';
import { besidePeers } from './search-peers';

const articles = 300;
/** Texts whose results are shown first. */
const textsAtOnce = 8;
const queryBytes = 100_000;
const firstResultsMs = 100;

const queries = [
	...['polis', 'böckerna', 'förening', 'manniskor', 'år', 'government', 'went', 'och'],
	...['stor stad', 'protester mot regeringen', '"en dag"', 'people -government', 'bokk', 'xyzzy']
];

export async function searching(
	browser: Browser,
	scratch: string,
	runs: number
): Promise<readonly Figure[]> {
	const site = content();
	const madeUp = (await madeUpLibrary(articles)).map(storedText);
	return [
		...(await measured(`${site.length} articles of the site`, site.map(storedText), runs)),
		...(await measured(`${articles} articles of made-up words`, madeUp, runs)),
		...(await besidePeers(browser, scratch))
	];
}

async function measured(
	what: string,
	texts: readonly LibraryText[],
	runs: number
): Promise<readonly Figure[]> {
	const began = performance.now();
	const segments = await segmentsOf(texts, '');
	const built = performance.now() - began;
	const packed = new Map(
		segments.map((segment) => [segment, segment.shards.map((shard) => shard.length)])
	);
	const sizes = [...packed.values()].flat();
	const list = deflateSync(
		Buffer.from(
			JSON.stringify(
				writeSiteIndex({ version: '', segments: segments.map(({ head }) => head), tables: [] })
			)
		)
	).length;
	const loaded = new Map<string, number>();
	const files = segments.map((segment): SegmentFiles => {
		const files = inMemory(segment);
		const shard = (nth: number) => {
			loaded.set(`${files.name} ${nth}`, packed.get(segment)?.[nth] ?? 0);
			return files.shard(nth);
		};
		return { ...files, shard };
	});
	const terms = new Map(
		await Promise.all(['sv', 'en'].map(async (lang) => [lang, await termsOf(lang)] as const))
	);
	const tables = new Map(
		await Promise.all(['sv', 'en'].map(async (lang) => [lang, await tableOf(lang, '')] as const))
	);
	const tableSizes = [...tables.values()].flatMap(({ files }) => files.map((file) => file.length));
	const source: WordSource = {
		formsOf: (lang, word) => {
			const table = tables.get(lang);
			const nth = table ? fileOf(word, table.table) : 0;
			const file = table?.files[nth];
			if (!file) return Promise.resolve(null);
			loaded.set(`${lang} words ${nth}`, file.length);
			const read = readTable(file, tableStamp(lang, ''), lang);
			return Promise.resolve(read.ok ? read.value : null);
		},
		termsOf: async (lang) => terms.get(lang) ?? termsOf(lang)
	};
	const byKey = new Map(texts.map((text) => [text.key, text]));
	const ask = async (typed: string): Promise<number> => {
		const began = performance.now();
		const query = parseQuery(typed);
		const { hits } = await search(query, files, source);
		const found = await resultsOf(hits, query, {
			texts: textsAtOnce,
			read: (key) => Promise.resolve(byKey.get(key) ?? null)
		});
		for (const { key, results } of found.texts)
			for (const result of results.slice(0, 3)) {
				const text = byKey.get(key);
				if (text) linesOfResult(result, query, text);
			}
		return performance.now() - began;
	};
	const bytes: number[] = [];
	const times: number[] = [];
	for (const query of queries) {
		loaded.clear();
		await ask(query);
		bytes.push([...loaded.values()].reduce((sum, size) => sum + size, 0));
		for (let run = 0; run < runs; run++) times.push(await ask(query));
	}
	return [
		single(`Search, ${what}: index made`, 'ms', [built], none),
		single(`Search, ${what}: shards`, 'kB', [sum(sizes) / 1000], none),
		single(`Search, ${what}: tables of words`, 'kB', [sum(tableSizes) / 1000], none),
		single(`Search, ${what}: list of texts`, 'kB', [list / 1000], none),
		single(`Search, ${what}: bytes of a query`, 'kB', bytes.map(inKb), none),
		single(
			`Search, ${what}: of the largest`,
			'kB',
			[Math.max(...bytes) / 1000],
			atMost(inKb(queryBytes))
		),
		single(`Search, ${what}: first results`, 'ms', times, atMost(firstResultsMs)),
		single(`Search, ${what}: of the slowest`, 'ms', [Math.max(...times)], none)
	];
}

const inKb = (bytes: number): number => bytes / 1000;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
