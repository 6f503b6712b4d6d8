import { afterEach, expect, test, vi } from 'vitest';
import { itemsPath, partOf, partPath } from '$lib/core/offline/items';
import type { LibraryItem, Plan } from '$lib/core/offline/plan';
import { addItems, allItems, libraryItems, removeItems } from './items';
import { keptItems } from './versionCaches';

afterEach(() => vi.unstubAllGlobals());

const parts = 3;
const plan: Plan = {
	version: '1',
	entries: [{ path: '/', bytes: 1, digest: '0'.repeat(64) }],
	library: { articles: 9, bytes: 9, parts }
};
const items = Array.from({ length: 9 }, (_, nth): LibraryItem => ({
	kind: 'article',
	id: `text-${nth}`,
	entries: [{ path: `/stored/text-${nth}.json`, bytes: 1, digest: '0'.repeat(64) }]
}));

/** Stands in for the browser’s caches: one cache of texts by path. */
function browserCaches(): Map<string, string> {
	const files = new Map<string, string>();
	const found = async (path: string) => {
		const text = files.get(path);
		return text === undefined ? undefined : new Response(text);
	};
	vi.stubGlobal('navigator', {});
	vi.stubGlobal('caches', {
		match: found,
		open: async () => ({
			match: found,
			delete: async (path: string) => files.delete(path),
			put: async (path: string, response: Response) => void files.set(path, await response.text())
		})
	});
	return files;
}

/** Serves the lists of items, and counts the requests. */
function site(version = '1'): string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (path: string) => {
		asked.push(path);
		const here = items.filter(({ id }) => partPath(partOf(id, parts)) === path);
		return new Response(JSON.stringify({ version, items: here }));
	});
	return asked;
}

test('an item is looked for in its own list alone', async () => {
	const asked = site();
	const [first] = items;
	expect(await libraryItems(plan, [{ kind: 'article', id: 'text-0' }])).toEqual([first]);
	expect(asked).toEqual([partPath(partOf('text-0', parts))]);
});

test('all items are those of all lists; those of another version are none', async () => {
	site();
	const all = await allItems(plan);
	expect(all?.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id));
	site('2');
	expect(await allItems(plan)).toBeNull();
});

test('a library that has lost an item gives the others', async () => {
	site();
	const wanted = [
		{ kind: 'article' as const, id: 'text-0' },
		{ kind: 'article' as const, id: 'gone' }
	];
	expect((await libraryItems(plan, wanted))?.map(({ id }) => id)).toEqual(['text-0']);
});

test('items are listed once, and removed with their files', async () => {
	const files = browserCaches();
	const [one, two] = items;
	if (!one || !two) throw new RangeError('no items');
	for (const { entries } of [one, two]) for (const { path } of entries) files.set(path, '{}');
	await addItems('1', [one]);
	await addItems('1', [one, two]);
	expect(await keptItems('1')).toEqual([one, two]);
	await removeItems('1', [one]);
	expect(await keptItems('1')).toEqual([two]);
	expect([...files.keys()].sort()).toEqual([itemsPath, '/stored/text-1.json'].sort());
});

test('a damaged list is none', async () => {
	browserCaches().set(itemsPath, '{"items":');
	expect(await keptItems('1')).toEqual([]);
});
