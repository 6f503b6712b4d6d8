/**
 * What the site costs as its library grows: copies of the project with more and more made-up
 * articles are built, and each is visited once. `ARTICLES=30,60`: how many; 10,000 only if asked for.
 * `BESIDE=folder`: another working tree of the project, grown, built and visited in the same run.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../scripts/run.mjs';
import { serve } from '../scripts/serve.mjs';
import { maxFiles } from '../src/lib/core/translation/identifyInLibrary';
import { maxCandidates } from '../src/lib/core/translation/libraryFiles';
import { rest, visiting } from './browser';
import { countingProxy } from './counting-proxy';
import { atMost, none, single, times, type Budget, type Figure, type Unit } from './figures';
import { buildSite, changeArticle, growSite } from './grown-site';
import { filterCosts } from './library-filters';

const kilobyte = 1000;
const megabyte = 1000 * kilobyte;

const sizes = (process.env.ARTICLES ?? '100,1000').split(',').map(Number);

/** A first visit counts as over when nothing has been fetched for this long, in milliseconds. */
const settledMs = 5000;

interface Size {
	readonly articles: number;
	readonly cpuMs: number;
	/** Processor time of a build after one article has changed. */
	readonly againMs: number;
	readonly memoryBytes: number;
	readonly files: number;
	readonly bytes: number;
	/** Bytes of brotli of one page in one language of the interface. */
	readonly libraryBytes: number;
	readonly filterBytes: number;
	/** Bytes of brotli that are fetched to recognise a text, at most. */
	readonly recognitionBytes: number;
	readonly visitRequests: number;
	readonly visitBytes: number;
	readonly keptFiles: number;
	readonly keptBytes: number;
}

export async function scale(browser: Browser, scratch: string): Promise<readonly Figure[]> {
	const ours: Size[] = [];
	const beside: Size[] = [];
	for (const articles of sizes) {
		ours.push(await measured(browser, root, scratch, articles));
		if (process.env.BESIDE)
			beside.push(await measured(browser, process.env.BESIDE, scratch, articles));
	}
	return [
		...perArticle(ours, beside),
		...ours.flatMap((one, at) => figuresOf(one, beside[at])),
		...(await filtering(ours.at(-1)?.libraryBytes ?? 0))
	];
}

/** Returns what the library’s page and each of its filters cost, by listings made up for that. */
async function filtering(pageBytes: number): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const articles of [1000, 10_000])
		for (const { filter, bytes } of await filterCosts(articles))
			figures.push(
				single(
					`${articles} listings: library page and filter by ${filter}, at most (brotli)`,
					'kB',
					[(pageBytes + bytes) / kilobyte],
					atMost(60)
				)
			);
	return figures;
}

async function measured(
	browser: Browser,
	tree: string,
	scratch: string,
	articles: number
): Promise<Size> {
	const folder = join(scratch, 'grown');
	rmSync(folder, { recursive: true, force: true });
	growSite(tree, folder, articles);
	const { cpuMs, memoryBytes } = await buildSite(folder);
	const dir = join(folder, 'build');
	const files = filesOf(dir);
	const visit = await firstVisit(browser, dir);
	const found = {
		...{ articles, cpuMs, memoryBytes, files: files.length },
		bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
		libraryBytes: packed(join(dir, 'en/index.html')),
		filterBytes: packedIfAny(join(dir, 'stored/list/facets.json')),
		recognitionBytes: recognition(dir),
		...visit,
		againMs: await again(folder)
	};
	console.log(JSON.stringify({ tree, ...found }));
	return found;
}

async function again(folder: string): Promise<number> {
	changeArticle(folder);
	return (await buildSite(folder)).cpuMs;
}

const filesOf = (dir: string): readonly string[] =>
	readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name));

const packed = (file: string): number => statSync(`${file}.br`).size;

/** Returns 0 where a build has no such file: an older one, or one too small to be compressed. */
const packedIfAny = (file: string): number =>
	statSync(`${file}.br`, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Returns the bytes of all that recognises a text, if it asks for the largest files: those of prefixes
 * and of articles, up to their limits. Earlier versions have one file with all fingerprints.
 */
function recognition(dir: string): number {
	const all = join(dir, 'stored/index.json');
	if (existsSync(all)) return packed(all);
	const files = join(dir, 'stored/fingerprints');
	return (
		sent(join(files, 'root.json')) +
		largest(numbered(files), maxFiles) +
		largest(numbered(join(files, 'article')), 2 * maxCandidates)
	);
}

/** Returns what goes over the line of a file: one too small to be compressed goes as it is. */
const sent = (file: string): number => packedIfAny(file) || statSync(file).size;

const numbered = (dir: string): readonly string[] =>
	readdirSync(dir)
		.filter((name) => /^\d+\.json$/.test(name))
		.map((name) => join(dir, name));

const largest = (files: readonly string[], count: number): number =>
	files
		.map(sent)
		.sort((a, b) => b - a)
		.slice(0, count)
		.reduce((sum, size) => sum + size, 0);

type Visit = Pick<Size, 'visitRequests' | 'visitBytes' | 'keptFiles' | 'keptBytes'>;

/** Visits the library for the first time, and waits until the service worker has all it wants. */
async function firstVisit(browser: Browser, dir: string): Promise<Visit> {
	const site = await serve({ dir });
	const proxy = await countingProxy(site.port);
	try {
		return await visiting(browser, async (page) => {
			await page.goto(`${proxy.url}/en/`);
			await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
			for (let before = -1; before < proxy.count().requests; await rest(settledMs))
				before = proxy.count().requests;
			const { requests, bytes } = proxy.count();
			return { visitRequests: requests, visitBytes: bytes, ...(await kept(page)) };
		});
	} finally {
		proxy.close();
		await site.close();
	}
}

const kept = (page: Page): Promise<Pick<Visit, 'keptFiles' | 'keptBytes'>> =>
	page.evaluate(async () => {
		let [keptFiles, keptBytes] = [0, 0];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				keptFiles++;
				keptBytes += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
			}
		}
		return { keptFiles, keptBytes };
	});

/** What one article more costs: the growth from the smallest library to the largest. */
function perArticle(ours: readonly Size[], beside: readonly Size[]): readonly Figure[] {
	const slope = (all: readonly Size[], of: (size: Size) => number): number | null => {
		const [first, last] = [all[0], all.at(-1)];
		if (!first || !last || first === last) return null;
		return (of(last) - of(first)) / (last.articles - first.articles);
	};
	const figure = (what: string, unit: Unit, of: (size: Size) => number, budget: Budget = none) => {
		const grown = slope(ours, of);
		return grown === null ? [] : [pair(what, unit, grown, slope(beside, of), budget)];
	};
	return [
		...figure('An article more: build, processor', 'ms', ({ cpuMs }) => cpuMs, times(0.1)),
		...figure('An article more: output', 'kB', ({ bytes }) => bytes / kilobyte),
		...figure('An article more: files', 'count', ({ files }) => files),
		...figure('An article more: memory of the build', 'kB', (one) => one.memoryBytes / kilobyte),
		...figure('An article more: first visit', 'kB', ({ visitBytes }) => visitBytes / kilobyte),
		...figure('An article more: kept for offline', 'kB', ({ keptBytes }) => keptBytes / kilobyte)
	];
}

function figuresOf(size: Size, beside: Size | undefined): readonly Figure[] {
	const figure = (what: string, unit: Unit, of: (size: Size) => number, budget: Budget = none) =>
		pair(`${size.articles} articles: ${what}`, unit, of(size), beside ? of(beside) : null, budget);
	return [
		figure('build, processor', 'ms', ({ cpuMs }) => cpuMs),
		figure('build after a change, processor', 'ms', ({ againMs }) => againMs),
		figure('memory of the build', 'MB', ({ memoryBytes }) => memoryBytes / megabyte, atMost(4000)),
		figure('output', 'MB', ({ bytes }) => bytes / megabyte),
		figure('files', 'count', ({ files }) => files),
		figure('first visit, requests', 'count', ({ visitRequests }) => visitRequests),
		figure('first visit, fetched', 'MB', ({ visitBytes }) => visitBytes / megabyte),
		figure('first visit, kept files', 'count', ({ keptFiles }) => keptFiles),
		figure('first visit, kept', 'MB', ({ keptBytes }) => keptBytes / megabyte),
		figure('library page (brotli)', 'kB', (one) => one.libraryBytes / kilobyte, atMost(60)),
		figure('library’s table of filters (brotli)', 'kB', (one) => one.filterBytes / kilobyte),
		figure('recognition (brotli)', 'kB', (one) => one.recognitionBytes / kilobyte, atMost(20))
	];
}

const pair = (
	what: string,
	unit: Unit,
	ours: number,
	plain: number | null,
	budget: Budget
): Figure =>
	plain === null
		? single(what, unit, [ours], budget.kind === 'times' ? none : budget)
		: { what, unit, ours, plain, ratio: ours / plain, budget, runs: 1 };
