// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, vi } from 'vitest';
import { moment } from '$lib/core/library/moment';
import type { KeptArticle, OwnArticle } from '$lib/core/library/ownArticle';
import type { OwnReview, OwnWords, ReadingPosition } from '$lib/core/library/store';
import type { StoreResult, StoreFailure } from '$lib/core/library/storeFailure';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { fingerprint } from '$lib/core/text/fingerprint';
import { openStore, type OpenStore, type DatabaseEnvironment } from './store';
import { databaseName } from './schema';

export const t0 = Date.parse('2026-11-02T08:00:00.000Z');
export const at = (minutes: number) => moment(t0 + minutes * 60_000);

export const article: Article = {
	lang: 'sv',
	title: 'En gård',
	blocks: [
		block({ kind: 'heading', level: 2 }, 'Gården'),
		block({ kind: 'paragraph' }, 'Katten satt på trappan.'),
		block({ kind: 'caption', credit: 'Foto: ingen' }, 'En trappa.'),
		block({ kind: 'footnote', marker: '1' }, 'Den var grå.')
	]
};
export const first = fingerprint('Katten satt på trappan.');

export const about = (id: string, minutes = 0): OwnArticle => ({
	id,
	metadata: { lang: 'sv', title: 'En gård' },
	recognised: false,
	paragraphs: 4,
	words: 9,
	addedAt: at(minutes),
	changedAt: at(minutes)
});
export const kept = (id: string, minutes = 0): KeptArticle => ({
	about: about(id, minutes),
	article,
	leftOut: [{ text: 'Meny', reason: 'navigation', before: 0 }]
});
export const words = (text: string, minutes = 0): OwnWords => ({
	article: 'gard',
	source: [first],
	lang: 'en',
	text: [text],
	name: 'Ada',
	from: 'ai',
	changedAt: at(minutes)
});
export const review = (minutes = 0): OwnReview => ({
	article: 'gard',
	source: [first],
	lang: 'en',
	reviewed: fingerprint('The cat sat.'),
	name: 'Ada',
	changedAt: at(minutes)
});
export const place = (paragraph: number, minutes = 0): ReadingPosition => ({
	article: 'gard',
	fingerprint: first,
	paragraph,
	of: 4,
	changedAt: at(minutes)
});

const open: OpenStore[] = [];
/** Makes one browser: each store that it opens is one tab. */
export function browser() {
	const indexedDB = new IDBFactory();
	const storage = new Map<string, string>();
	const tab = (environment: DatabaseEnvironment = {}) => {
		const store = openStore({
			indexedDB,
			IDBKeyRange,
			storage: { setItem: (key, value) => void storage.set(key, value) },
			now: () => t0,
			...environment
		});
		open.push(store);
		return store;
	};
	return { indexedDB, storage, tab };
}
afterEach(() => {
	vi.restoreAllMocks();
	open.splice(0).forEach((store) => store.close());
});

export async function value<T>(stored: StoreResult<T>): Promise<T> {
	const result = await stored;
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}
export async function failure(stored: StoreResult<unknown>): Promise<StoreFailure | null> {
	const result = await stored;
	return result.ok ? null : result.failure;
}
export const unexpected = ({ kind }: StoreFailure) => expect.fail(kind);
export const add = (store: OpenStore, { about, article, leftOut }: KeptArticle, replace = false) =>
	store.addArticle(about, article, leftOut, replace);

export async function eventually(check: () => void | Promise<void>): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		try {
			return await check();
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}
	await check();
}

/** Opens a connection of the browser's own, without Dexie. */
export function raw(indexedDB: IDBFactory, version?: number): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(databaseName, version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('no database'));
	});
}
export function rawPut(db: IDBDatabase, table: string, row: unknown): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(table, 'readwrite');
		transaction.objectStore(table).put(row);
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
	});
}

/** Makes every write fail as full after `rows` more rows. */
export function fullDisk(rows: number): void {
	const put = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...row
	) {
		if (rows-- > 0) return put.apply(this, row);
		throw new DOMException('no room', 'QuotaExceededError');
	});
}
