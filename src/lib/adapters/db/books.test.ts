// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { BookDraft, KeptBook } from '$lib/core/library/ownBook';
import { browser, at, failure, fullDisk, kept, raw, rawPut, t0, value } from './store.fixture';

const picture = (name: string) => ({
	name,
	type: 'image/png' as const,
	bytes: new Uint8Array([1, 2, name.length])
});
const shown = (name: string) => ({ name, alt: 'En stuga.', width: 4, height: 3 });

/** A book of two chapters and a part without text. */
const book = (id: string, pictures: readonly string[] = ['a.png']): KeptBook => {
	const chapters = [1, 2].map((chapter) => {
		const { about, ...text } = kept(`${id}-${chapter}`);
		return { about: { ...about, book: { id, chapter } }, ...text };
	});
	return {
		about: {
			id,
			metadata: { lang: 'sv', title: 'Stugan', identifier: 'urn:uuid:1' },
			chapters: [
				{ article: null, title: 'Del ett', level: 1, words: 0 },
				{ article: `${id}-1`, title: 'Ett', level: 2, words: 9 },
				{ article: `${id}-2`, title: 'Två', level: 2, words: 9 }
			],
			cover: pictures[0] ?? null,
			pictures: pictures.map(shown),
			addedAt: at(0),
			changedAt: at(0)
		},
		chapters,
		pictures: pictures.map(picture)
	};
};
const names = async (indexedDB: IDBFactory) => {
	const db = await raw(indexedDB);
	const keys = await new Promise<unknown>((resolve) => {
		const request = db.transaction('pictures').objectStore('pictures').getAllKeys();
		request.onsuccess = () => resolve(request.result);
	});
	db.close();
	return keys;
};

describe('books', () => {
	test('an added book comes back with its chapters and pictures', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.addBook(book('stuga')));
		expect(await value(store.book('stuga'))).toEqual(book('stuga').about);
		expect((await value(store.article('stuga-2')))?.about.book).toEqual({
			id: 'stuga',
			chapter: 2
		});
		expect(await value(store.picture('a.png'))).toEqual(picture('a.png'));
		expect(await value(store.picture('b.png'))).toBeNull();
		expect(await value(store.counts())).toMatchObject({ articles: 0, books: 1 });
		expect(await value(store.damaged())).toEqual([]);
	});

	test('a book under a name that is taken is refused, and nothing of it is added', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.addBook(book('stuga')));
		expect(await failure(store.addBook(book('stuga', ['b.png'])))).toEqual({
			kind: 'exists',
			id: 'stuga'
		});
		expect(await value(store.picture('b.png'))).toBeNull();
	});

	test.each([0, 1, 2, 3, 4, 5])('a disk full after %i rows leaves no half a book', async (rows) => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.dump());
		fullDisk(rows);
		expect(await failure(store.addBook(book('stuga')))).toEqual({ kind: 'full' });
		expect(await value(store.dump())).toMatchObject({ articles: [], books: [], pictures: [] });
		expect(await names(indexedDB)).toEqual([]);
	});

	test('a removed book is gone with its chapters, and comes back with them', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.addBook(book('stuga')));
		await value(store.removeBook('stuga'));
		expect(await value(store.book('stuga'))).toBeNull();
		expect(await value(store.article('stuga-1'))).toBeNull();
		const dump = await value(store.dump());
		expect(dump).toMatchObject({ articles: [], pictures: [] });
		expect(dump.books).toMatchObject([{ id: 'stuga', chapters: [], pictures: [], deleted: true }]);
		expect(dump.removed.map(({ id }) => id)).toEqual(['stuga-1', 'stuga-2']);
		expect(await value(store.damaged())).toEqual([]);

		expect(await value(store.restoreArticle('stuga'))).toBe(true);
		expect((await value(store.book('stuga')))?.chapters).toHaveLength(3);
		expect(await value(store.article('stuga-2'))).not.toBeNull();
		const back = await value(store.dump());
		expect(back.removed).toEqual([]);
		expect(back.pictures).toHaveLength(1);
		expect(await value(store.restoreArticle('stuga'))).toBe(false);
	});

	test('pictures go with the last book that shows them, when the trash is emptied', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.addBook(book('ett', ['a.png', 'b.png'])));
		await value(store.addBook(book('två', ['b.png'])));
		await value(store.removeBook('ett'));
		store.close();
		expect(await names(indexedDB)).toEqual(['a.png', 'b.png']);
		const later = tab({ now: () => t0 + 61 * 60_000 });
		await value(later.dump());
		await value(later.putPlace({ article: 'x', ...spot, changedAt: at(0) })); // queued behind it
		await expect.poll(() => names(indexedDB)).toEqual(['b.png']);
		expect(await value(later.restoreArticle('ett'))).toBe(false);
	});

	test('the library lists books, and not those that are removed', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.addBook(book('ett')));
		await value(store.addBook(book('två')));
		await value(store.removeBook('ett'));
		const listed = await new Promise((resolve) =>
			store.watchArticles(
				(_, __, books) => resolve(books.map(({ id }) => id)),
				({ kind }) => expect.fail(kind)
			)
		);
		expect(listed).toEqual(['två']);
	});

	test('a book goes to another browser, and its removal too', async () => {
		const [one, two] = [browser().tab(), browser().tab()];
		await value(one.addBook(book('stuga')));
		await value(two.merge(await value(one.dump())));
		expect(await value(two.dump())).toEqual(await value(one.dump()));

		await value(one.removeBook('stuga'));
		const merged = await value(two.merge(await value(one.dump())));
		expect(merged.removed).toEqual(['stuga']);
		expect(merged.report.books).toMatchObject({ removed: 1 });
		expect(await value(two.book('stuga'))).toBeNull();
		expect(await value(two.article('stuga-1'))).toBeNull();
		expect(await value(two.restoreArticle('stuga'))).toBe(true);
		expect(await value(two.article('stuga-1'))).not.toBeNull();
	});

	test('deleting everything deletes books, pictures and drafts', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.addBook(book('stuga')));
		await value(store.putBookDraft(draft, [picture('d.png')]));
		await value(store.clear());
		expect(await value(store.dump())).toMatchObject({ articles: [], books: [], pictures: [] });
		expect(await value(store.bookDrafts())).toEqual([]);
		expect(await names(indexedDB)).toEqual([]);
	});
});

const spot = {
	fingerprint: book('x').chapters[0]?.article.blocks[0]?.fingerprint as never,
	paragraph: 1,
	of: 2
};

const draft: BookDraft = {
	id: 'utkast',
	name: 'stuga.epub',
	metadata: { lang: 'sv' },
	chapters: [{ title: 'Ett', level: 1, blocks: kept('x').article.blocks, chosen: true }],
	pictures: [shown('d.png')],
	cover: null,
	leftOut: [{ text: '3', reason: 'page-number', before: 0, chapter: 0 }],
	notices: [],
	changedAt: at(0)
};

describe('books that are not saved yet', () => {
	test('a draft comes back, and keeps its pictures until it is removed', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.putBookDraft(draft, [picture('d.png')]));
		expect(await value(store.bookDrafts())).toEqual([draft]);
		expect((await value(store.dump())).pictures).toEqual([]);
		store.close();
		const next = tab();
		await value(next.dump());
		expect(await names(indexedDB)).toEqual(['d.png']);
		await value(next.removeBookDraft('utkast'));
		next.close();
		const last = tab();
		await value(last.dump());
		await expect.poll(() => names(indexedDB)).toEqual([]);
	});

	test('a draft that cannot be read is put aside and never overwritten', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.dump());
		const db = await raw(indexedDB);
		await rawPut(db, 'bookDrafts', { id: 'utkast', chapters: 3 });
		db.close();
		expect(await value(store.bookDrafts())).toEqual([]);
		await value(store.putBookDraft(draft, []));
		expect(await value(store.damaged())).toMatchObject([{ table: 'bookDrafts' }]);
	});
});

test('a database of version 4 keeps all that it has', async () => {
	const { tab, indexedDB } = browser();
	const old = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open('jamsides', 40);
		request.onupgradeneeded = () => {
			for (const name of ['articles', 'texts', 'drafts', 'removed'])
				request.result.createObjectStore(name, { keyPath: 'id' });
		};
		request.onsuccess = () => resolve(request.result);
	});
	const { about, ...text } = kept('gard');
	await rawPut(old, 'articles', about);
	await rawPut(old, 'texts', { id: 'gard', ...text });
	old.close();
	const store = tab();
	expect(await value(store.article('gard'))).toEqual(kept('gard'));
	await value(store.addBook(book('stuga')));
	expect(await value(store.book('stuga'))).not.toBeNull();
});
