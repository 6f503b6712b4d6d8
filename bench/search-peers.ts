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
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { content } from '../src/cli/content';
import { writeSiteIndex } from '../src/lib/core/search/siteIndex';
import { segmentsOf, storedText, tableOf } from '../src/lib/content/searchIndex';
import { storedFile, type StoredArticle } from '../src/lib/core/translation/stored';
import { rest } from './browser';
import { countingProxy, type CountingProxy } from './counting-proxy';
import { visited, write, type Fetched } from './fetched';
import { compared, none, single, times, type Figure, type Pair } from './figures';
import { madeUpLibrary } from './made-up-library';
import { byPagefind, writePagefind } from './pagefind';
import type { MemoryOnce } from './search-once';
import { queriesFor, type AskedQuery } from './search-queries';

const peers = ['pagefind@1.6.0', 'minisearch@7.2.0'];

/** Made-up articles beside those of the site. `SEARCHED=300,1000`. */
const sizes = (process.env.SEARCHED ?? '300,1000').split(',').map(Number);

/** A query is over when nothing has been fetched for this long, in milliseconds. */
const quietMs = 1500;

export async function besidePeers(browser: Browser, scratch: string): Promise<readonly Figure[]> {
	const folder = join(scratch, 'peers');
	mkdirSync(folder);
	execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...peers]);
	const own = content();
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

/** Copies the built site, with the index and the data of another library. */
async function siteWith(library: readonly StoredArticle[], folder: string): Promise<void> {
	const without = /^build\/(?:models|stored|\w+\/read|read)(?:\/|$)/;
	cpSync('build', folder, { recursive: true, filter: (path) => !without.test(path) });
	const segments = await segmentsOf(library.map(storedText), 'bench');
	const tables = await Promise.all(segments.map(({ head }) => tableOf(head.lang, 'bench')));
	const index = writeSiteIndex({
		version: 'bench',
		segments: segments.map(({ head }) => head),
		tables: tables.map(({ table }) => table)
	});
	for (const { table, files } of tables)
		for (const [nth, file] of files.entries())
			write(join(folder, `stored/search/${table.lang}/words/${nth}.bin`), file);
	write(join(folder, 'stored/search/index.json'), JSON.stringify(index));
	for (const { head, shards } of segments)
		for (const [nth, shard] of shards.entries())
			write(join(folder, `stored/search/${head.lang}/${nth}.bin`), shard);
	for (const article of library)
		write(join(folder, `stored/${article.id}.json`), JSON.stringify(storedFile(article)));
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
		const ours = await byPage(browser, proxy, site, queries);
		const both = await byPagefind(browser, proxy, queries, true);
		const one = await byPagefind(browser, proxy, queries, false);
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
		compared(`${name}: before the first results`, 'kB', [pair(({ before }) => before)], none),
		single(`${name}: lexicons, for the words of the other side`, 'kB', [ours.lexicon / 1000], none),
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

async function quiet(proxy: CountingProxy): Promise<void> {
	for (let before = -1; before < proxy.count().requests; await rest(quietMs))
		before = proxy.count().requests;
}

type Part = 'index' | 'texts' | 'lexicon' | 'other';

/** Returns the bytes since the last call, by what they are of. */
function taken(
	proxy: CountingProxy,
	lexicons: ReadonlySet<string>
): Readonly<Record<Part, number>> {
	const found = { index: 0, texts: 0, lexicon: 0, other: 0 };
	for (const { path, bytes } of proxy.taken()) found[partOf(path, lexicons)] += bytes;
	return found;
}

function partOf(path: string, lexicons: ReadonlySet<string>): Part {
	if (/^\/stored\/search\/\w+\//.test(path)) return 'index';
	if (/^\/stored\/[\w-]+\.json$/.test(path)) return 'texts';
	return lexicons.has(path) ? 'lexicon' : 'other';
}

/** Lines of a script from which it is a lexicon, an entry a line: programs are built without lines. */
const linesOfLexicon = 1000;

/** Returns the addresses of the scripts that hold lexicons. */
const lexiconsOf = (site: string): ReadonlySet<string> =>
	new Set(
		readdirSync(join(site, '_app'), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.js'))
			.filter((path) => {
				const script = readFileSync(join(site, '_app', path), 'utf8');
				return script.split('\n').length > linesOfLexicon;
			})
			.map((path) => `/_app/${path}`)
	);

/** Asks in the product’s own page. What every page loads is fetched before, and not counted. */
const byPage = (
	browser: Browser,
	proxy: CountingProxy,
	site: string,
	queries: readonly AskedQuery[]
): Promise<Fetched> =>
	visited(browser, async (page) => {
		await page.goto(`${proxy.url}/en/settings/`);
		await quiet(proxy);
		proxy.taken();
		const lexicons = lexiconsOf(site);
		await page.goto(`${proxy.url}/en/search/`);
		await quiet(proxy);
		let { other: before, lexicon } = taken(proxy, lexicons);
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
			const fetched = taken(proxy, lexicons);
			before += fetched.other;
			lexicon += fetched.lexicon;
			index.push(fetched.index);
			texts.push(fetched.texts);
		}
		return { before, lexicon, index, texts };
	});

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
