import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { block } from '../../core/text/block';
import { fingerprintFiles } from '../../core/translation/fingerprintFiles';
import { storedEntry, storedFile, type StoredArticle } from '../../core/translation/stored';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const article = (id: string): StoredArticle => {
	const blocks = Array.from({ length: 4 }, (_, nth) =>
		paragraph(`${Array.from({ length: 20 }, (_, at) => `${id}${nth}x${at}`).join(' ')}.`)
	);
	const metadata = { lang: 'sv', title: id };
	return { id, metadata, original: { ...metadata, blocks }, translations: [] };
};
const first = article('first');
const second = article('second');
const blocksOf = ({ original }: StoredArticle) => original?.blocks ?? [];

/** The site’s files, by address. A test changes them. */
let files: Map<string, string>;
let asked: string[];
/** The caches of versions: a path with its content. */
let caches: Map<string, Map<string, string>>;

/** Puts the files of a build into the site. */
function publish(articles: readonly StoredArticle[], stamp: string): void {
	const entries = articles.map(storedEntry);
	const { root, prefixes } = fingerprintFiles(entries, stamp);
	const put = (name: string, file: unknown) =>
		files.set(`/stored/fingerprints/${name}.json`, JSON.stringify(file));
	put('root', root);
	for (const [nth, file] of prefixes.entries()) put(`${nth}`, file);
	for (const [nth, entry] of entries.entries()) put(`article/${nth}`, { stamp, entry });
}

/** Loads the module anew: it keeps what it has fetched. */
async function recognition() {
	vi.resetModules();
	return import('./recognition');
}

beforeEach(() => {
	files = new Map();
	asked = [];
	caches = new Map();
	vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
		asked.push(`${init?.cache} ${path.replace('/stored/fingerprints/', '')}`);
		const file = files.get(path);
		return new Response(file ?? 'Not found', { status: file === undefined ? 404 : 200 });
	});
	vi.stubGlobal('caches', {
		keys: async () => [...caches.keys()],
		open: async (name: string) => ({
			keys: async () =>
				[...(caches.get(name)?.keys() ?? [])].map((path) => ({ url: `https://site.test${path}` }))
		}),
		match: async (path: string, { cacheName }: { cacheName: string }) => {
			const content = caches.get(cacheName)?.get(path);
			return content === undefined ? undefined : new Response(content);
		}
	});
});
afterEach(() => vi.unstubAllGlobals());

test('a text asks the root, its prefixes and the article that it is, once each', async () => {
	publish([first, second], 'a1');
	const { identifyStored, storedCandidates } = await recognition();
	const found = await identifyStored(blocksOf(second));
	expect(found.recognition?.article).toBe('second');
	expect(asked).toEqual(['no-cache root.json', 'force-cache 0.json', 'force-cache article/1.json']);
	expect((await storedCandidates(blocksOf(second))).entries).toEqual([storedEntry(second)]);
	expect(asked.slice(3)).toEqual(['no-cache root.json']);
});

test('a file of an earlier build is asked for past the browser’s cache', async () => {
	publish([first, second], 'a2');
	const fresh = files.get('/stored/fingerprints/0.json') ?? '';
	files.set('/stored/fingerprints/0.json', fresh.replace('a2', 'a1'));
	const { identifyStored } = await recognition();
	const stale = await identifyStored(blocksOf(first));
	expect([stale.recognition, stale.candidates.isWhole]).toEqual([null, false]);
	expect(asked).toContain('reload 0.json');
	files.set('/stored/fingerprints/0.json', fresh);
	expect((await identifyStored(blocksOf(first))).recognition?.article).toBe('first');
});

test.each([
	['nothing', undefined],
	['a page', '<!doctype html>'],
	['another version', '{"version":2,"stamp":"a1","bits":0}'],
	[
		'a file of megabytes',
		JSON.stringify({ version: 1, stamp: 'a1', bits: 0, more: 'x'.repeat(600_000) })
	]
])(
	'without a network a text is compared with the texts that are kept: %s comes',
	async (_, root) => {
		if (root !== undefined) files.set('/stored/fingerprints/root.json', root);
		caches.set('jamsides-1', new Map([['/stored/first.json', '{"of":"an older form"}']]));
		caches.set(
			'jamsides-2',
			new Map([
				['/stored/first.json', JSON.stringify(storedFile(first))],
				['/stored/list/0.json', '[]'],
				['/stored/damaged.json', '{']
			])
		);
		const { identifyStored } = await recognition();
		const known = await identifyStored([
			paragraph(
				blocksOf(first)
					.map(({ text }) => text)
					.join(' ')
			)
		]);
		expect(known.recognition).toMatchObject({ article: 'first', known: 4 });
		expect(known.candidates.isWhole).toBe(false);
		expect((await identifyStored(blocksOf(second))).recognition).toBeNull();
	}
);

test('caches that the browser blocks are none', async () => {
	vi.stubGlobal('caches', { keys: () => Promise.reject(new DOMException('blocked')) });
	const { storedCandidates } = await recognition();
	expect(await storedCandidates(blocksOf(first))).toEqual({ entries: [], isWhole: false });
});
