// Dexie’s live queries ask nothing where the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { after, moment } from '$lib/core/library/moment';
import type {
	Draft,
	KeptArticle,
	OwnArticle,
	OwnReview,
	OwnTranslation,
	OwnWords,
	OwnWork,
	Place,
	Stored,
	StoreFailure
} from '$lib/core/library/store';
import type { AlignmentDraft } from '$lib/core/align/draft';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { fingerprint } from '$lib/core/text/fingerprint';
import { openStore, type OpenStore, type Surroundings } from './store';
import { databaseName } from './schema';

const t0 = Date.parse('2026-11-02T08:00:00.000Z');
const at = (minutes: number) => moment(t0 + minutes * 60_000);

const article: Article = {
	lang: 'sv',
	title: 'En gård',
	blocks: [
		block({ kind: 'heading', level: 2 }, 'Gården'),
		block({ kind: 'paragraph' }, 'Katten satt på trappan.'),
		block({ kind: 'caption', credit: 'Foto: ingen' }, 'En trappa.'),
		block({ kind: 'footnote', marker: '1' }, 'Den var grå.')
	]
};
const first = fingerprint('Katten satt på trappan.');

const about = (id: string, minutes = 0): OwnArticle => ({
	id,
	metadata: { lang: 'sv', title: 'En gård' },
	recognised: false,
	paragraphs: 4,
	words: 9,
	addedAt: at(minutes),
	changedAt: at(minutes)
});
const kept = (id: string, minutes = 0): KeptArticle => ({
	about: about(id, minutes),
	article,
	leftOut: [{ text: 'Meny', reason: 'navigation', before: 0 }]
});
const words = (text: string, minutes = 0): OwnWords => ({
	article: 'gard',
	source: [first],
	lang: 'en',
	text: [text],
	name: 'Ada',
	from: 'ai',
	changedAt: at(minutes)
});
const review = (minutes = 0): OwnReview => ({
	article: 'gard',
	source: [first],
	lang: 'en',
	reviewed: fingerprint('The cat sat.'),
	name: 'Ada',
	changedAt: at(minutes)
});
const place = (paragraph: number, minutes = 0): Place => ({
	article: 'gard',
	fingerprint: first,
	paragraph,
	of: 4,
	changedAt: at(minutes)
});

const open: OpenStore[] = [];
/** One browser: its stores are its tabs. */
function browser() {
	const indexedDB = new IDBFactory();
	const storage = new Map<string, string>();
	const tab = (around: Surroundings = {}) => {
		const store = openStore({
			indexedDB,
			IDBKeyRange,
			storage: { setItem: (key, value) => void storage.set(key, value) },
			now: () => t0,
			...around
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

async function value<T>(stored: Stored<T>): Promise<T> {
	const result = await stored;
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}
async function failure(stored: Stored<unknown>): Promise<StoreFailure | null> {
	const result = await stored;
	return result.ok ? null : result.failure;
}
const unexpected = ({ kind }: StoreFailure) => expect.fail(kind);
const add = (store: OpenStore, { about, article, leftOut }: KeptArticle, replace = false) =>
	store.addArticle(about, article, leftOut, replace);

async function eventually(check: () => void): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		try {
			return check();
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}
	check();
}

/** A connection of the browser's own, past Dexie. */
function raw(indexedDB: IDBFactory, version?: number): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(databaseName, version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('no database'));
	});
}
function rawPut(db: IDBDatabase, table: string, row: unknown): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(table, 'readwrite');
		transaction.objectStore(table).put(row);
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
	});
}

/** The disk is full after so many more rows. */
function fullDisk(rows: number): void {
	const put = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...row
	) {
		if (rows-- > 0) return put.apply(this, row);
		throw new DOMException('no room', 'QuotaExceededError');
	});
}

describe('articles', () => {
	test('an added article comes back whole, its texts apart from the list', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		expect(await value(store.article('gard'))).toEqual(kept('gard'));
		expect(await value(store.article('ingen'))).toBeNull();
	});

	test('of two tabs that add the same article, one is told that it exists', async () => {
		const { tab } = browser();
		const outcomes = await Promise.all([
			failure(add(tab(), kept('gard'))),
			failure(add(tab(), kept('gard')))
		]);
		expect(outcomes).toContainEqual(null);
		expect(outcomes).toContainEqual({ kind: 'exists', id: 'gard' });
	});

	test('two tabs that add two articles have both', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		await Promise.all([value(add(one, kept('a'))), value(add(two, kept('b')))]);
		expect((await value(one.dump())).articles.map((it) => it.about.id)).toEqual(['a', 'b']);
	});

	test('a removed article is gone, its words stay, and it can be put back', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		await value(store.putWords(words('The cat sat.'), null));
		await value(store.removeArticle('gard'));
		expect(await value(store.article('gard'))).toBeNull();
		expect((await value(store.work('gard'))).words).toHaveLength(1);
		expect((await value(store.dump())).removed).toEqual([
			{ id: 'gard', changedAt: after(at(0), at(0)) }
		]);

		expect(await value(store.restoreArticle('gard'))).toBe(true);
		expect((await value(store.article('gard')))?.article).toEqual(article);
		expect((await value(store.dump())).removed).toEqual([]);
		expect(await value(store.restoreArticle('gard'))).toBe(false);
	});

	test('what is thrown away is gone an hour later', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		await value(store.removeArticle('gard'));
		store.close();
		const later = tab({ now: () => t0 + 61 * 60_000 });
		await value(later.dump());
		await value(later.putPlace(place(1))); // queued behind the emptying
		expect(await value(later.restoreArticle('gard'))).toBe(false);
	});

	test('an article added again is newer than its removal', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard', 5)));
		await value(store.removeArticle('gard'));
		await value(add(store, kept('gard', 1)));
		const again = await value(store.article('gard'));
		expect(again && again.about.changedAt > at(5)).toBe(true);
	});

	test('drafts survive the tab', async () => {
		const { tab } = browser();
		const draft: Draft = {
			id: 'd',
			name: 'x.txt',
			article,
			leftOut: [],
			notices: [{ kind: 'unreadable', count: 2 }],
			changedAt: at(0)
		};
		const { notices: _, ...old } = { ...draft, id: 'old' };
		const store = tab();
		await value(store.putDraft(draft));
		await value(store.putDraft(old as Draft));
		store.close();
		const again = tab();
		expect(await value(again.drafts())).toEqual([draft, { ...old, notices: [] }]);
		await value(again.removeDraft('old'));
		await value(again.removeDraft('d'));
		expect(await value(again.drafts())).toEqual([]);
	});
});

describe('own words', () => {
	test('the second of two writers is told, and nothing is overwritten', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const base = (await value(one.putWords(words('first'), null))).changedAt;
		await value(one.putWords(words('second', 1), base));
		expect(await failure(two.putWords(words('other', 2), base))).toEqual({ kind: 'conflict' });
		expect(await failure(two.putWords(words('other', 2), null))).toEqual({ kind: 'conflict' });
		expect((await value(two.work('gard'))).words[0]?.text).toEqual(['second']);
	});

	test('a change is later than what it changes, also when the clock has gone back', async () => {
		const { tab } = browser();
		const store = tab();
		const { changedAt } = await value(store.putWords(words('first', 60), null));
		const second = await value(store.putWords(words('second', 0), changedAt));
		expect(second.changedAt > changedAt).toBe(true);
	});

	test('what was deleted is not shown, is kept as deleted, and can be written anew', async () => {
		const { tab } = browser();
		const store = tab();
		const { changedAt } = await value(store.putWords(words('first'), null));
		await value(store.putWords({ ...words('', 1), deleted: true }, changedAt));
		expect((await value(store.work('gard'))).words).toEqual([]);
		expect((await value(store.dump())).words).toHaveLength(1);
		await value(store.putWords(words('again', 2), null));
		expect((await value(store.work('gard'))).words[0]?.text).toEqual(['again']);
	});

	test('reviews and places are kept beside them', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putReview(review()));
		await value(store.putPlace(place(3)));
		expect(await value(store.work('gard'))).toEqual({
			words: [],
			reviews: [review()],
			translations: [],
			place: place(3)
		});
	});
});

describe('people’s translations', () => {
	const translation = (minutes = 0, part: Partial<OwnTranslation> = {}): OwnTranslation => ({
		id: 'ett',
		article: 'gard',
		lang: 'en',
		credit: { translator: 'Ada', title: 'A farm', publication: '', date: '2014-10', rights: '' },
		units: [
			{
				kind: 'paragraph',
				source: [first],
				text: ['The cat sat on the stairs.'],
				by: { origin: 'human', name: 'Ada', date: '2014-10' },
				review: null,
				spans: [[[0], [0]]]
			}
		],
		links: [[0.5]],
		addedAt: at(0),
		changedAt: at(minutes),
		...part
	});
	const aligned = (minutes = 0): AlignmentDraft => ({
		id: 'utkast',
		article: 'gard',
		source: { lang: 'sv', blocks: article.blocks },
		target: { lang: '', blocks: [] },
		credit: translation().credit,
		links: [{ source: [0], target: [], confidence: 0.2, fixed: false }],
		changedAt: at(minutes)
	});

	test('one that is saved is among the work on its article, in every tab', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const worked: (readonly string[])[] = [];
		one.watchWorked((ids) => worked.push(ids), unexpected);
		await value(two.putTranslation(translation(), null));
		expect((await value(one.work('gard'))).translations).toEqual([translation()]);
		expect(await value(one.translation('ett'))).toEqual(translation());
		await eventually(() => expect(worked.at(-1)).toEqual(['gard']));
	});
	test('one that was changed elsewhere is not overwritten', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		await value(store.putTranslation(translation(1), at(0)));
		expect(await failure(store.putTranslation(translation(2), at(0)))).toEqual({
			kind: 'conflict'
		});
	});
	test('one that is removed is gone, and comes back', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		const gone = await value(store.putTranslation(translation(1, { deleted: true }), at(0)));
		expect((await value(store.work('gard'))).translations).toEqual([]);
		expect(await value(store.translation('ett'))).toBeNull();
		await value(store.putTranslation(translation(2), gone.changedAt));
		expect((await value(store.work('gard'))).translations).toEqual([translation(2)]);
	});
	test('one that was removed while it was being changed can be saved anew', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		await value(store.putTranslation(translation(3, { deleted: true }), at(0)));
		const kept = await value(store.putTranslation(translation(2), null));
		expect(kept.changedAt > at(3)).toBe(true);
		expect((await value(store.work('gard'))).translations).toEqual([kept]);
	});
	test('they are in a backup, and what is being aligned is not', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		await value(store.putAlignment(aligned()));
		const dump = await value(store.dump());
		expect(dump.translations).toEqual([translation()]);
		expect(JSON.stringify(dump)).not.toContain('utkast');
		await value(store.clear());
		expect((await value(store.merge(dump))).translations).toMatchObject({ added: 1 });
		expect(await value(store.dump())).toEqual(dump);
	});
	test('what is being aligned is there at every change, until it is removed', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const seen: (readonly AlignmentDraft[])[] = [];
		one.watchAlignments((drafts) => seen.push(drafts), unexpected);
		await value(two.putAlignment(aligned()));
		await eventually(() => expect(seen.at(-1)).toEqual([aligned()]));
		expect(await value(one.alignment('utkast'))).toEqual(aligned());
		await value(two.removeAlignment('utkast'));
		await eventually(() => expect(seen.at(-1)).toEqual([]));
	});
});

describe('watching', () => {
	test('the list follows what another tab does', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const seen: (readonly OwnArticle[])[] = [];
		one.watchArticles((list) => seen.push(list), unexpected);
		await eventually(() => expect(seen.at(-1)).toEqual([]));
		await value(add(two, kept('gard')));
		await eventually(() => expect(seen.at(-1)).toEqual([about('gard')]));
	});

	test('the work on an article follows, until it is not watched', async () => {
		const { tab } = browser();
		const store = tab();
		const seen: OwnWork[] = [];
		const stop = store.watchWork('gard', (work) => seen.push(work), unexpected);
		await eventually(() => expect(seen).toHaveLength(1));
		const { changedAt } = await value(store.putWords(words('first'), null));
		await eventually(() => expect(seen.at(-1)?.words[0]?.text).toEqual(['first']));
		stop();
		const before = seen.length;
		await value(store.putWords(words('second', 1), changedAt));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(seen).toHaveLength(before);
	});

	test('and so is which articles have own words or reviews, whichever of them changes', async () => {
		const { tab } = browser();
		const store = tab();
		const seen: (readonly string[])[] = [];
		const stop = tab().watchWorked((ids) => seen.push(ids), unexpected);
		await eventually(() => expect(seen.at(-1)).toEqual([]));
		const records = [words('one'), { ...words('other'), source: [fingerprint('Den var grå.')] }];
		for (const record of records) await value(store.putWords(record, null));
		await value(store.putReview({ ...review(), article: 'hus' }));
		await eventually(() => expect(seen.at(-1)).toEqual(['gard', 'hus']));
		for (const record of records) {
			const before = seen.length;
			const gone = { ...record, deleted: true as const, changedAt: at(1) };
			const { changedAt } = await value(store.putWords(gone, record.changedAt));
			await eventually(() => expect(seen.length).toBeGreaterThan(before));
			expect(seen.at(-1)).toEqual(['gard', 'hus']);
			await value(store.putWords({ ...record, changedAt: at(2) }, changedAt));
			await eventually(() => expect(seen.length).toBeGreaterThan(before + 1));
		}
		stop();
	});

	test('the boot script finds the articles with anything of the reader’s', async () => {
		const { tab, storage } = browser();
		const store = tab();
		const own = () => storage.get('jamsides.own');
		await eventually(() => expect(own()).toBe('[]'));
		await value(add(store, kept('b')));
		await eventually(() => expect(own()).toBe('["b"]'));
		const { changedAt } = await value(store.putWords(words('first'), null));
		await eventually(() => expect(own()).toBe('["b","gard"]'));
		await value(store.putWords({ ...words('', 1), deleted: true }, changedAt));
		await eventually(() => expect(own()).toBe('["b"]'));
	});

	test('a localStorage that refuses is no matter', async () => {
		const { tab } = browser();
		const refuse = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const store = tab({ storage: { setItem: refuse } });
		await value(add(store, kept('gard')));
	});
});

describe('what can go wrong', () => {
	test('a row that cannot be read is passed over, told of, and never overwritten', async () => {
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

	test('a newer tab gets the database; this one says so and writes no more', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		const failures: StoreFailure[] = [];
		store.watchArticles(
			() => undefined,
			(failure) => failures.push(failure)
		);
		await value(add(store, kept('gard')));
		const newer = await raw(indexedDB, 30);
		await eventually(() => expect(failures).toEqual([{ kind: 'newer' }]));
		expect(await failure(store.putPlace(place(1)))).toEqual({ kind: 'newer' });
		newer.close();
		expect(await failure(tab().dump())).toEqual({ kind: 'newer' });
		const untouched = await raw(indexedDB);
		expect(untouched.version).toBe(30);
		untouched.close();
	});

	test('a library of version 1 is there in this one', async () => {
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

	test('an older tab that holds the database is named, and once it is closed all goes on', async () => {
		const { tab, indexedDB } = browser();
		const older = await raw(indexedDB, 1); // never lets go by itself
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

	test('a database that does not open is a failure with its message', async () => {
		const { tab } = browser();
		const broken = {
			open() {
				throw new DOMException('not in this mode', 'InvalidStateError');
			}
		} as unknown as IDBFactory;
		const store = tab({ indexedDB: broken });
		expect(await failure(store.dump())).toEqual({ kind: 'failed', message: 'not in this mode' });
	});

	test('a full disk is named, and nothing is half-written', async () => {
		const store = browser().tab();
		await value(add(store, kept('gard')));
		fullDisk(1);
		expect(await failure(add(store, kept('hus')))).toEqual({ kind: 'full' });
		fullDisk(1);
		expect(await failure(add(store, kept('gard', 3), true))).toEqual({ kind: 'full' });
		vi.restoreAllMocks();
		expect((await value(store.dump())).articles).toEqual([kept('gard')]);
	});

	test('a full disk empties the trash before it gives up', async () => {
		const store = browser().tab();
		await value(add(store, kept('gard')));
		await value(store.removeArticle('gard'));
		fullDisk(0);
		expect(await failure(add(store, kept('hus')))).toEqual({ kind: 'full' });
		vi.restoreAllMocks();
		expect(await value(store.restoreArticle('gard'))).toBe(false);
	});
});

describe('a backup', () => {
	test('brings everything to another browser', async () => {
		const here = browser().tab();
		await value(add(here, kept('gard')));
		await value(here.putWords(words('The cat sat.'), null));
		await value(here.putReview(review()));
		await value(here.putPlace(place(2)));
		const dump = await value(here.dump());

		const there = browser().tab();
		const report = await value(there.merge(dump));
		expect(report.articles).toEqual({ added: 1, updated: 0, removed: 0, kept: 0 });
		expect(await value(there.dump())).toEqual(dump);
		expect((await value(there.merge(dump))).words.kept).toBe(1);
	});

	test('brings back what was deleted without a trace, not what was removed', async () => {
		const { tab, storage } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		const dump = await value(store.dump());
		await value(store.removeArticle('gard'));
		await value(store.merge(dump));
		expect(await value(store.article('gard'))).toBeNull();
		await value(store.clear());
		await eventually(() => expect(storage.get('jamsides.own')).toBe('[]'));
		await value(store.merge(dump));
		expect(await value(store.article('gard'))).toEqual(kept('gard'));
	});

	test('does not overwrite newer work', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putWords(words('old'), null));
		const dump = await value(store.dump());
		await value(store.putWords(words('new', 1), at(0)));
		expect((await value(store.merge(dump))).words.kept).toBe(1);
		expect((await value(store.work('gard'))).words[0]?.text).toEqual(['new']);
	});

	test('that does not fit changes nothing', async () => {
		const here = browser().tab();
		for (const id of ['a', 'b', 'c']) await value(add(here, kept(id)));
		const dump = await value(here.dump());
		const there = browser().tab();
		await value(there.dump());
		fullDisk(4);
		expect(await failure(there.merge(dump))).toEqual({ kind: 'full' });
		vi.restoreAllMocks();
		expect((await value(there.dump())).articles).toEqual([]);
	});
});
