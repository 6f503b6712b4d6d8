import { beforeEach, expect, test, vi } from 'vitest';
import { articlePath } from '$lib/core/offline/items';
import type { LibraryItem, Plan } from '$lib/core/offline/plan';
import { fail, ok } from '$lib/core/result';
import { Keeping, type ItemName } from './keeping.svelte';

const bytesEach = 10;

const item = (id: string, kind: LibraryItem['kind'] = 'article'): LibraryItem => ({
	kind,
	id,
	entries: [{ path: articlePath(id), bytes: bytesEach, digest: '0'.repeat(64) }]
});

const articles = Array.from({ length: 50 }, (_, nth) => item(`text-${nth}`));
const library = [...articles, item('five', 'dossier')];

/** Stands in for the caches and the site. */
const device = vi.hoisted(() => ({
	plan: null as unknown,
	stored: [] as unknown[],
	isDown: false,
	isFull: false,
	batches: 0,
	afterBatch: (): void => {}
}));

vi.mock('$lib/compose/store', () => ({
	offline: async () => ({
		basePlan: async () => device.plan,
		keptItems: async () => [...device.stored],
		allItems: async () => (device.isDown ? null : library),
		libraryItems: async (_: Plan, wanted: readonly ItemName[]) =>
			device.isDown
				? null
				: library.filter((one) =>
						wanted.some(({ kind, id }) => one.kind === kind && one.id === id)
					),
		fetchFiles: async () => {
			device.batches++;
			device.afterBatch();
			return device.isDown ? fail({ kind: 'unreachable', left: 1 }) : ok(undefined);
		},
		addItems: async (_: string, added: readonly LibraryItem[]) => void device.stored.push(...added),
		removeItems: async (_: string, removed: readonly LibraryItem[]) => {
			if (device.isFull) throw new DOMException('full', 'QuotaExceededError');
			device.stored = device.stored.filter((one) => !removed.includes(one as LibraryItem));
		}
	})
}));

beforeEach(() => {
	Object.assign(device, {
		plan: { version: '1', entries: [], library: { articles: 50, bytes: 510, parts: 1 } },
		stored: [],
		isDown: false,
		isFull: false,
		batches: 0,
		afterBatch: () => {}
	});
});

async function looked(wanted: ConstructorParameters<typeof Keeping>[0] = 'everything') {
	const keeping = new Keeping(wanted);
	await keeping.look();
	return keeping;
}

test('the size is known before anything is fetched, and what is kept is taken off', async () => {
	device.stored = [articles[3]];
	const keeping = await looked();
	expect(keeping.all).toEqual({ articles: 50, bytes: 510 });
	expect(keeping.left).toEqual({ articles: 49, bytes: 500 });
	expect(device.batches).toBe(0);
});

test('everything is kept, and can be removed', async () => {
	const keeping = await looked();
	await keeping.keep();
	expect(device.stored).toHaveLength(library.length);
	expect(keeping.left).toEqual({ articles: 0, bytes: 0 });
	expect([keeping.done, keeping.failure]).toEqual([null, null]);
	await keeping.remove();
	expect(device.stored).toEqual([]);
	expect(keeping.kept).toEqual({ articles: 0, bytes: 0 });
});

test('a pause keeps what has come, and going on fetches the rest alone', async () => {
	const keeping = await looked();
	device.afterBatch = () => keeping.pause();
	await keeping.keep();
	expect(keeping.kept.articles).toBe(20);
	expect(keeping.done).toBeNull();
	device.afterBatch = () => {};
	await keeping.keep();
	expect(device.stored).toHaveLength(library.length);
	expect(new Set(device.stored).size).toBe(library.length);
});

test('a network that is lost in the middle leaves what has come, and says why it stopped', async () => {
	const keeping = await looked();
	device.afterBatch = () => (device.isDown = device.batches === 2);
	await keeping.keep();
	expect(keeping.kept.articles).toBe(20);
	expect(keeping.failure).toEqual({ kind: 'unreachable', left: 1 });
	expect(device.stored).toHaveLength(20);
});

test('a dossier is kept with its articles, and nothing else', async () => {
	const wanted = [item('five', 'dossier'), item('text-7')];
	const keeping = await looked(wanted);
	expect(keeping.all).toEqual({ articles: 1, bytes: 20 });
	await keeping.keep();
	expect(device.stored).toEqual([articles[7], library.at(-1)]);
});

test('a site that keeps all of its library by itself asks nothing', async () => {
	device.plan = { version: '1', entries: [] };
	const keeping = await looked();
	expect([keeping.all, keeping.left, keeping.isUnknown]).toEqual([null, null, false]);
	expect(keeping.keeper).toBe('site');
});

test('a site that does not answer is told of', async () => {
	device.isDown = true;
	const keeping = await looked([item('text-7')]);
	expect([keeping.all, keeping.isUnknown]).toEqual([null, true]);
	await keeping.keep();
	expect(keeping.isUnknown).toBe(true);
	expect(device.stored).toEqual([]);
});

test('an article that is kept is known, and removed, without a network', async () => {
	device.stored = [articles[7]];
	device.isDown = true;
	const keeping = await looked([{ kind: 'article', id: 'text-7' }]);
	expect([keeping.kept.bytes, keeping.left?.bytes]).toEqual([bytesEach, 0]);
	expect([keeping.isUnknown, keeping.keeper]).toEqual([false, 'reader']);
	await keeping.remove();
	expect([device.stored, keeping.left?.bytes]).toEqual([[], bytesEach]);
});

test('what cannot be removed stays listed as kept, and the reader is told', async () => {
	device.stored = [articles[7]];
	const keeping = await looked([{ kind: 'article', id: 'text-7' }]);
	device.isFull = true;
	await keeping.remove();
	expect([keeping.kept.bytes, keeping.isUnknown]).toEqual([bytesEach, true]);
});

test('where nothing of the site is kept, nobody decides', async () => {
	device.plan = null;
	expect((await looked([item('text-7')])).keeper).toBe('none');
});
