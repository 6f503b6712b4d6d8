import { beforeEach, expect, test, vi } from 'vitest';
import type { StoredArticle } from '$lib/core/translation/stored';
import { OwnReading } from './ownReading.svelte';

const counted = vi.hoisted(() => ({ watching: 0, isAsked: false }));

vi.mock('./machine/cached', () => ({
	recalled: () => Promise.reject(new DOMException('', 'UnknownError'))
}));
vi.mock('$lib/compose/stored', () => ({
	storedArticle: async (): Promise<StoredArticle | null> => null
}));
vi.mock('$lib/compose/store', () => ({
	store: async () => ({
		article: async () => ({ ok: true, value: null }),
		watchWork: (_: string, next: (work: object) => void) => {
			counted.watching++;
			queueMicrotask(() => next({ words: [], reviews: [], translations: [] }));
			return () => counted.watching--;
		},
		answers: { isAsked: async () => ({ ok: true, value: counted.isAsked }) }
	})
}));

beforeEach(() => void Object.assign(counted, { watching: 0, isAsked: false }));

test('closing stops following the store', async () => {
	const own = new OwnReading('prov', 'read', 'en');
	await own.ready;
	expect(counted.watching).toBe(1);
	own.close();
	expect(counted.watching).toBe(0);
});

test('a page that was left before the store opened follows nothing', async () => {
	const own = new OwnReading('prov', 'read', 'en');
	own.close();
	await own.ready;
	expect(counted.watching).toBe(0);
});

test('a cache that cannot be read leaves the page without machine translations', async () => {
	counted.isAsked = true;
	const own = new OwnReading('prov', 'read', 'en');
	await expect(own.ready).resolves.toBeUndefined();
	expect(own.made).toEqual([]);
});
