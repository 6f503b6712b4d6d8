import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { articlePath, partOf, partPath } from '../src/lib/core/offline/items';
import { parsePart, parsePlan } from '../src/lib/core/offline/plan';
import { isPlanned, storedUnasked, writePlan } from './plan.mjs';

test('pages, scripts, fonts and data are stored', () => {
	for (const path of [
		'/en/index.html',
		'/stored/a-text.json',
		'/en/dossier/a-series/index.html',
		'/_app/immutable/chunks/translator.js',
		'/_app/immutable/workers/worker-Bq1x_2aC.js',
		'/_app/immutable/assets/serif.C0ffee12.woff2'
	])
		expect(isPlanned(path), path).toBe(true);
});

test('files that only the translator needs are not in the plan', () => {
	for (const path of [
		'/models/Xenova/opus-mt-sv-en/config.json',
		'/_app/immutable/workers/translator-Gx4C7f-w.js',
		'/_app/immutable/assets/ort-wasm-simd-threaded.4byDm7i3.wasm',
		'/_app/immutable/assets/ort-wasm-simd-threaded.BQJNh0bu.mjs',
		'/_app/immutable/assets/marian-simd-threads.BQJNh0bu.wasm',
		'/_app/immutable/workers/marianThread-Gx4C7f-w.js'
	])
		expect(isPlanned(path), path).toBe(false);
});

test('what search engines and feed readers fetch is not stored', () => {
	for (const path of ['/robots.txt', '/sitemap.xml', '/sv/feed.xml'])
		expect(isPlanned(path), path).toBe(false);
});

test('the fingerprints of all articles are not stored: those that are kept have their own', () => {
	for (const path of ['root.json', '0.json', 'article/0.json'])
		expect(isPlanned(`/stored/fingerprints/${path}`), path).toBe(false);
});

test('the forms of the lexicons are not stored: offline, the lexicons themselves answer', () => {
	expect(isPlanned('/stored/search/sv/words/12.bin')).toBe(false);
	expect(isPlanned('/stored/search/sv/12.bin')).toBe(true);
});

test('an article is stored once: its finished pages, which the shell draws, are not', () => {
	for (const path of [
		'/en/read/a-text/index.html',
		'/en/read/a-text/page.json',
		'/read/a-text/index.html'
	])
		expect(isPlanned(path), path).toBe(false);
});

/** Writes a site of so many articles, each of so many bytes at least, and a dossier of two. */
function written(articles: number, bytes: number): string {
	const site = mkdtempSync(join(tmpdir(), 'jamsides-plan-'));
	onTestFinished(() => rmSync(site, { recursive: true }));
	const ids = Array.from({ length: articles }, (_, nth) => `text-${nth}`);
	const files = new Map([
		['index.html', '<title>Jämsides</title>'],
		['en/read/text-0/index.html', '<title>Text</title>'],
		['stored/fingerprints/root.json', '{}'],
		['stored/fingerprints/article/0.json', '{}'],
		['stored/list/0.json', '[]'],
		['stored/search/index.json', '{}'],
		['stored/search/sv/0.bin', 'a'],
		['stored/search/sv/63.bin', 'b'],
		['stored/search/sv/64.bin', 'c'],
		['stored/list/facets.json', '{}'],
		['stored/list/author/0/1.json', '[]'],
		[
			'stored/dossiers/five.json',
			JSON.stringify({ articles: [{ id: 'text-0' }, { id: 'text-1' }] })
		],
		['en/dossier/five/index.html', '<title>Five &amp; more · Jämsides</title>'],
		['en/dossier/five/__data.json', '{}'],
		...ids.map((id, nth): [string, string] => [
			`stored/${id}.json`,
			JSON.stringify({
				metadata: nth === 0 ? { lang: 'sv' } : { lang: 'sv', title: `Text ${nth}` },
				text: 'a'.repeat(bytes)
			})
		])
	]);
	for (const [path, content] of files) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), content);
	}
	writePlan(site, 'now');
	return site;
}

function planOf(site: string) {
	const plan = parsePlan(JSON.parse(readFileSync(join(site, 'offline.json'), 'utf8')));
	if (!plan.ok) throw new Error(plan.failure);
	return plan.value;
}

test.each([
	['of few articles, whatever their length', storedUnasked.articles, storedUnasked.bytes / 40],
	['of many short articles', storedUnasked.articles + 70, 10]
])('a library %s is stored whole and unasked', (_, articles, bytes) => {
	const site = written(articles, bytes);
	const plan = planOf(site);
	expect(plan.library).toBeUndefined();
	expect(plan.entries.filter(({ path }) => path.startsWith('/stored/text-'))).toHaveLength(
		articles
	);
	expect(plan.entries.find(({ path }) => path === articlePath('text-1'))).toMatchObject({
		title: 'Text 1',
		lang: 'sv'
	});
	expect(plan.entries.find(({ path }) => path === articlePath('text-0'))).not.toHaveProperty(
		'title'
	);
});

test('of a larger library the plan has its size alone, and its items are where their ids say', () => {
	const articles = storedUnasked.articles + 70;
	const site = written(articles, storedUnasked.bytes / 100);
	const { library, entries } = planOf(site);
	expect(entries.map(({ path }) => path)).toEqual(['/']);
	expect(library?.articles).toBe(articles);
	const parts = library?.parts ?? 0;
	expect(readdirSync(join(site, 'offline'))).toHaveLength(parts);
	const items = Array.from({ length: parts }, (_, part) => {
		const read = parsePart(JSON.parse(readFileSync(join(site, partPath(part)), 'utf8')));
		if (!read.ok) throw new Error(read.failure);
		expect(read.value.version).toBe('now');
		for (const { id } of read.value.items) expect(partOf(id, parts)).toBe(part);
		return read.value.items;
	}).flat();
	expect(items).toHaveLength(articles + 4);
	expect(items.flatMap(({ entries }) => entries).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
		library?.bytes
	);
	const search = items.filter(({ kind }) => kind === 'search');
	expect(
		Object.fromEntries(search.map(({ id, entries }) => [id, entries.map(({ path }) => path)]))
	).toEqual({
		index: ['/stored/search/index.json'],
		'sv-0': ['/stored/search/sv/0.bin', '/stored/search/sv/63.bin'],
		'sv-1': ['/stored/search/sv/64.bin']
	});
	const dossier = items.find(({ kind }) => kind === 'dossier');
	expect(dossier?.articles).toEqual(['text-0', 'text-1']);
	expect(dossier?.entries.map(({ path, title }) => [path, title])).toEqual([
		['/en/dossier/five/__data.json', 'Five & more · Jämsides'],
		['/stored/dossiers/five.json', undefined]
	]);
});
