/**
 * The search beside Pagefind and MiniSearch, for libraries of the site’s articles and made-up ones. The
 * peers are installed into a folder that is thrown away.
 *
 * Beside Pagefind: bytes that go over the line to the browser, for the same queries over the same
 * texts, to the product’s own page and to Pagefind’s script alone, which has no page. Pagefind has an
 * index of each language; “one language”: only that of the query is searched, which finds less than
 * ours. Beside MiniSearch: living memory of a process (`search-once.ts`).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { readContent, type FilesByPath } from '../src/lib/content/read';
import { writeSiteIndex } from '../src/lib/core/search/siteIndex';
import { segmentsOf, storedText } from '../src/lib/content/searchIndex';
import { columnsOf, type LibraryText } from '../src/lib/core/search/textRows';
import { storedFile, type StoredArticle } from '../src/lib/core/translation/stored';
import { rest } from './browser';
import { countingProxy, type CountingProxy } from './counting-proxy';
import { compared, none, times, type Figure, type Pair } from './figures';
import { madeUpLibrary } from './made-up-library';
import type { MemoryOnce } from './search-once';
import { queriesFor, type AskedQuery } from './search-queries';

const peers = ['pagefind@1.6.0', 'minisearch@7.2.0'];

/** Made-up articles beside those of the site. `SEARCHED=300,1000`. */
const sizes = (process.env.SEARCHED ?? '300,1000').split(',').map(Number);

const langs = ['sv', 'en'] as const;

/** Texts whose results are shown first. */
const textsAtOnce = 8;

/** A query is over when nothing has been fetched for this long, in milliseconds. */
const quietMs = 1500;

export async function besidePeers(browser: Browser, scratch: string): Promise<readonly Figure[]> {
	const folder = join(scratch, 'peers');
	mkdirSync(folder);
	execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...peers]);
	const own = readContent(read('src/articles', '.md'), read('translations/articles', '.json'));
	const figures: Figure[] = [];
	for (const size of sizes) {
		const library = [...own, ...(await madeUpLibrary(size))];
		const site = join(scratch, 'searched');
		rmSync(site, { recursive: true, force: true });
		await siteWith(library, site);
		const texts = library.map(storedText);
		await writePagefind(texts, join(folder, 'node_modules/pagefind'), site);
		const queries = await queriesFor(texts);
		figures.push(...(await bytes(browser, site, queries, `${library.length} articles`)));
		figures.push(...memory(site, folder, queries, `${library.length} articles`));
	}
	return figures;
}

const read = (folder: string, ending: string): FilesByPath =>
	Object.fromEntries(
		readdirSync(folder)
			.filter((name) => name.endsWith(ending))
			.map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')])
	);

/** Copies the built site, with the index and the data of another library. */
async function siteWith(library: readonly StoredArticle[], folder: string): Promise<void> {
	const without = /^build\/(?:models|stored|\w+\/read|read)(?:\/|$)/;
	cpSync('build', folder, { recursive: true, filter: (path) => !without.test(path) });
	const segments = await segmentsOf(library.map(storedText), 'bench');
	const index = writeSiteIndex({ version: 'bench', segments: segments.map(({ head }) => head) });
	write(join(folder, 'stored/search/index.json'), JSON.stringify(index));
	for (const { head, shards } of segments)
		for (const [nth, shard] of shards.entries())
			write(join(folder, `stored/search/${head.lang}/${nth}.bin`), shard);
	for (const article of library)
		write(join(folder, `stored/${article.id}.json`), JSON.stringify(storedFile(article)));
}

/** Writes a file, and compresses it as the build does. */
function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
	const params = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 18 };
	if (typeof content === 'string')
		writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
}

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
async function writePagefind(
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

/** Bytes of what is fetched. */
interface Fetched {
	/** Once, before the first query: programs, lexicon, what the index has. */
	readonly before: number;
	/** For each query: parts of the index. */
	readonly index: readonly number[];
	/** For each query: the texts of the results that are shown first. */
	readonly texts: readonly number[];
}

async function bytes(
	browser: Browser,
	site: string,
	queries: readonly AskedQuery[],
	what: string
): Promise<readonly Figure[]> {
	const served = await serve({ dir: site });
	const proxy = await countingProxy(served.port);
	try {
		const ours = await byPage(browser, proxy, queries);
		const both = await byPagefind(browser, proxy, queries, true);
		const one = await byPagefind(browser, proxy, queries, false);
		console.log(JSON.stringify({ what, ours, both, one }));
		return [
			...figuresOf(`Search of ${what} beside Pagefind`, queries, ours, both),
			...figuresOf(`Search of ${what} beside Pagefind, one language`, queries, ours, one)
		];
	} finally {
		proxy.close();
		await served.close();
	}
}

function figuresOf(
	name: string,
	queries: readonly AskedQuery[],
	ours: Fetched,
	theirs: Fetched
): readonly Figure[] {
	const pair = (of: (fetched: Fetched) => number): Pair => ({
		ours: of(ours) / 1000,
		plain: of(theirs) / 1000
	});
	const each = queries.map((query, nth) => ({
		...query,
		index: pair(({ index }) => index[nth] ?? Number.NaN),
		texts: pair(({ texts }) => texts[nth] ?? Number.NaN),
		first: pair(({ before, index }) => before + (index[nth] ?? Number.NaN))
	}));
	const asked = times(1 / 5);
	return [
		compared(`${name}: before the first query`, 'kB', [pair(({ before }) => before)], none),
		...each.map(({ kind, typed, index }) =>
			compared(`${name}: ${kind} (${typed}), index`, 'kB', [index], none)
		),
		compared(
			`${name}: index, of all`,
			'kB',
			each.map(({ index }) => index),
			asked
		),
		compared(
			`${name}: with what comes before the first`,
			'kB',
			each.map(({ first }) => first),
			asked
		),
		compared(
			`${name}: texts of the first results`,
			'kB',
			each.map(({ texts }) => texts),
			none
		)
	];
}

/** Opens a page in a context without a service worker, which would fetch the site for reading offline. */
async function visited<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
	const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
	try {
		return await use(await context.newPage());
	} finally {
		await context.close();
	}
}

async function quiet(proxy: CountingProxy): Promise<void> {
	for (let before = -1; before < proxy.count().requests; await rest(quietMs))
		before = proxy.count().requests;
}

/** Returns the bytes since the last call: parts of the index, texts, and all else. */
function taken(proxy: CountingProxy, index: RegExp, text: RegExp) {
	const [found, shown, other] = [[0], [0], [0]];
	for (const { path, bytes } of proxy.taken())
		(index.test(path) ? found : text.test(path) ? shown : other).push(bytes);
	return { index: sum(found), texts: sum(shown), other: sum(other) };
}

const sum = (all: readonly number[]): number => all.reduce((whole, bytes) => whole + bytes, 0);

/** Asks in the product’s own page. What every page loads is fetched before, and not counted. */
const byPage = (
	browser: Browser,
	proxy: CountingProxy,
	queries: readonly AskedQuery[]
): Promise<Fetched> =>
	visited(browser, async (page) => {
		await page.goto(`${proxy.url}/en/settings/`);
		await quiet(proxy);
		proxy.taken();
		await page.goto(`${proxy.url}/en/search/`);
		await quiet(proxy);
		const shard = /^\/stored\/search\/\w+\//;
		const text = /^\/stored\/[\w-]+\.json$/;
		let before = taken(proxy, shard, text).other;
		const [index, texts]: [number[], number[]] = [[], []];
		for (const { typed } of queries) {
			await page.locator('input[name=q]').fill(typed);
			await page.waitForFunction(
				(typed) =>
					document.title.startsWith(`${typed} `) &&
					document.querySelector('main [data-result]') !== null &&
					document.querySelector('.old') === null,
				typed
			);
			await quiet(proxy);
			const fetched = taken(proxy, shard, text);
			before += fetched.other;
			index.push(fetched.index);
			texts.push(fetched.texts);
		}
		return { before, index, texts };
	});

/**
 * Asks by Pagefind’s script. It has an index of each language, that of the page. `both`: each query is
 * asked in both, as our page does; else in its own.
 */
async function byPagefind(
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
	return { before: sum([...before.values()]), index, texts };
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

/** Memory of a process that has answered all queries, beyond that of one that has only begun. */
function memory(
	site: string,
	folder: string,
	queries: readonly AskedQuery[],
	what: string
): readonly Figure[] {
	const once = (how: 'ours' | 'minisearch'): MemoryOnce =>
		JSON.parse(
			execFileSync(
				process.execPath,
				['--expose-gc', '--import', 'tsx', 'bench/search-once.ts', how, site, folder],
				{ encoding: 'utf8', input: JSON.stringify(queries.map(({ typed }) => typed)) }
			)
		) as MemoryOnce;
	const [ours, theirs] = [once('ours'), once('minisearch')];
	console.log(JSON.stringify({ ours, theirs }));
	const pair = (of: (memory: MemoryOnce) => number): readonly Pair[] => [
		{ ours: of(ours) / 1e6, plain: of(theirs) / 1e6 }
	];
	const name = `Search of ${what} beside MiniSearch: memory`;
	return [
		compared(
			`${name}, all`,
			'MB',
			pair(({ all }) => all),
			times(1 / 3)
		),
		compared(
			`${name}, without our lexicon`,
			'MB',
			pair(({ all, lexicon }) => all - lexicon),
			none
		)
	];
}
