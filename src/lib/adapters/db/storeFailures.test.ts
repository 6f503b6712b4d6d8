// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { databaseName, databaseVersion } from './schema';
import {
	about,
	kept,
	place,
	browser,
	value,
	failure,
	unexpected,
	add,
	eventually,
	raw,
	rawPut,
	fullDisk
} from './store.fixture';

describe('failures', () => {
	test('an unreadable row is skipped, reported and never overwritten', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		const db = await raw(indexedDB);
		await rawPut(db, 'articles', { id: 'trasig', metadata: 'x' });
		await rawPut(db, 'texts', { id: 'gard', article: { lang: 'sv', blocks: [{}] }, leftOut: [] });
		const seen: (readonly OwnArticle[])[] = [];
		store.watchArticles((list) => seen.push(list), unexpected);
		await eventually(() => expect(seen.at(-1)).toEqual([about('gard')]));

		expect((await failure(store.article('gard')))?.kind).toBe('damaged');
		expect((await value(store.damaged())).map(({ table }) => table)).toEqual(['articles', 'texts']);
		await value(add(store, kept('trasig')));
		await value(add(store, kept('gard'), true));
		expect(await value(store.article('gard'))).not.toBeNull();
		expect((await value(store.damaged())).map(({ table }) => table)).toEqual(['articles', 'texts']);
		db.close();
	});

	test('a newer tab gets the database, and this tab reports it and writes no more', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		const failures: StoreFailure[] = [];
		store.watchArticles(
			() => undefined,
			(failure) => failures.push(failure)
		);
		await value(add(store, kept('gard')));
		const newer = await raw(indexedDB, 10 * (databaseVersion + 1));
		await eventually(() => expect(failures).toEqual([{ kind: 'newer' }]));
		expect(await failure(store.putPlace(place(1)))).toEqual({ kind: 'newer' });
		newer.close();
		// A page of this version says so at once, also after reloading: reloading again does not help.
		expect(await failure(tab().dump())).toEqual({ kind: 'outdated' });
		const untouched = await raw(indexedDB);
		expect(untouched.version).toBe(10 * (databaseVersion + 1));
		untouched.close();
	});

	test('a library of version 1 is readable in this version', async () => {
		const { tab, indexedDB } = browser();
		const older = new Dexie(databaseName, { indexedDB, IDBKeyRange });
		older.version(1).stores({
			articles: 'id',
			texts: 'id',
			words: '[article+first+lang], article, live',
			reviews: '[article+first+lang], article, live',
			places: 'article',
			drafts: 'id',
			removed: 'id',
			trash: 'id, removedAt',
			damaged: '++'
		});
		await older.open();
		const { about, ...texts } = kept('gard');
		await older.table('articles').put(about);
		await older.table('texts').put({ id: 'gard', ...texts });
		older.close();
		expect((await value(tab().dump())).articles).toEqual([kept('gard')]);
	});

	test('an older tab that holds the database is reported, and work resumes after it', async () => {
		const { tab, indexedDB } = browser();
		const older = await raw(indexedDB, 1); // never closes on its own
		const store = tab();
		const told: string[] = [];
		store.watchArticles(
			(list) => told.push(`${list.length} articles`),
			({ kind }) => told.push(kind)
		);
		expect(await failure(add(store, kept('gard')))).toEqual({ kind: 'blocked' });
		await eventually(() => expect(told).toEqual(['blocked']));
		older.close();
		await eventually(() => expect(told).toEqual(['blocked', '0 articles']));
		await value(add(store, kept('gard')));
	});

	test('a database that does not open returns a failure with the message', async () => {
		const { tab } = browser();
		const broken = {
			open() {
				throw new DOMException('not in this mode', 'InvalidStateError');
			}
		} as unknown as IDBFactory;
		const store = tab({ indexedDB: broken });
		expect(await failure(store.dump())).toEqual({ kind: 'failed', message: 'not in this mode' });
	});

	test('a full disk is reported, and nothing is half-written', async () => {
		const store = browser().tab();
		await value(add(store, kept('gard')));
		fullDisk(1);
		expect(await failure(add(store, kept('hus')))).toEqual({ kind: 'full' });
		fullDisk(1);
		expect(await failure(add(store, kept('gard', 3), true))).toEqual({ kind: 'full' });
		vi.restoreAllMocks();
		expect((await value(store.dump())).articles).toEqual([kept('gard')]);
	});

	test('a full disk empties the trash before the write fails', async () => {
		const store = browser().tab();
		await value(add(store, kept('gard')));
		await value(store.removeArticle('gard'));
		fullDisk(0);
		expect(await failure(add(store, kept('hus')))).toEqual({ kind: 'full' });
		vi.restoreAllMocks();
		expect(await value(store.restoreArticle('gard'))).toBe(false);
	});
});
