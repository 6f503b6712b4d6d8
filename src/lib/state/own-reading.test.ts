import { beforeEach, expect, test, vi } from 'vitest';
import type { StoredArticle } from '$lib/core/translation/stored';
import { OwnReading } from './own-reading.svelte';
import type { Reader } from './reader.svelte';

const counted = vi.hoisted(() => ({ machines: 0, watching: 0, isAsked: false }));

vi.mock('./machine.svelte', () => ({
	Machine: class {
		constructor() {
			counted.machines++;
		}
		changed = () => undefined;
		ask = () => Promise.reject(new TypeError('Failed to fetch'));
		close = () => counted.machines--;
	}
}));
vi.mock('$lib/composeMachine', () => ({ machinery: async () => ({}) }));
vi.mock('./recalled', () => ({
	recalled: () => Promise.reject(new DOMException('', 'UnknownError'))
}));
vi.mock('$lib/adapters/stored/article', () => ({
	storedArticle: async (): Promise<StoredArticle | null> => null
}));
vi.mock('$lib/compose', () => ({
	store: async () => ({
		article: async () => ({ ok: true, value: null }),
		watchWork: (_: string, next: (work: object) => void) => {
			counted.watching++;
			queueMicrotask(() => next({ words: [], reviews: [], translations: [], place: null }));
			return () => counted.watching--;
		},
		answers: { isAsked: async () => ({ ok: true, value: counted.isAsked }) }
	})
}));

const told: unknown[] = [];
const reader = {
	need: (part: Promise<unknown>) => part.catch((error: unknown) => told.push(error))
} as unknown as Reader;

beforeEach(() => void Object.assign(counted, { machines: 0, watching: 0, isAsked: false }));

test('a machine goes with the page that it came to', async () => {
	const own = new OwnReading('prov', 'read', 'en');
	await own.ready;
	await own.translate(reader);
	expect(counted).toMatchObject({ machines: 1, watching: 1 });
	own.close();
	expect(counted).toMatchObject({ machines: 0, watching: 0 });
});

test('nothing comes to a page that has been left meanwhile', async () => {
	const own = new OwnReading('prov', 'read', 'en');
	await own.ready;
	const asked = own.translate(reader);
	own.close();
	expect(await asked).toBeNull();
	const early = new OwnReading('prov', 'read', 'en');
	early.close();
	await early.ready;
	expect(counted).toMatchObject({ machines: 0, watching: 0 });
});

test('what a machine made cannot be read: the page stands without it', async () => {
	counted.isAsked = true;
	const own = new OwnReading('prov', 'read', 'en');
	await expect(own.ready).resolves.toBeUndefined();
	expect(own.made).toEqual([]);
});

test('a machine that does not come when it is asked is told of', async () => {
	const own = new OwnReading('prov', 'read', 'en');
	await own.translate(reader, null);
	await vi.waitFor(() => expect(told).toEqual([new TypeError('Failed to fetch')]));
	own.close();
});
