// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { OwnWork } from '$lib/core/library/store';
import { fingerprint } from '$lib/core/text/fingerprint';
import {
	at,
	about,
	kept,
	words,
	review,
	place,
	browser,
	value,
	failure,
	unexpected,
	add,
	eventually,
	fullDisk
} from './store.fixture';

describe('watching', () => {
	test('the list follows changes in another tab', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const seen: (readonly OwnArticle[])[] = [];
		one.watchArticles((list) => seen.push(list), unexpected);
		await eventually(() => expect(seen.at(-1)).toEqual([]));
		await value(add(two, kept('gard')));
		await eventually(() => expect(seen.at(-1)).toEqual([about('gard')]));
	});

	test('the work on an article follows changes until watching stops', async () => {
		const { tab } = browser();
		const store = tab();
		const seen: OwnWork[] = [];
		const stop = store.watchWork('gard', (work) => seen.push(work), unexpected);
		await eventually(() => expect(seen).toHaveLength(1));
		const { changedAt } = await value(store.putWords(words('first'), null));
		await eventually(() => expect(seen.at(-1)?.words[0]?.text).toEqual(['first']));
		const before = seen.length;
		await value(store.putPlace(place(3)));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(seen, 'a reading position is not part of it').toHaveLength(before);
		stop();
		await value(store.putWords(words('second', 1), changedAt));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(seen).toHaveLength(before);
	});

	test('the articles with own words or reviews follow every change of a record', async () => {
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

	test('the boot script finds every article that has something of the reader’s', async () => {
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

	test('the store works when localStorage throws', async () => {
		const { tab } = browser();
		const refused: string[] = [];
		const refuse = (_: string, list: string) => {
			refused.push(list);
			throw new DOMException('full', 'QuotaExceededError');
		};
		const store = tab({ storage: { setItem: refuse } });
		await value(add(store, kept('gard')));
		// The list is written later: wait until localStorage has refused it.
		await eventually(() => expect(refused).toContain('["gard"]'));
		await value(add(store, kept('hus')));
		await eventually(() => expect(refused).toContain('["gard","hus"]'));
	});
});

describe('a backup', () => {
	test('restores everything in another browser', async () => {
		const here = browser().tab();
		await value(add(here, kept('gard')));
		await value(here.putWords(words('The cat sat.'), null));
		await value(here.putReview(review()));
		await value(here.putPlace(place(2)));
		const dump = await value(here.dump());

		const there = browser().tab();
		const { report } = await value(there.merge(dump));
		expect(report.articles).toEqual({ added: 1, updated: 0, removed: 0, kept: 0 });
		expect(await value(there.dump())).toEqual(dump);
		expect((await value(there.merge(dump))).report.words.kept).toBe(1);
	});

	test('restores what was deleted without a trace, but not what was removed', async () => {
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

	test('that removes an article tells which, and it can be put back', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		await value(add(store, kept('hus')));
		const there = await value(store.dump());
		const gone = { id: 'gard', changedAt: at(1) };
		const { report, removed } = await value(
			store.merge({ ...there, articles: [], removed: [gone, { ...gone, id: 'unknown' }] })
		);
		expect([report.articles.removed, removed]).toEqual([1, ['gard']]);
		expect(await value(store.article('gard'))).toBeNull();
		expect(await value(store.restoreArticle('gard'))).toBe(true);
		expect(await value(store.article('gard'))).toMatchObject({ article: { title: 'En gård' } });
		expect((await value(store.counts())).articles).toBe(2);
	});

	test('counts what is not deleted', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		const first = await value(store.putWords(words('old'), null));
		await value(store.putReview(review()));
		await value(store.putPlace(place(2)));
		const all = {
			articles: 1,
			books: 0,
			words: 1,
			reviews: 1,
			translations: 0,
			places: 1,
			highlights: 0,
			savedWords: 0
		};
		expect(await value(store.counts())).toEqual(all);
		await value(store.putWords({ ...first, deleted: true }, first.changedAt));
		expect(await value(store.counts())).toEqual({ ...all, words: 0 });
	});

	test('does not overwrite newer work', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putWords(words('old'), null));
		const dump = await value(store.dump());
		await value(store.putWords(words('new', 1), at(0)));
		expect((await value(store.merge(dump))).report.words.kept).toBe(1);
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
