// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { after } from '$lib/core/library/moment';
import type { ImportDraft, OwnTranslation } from '$lib/core/library/store';
import type { AlignmentAbout, AlignmentDraft } from '$lib/core/links/draft';
import {
	t0,
	at,
	article,
	first,
	kept,
	words,
	review,
	place,
	browser,
	raw,
	rawPut,
	value,
	failure,
	unexpected,
	add,
	eventually
} from './store.fixture';
import { rowOf } from './work';

describe('articles', () => {
	test('an added article comes back whole, and the list does not load its texts', async () => {
		const { tab } = browser();
		const store = tab();
		await value(add(store, kept('gard')));
		expect(await value(store.article('gard'))).toEqual(kept('gard'));
		expect(await value(store.article('ingen'))).toBeNull();
	});

	test('of two tabs that add the same article, the second learns that it exists', async () => {
		const { tab } = browser();
		const outcomes = await Promise.all([
			failure(add(tab(), kept('gard'))),
			failure(add(tab(), kept('gard')))
		]);
		expect(outcomes).toContainEqual(null);
		expect(outcomes).toContainEqual({ kind: 'exists', id: 'gard' });
	});

	test('two tabs that add two articles both see both', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		await Promise.all([value(add(one, kept('a'))), value(add(two, kept('b')))]);
		expect((await value(one.dump())).articles.map((it) => it.about.id)).toEqual(['a', 'b']);
	});

	test('a removed article is gone, its words stay, and it can be restored', async () => {
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

	test('a removed article cannot be restored after an hour', async () => {
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

	test('drafts survive the closing of their tab', async () => {
		const { tab } = browser();
		const draft: ImportDraft = {
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
		await value(store.putDraft(old as ImportDraft));
		store.close();
		const again = tab();
		expect(await value(again.drafts())).toEqual([draft, { ...old, notices: [] }]);
		await value(again.removeDraft('old'));
		await value(again.removeDraft('d'));
		expect(await value(again.drafts())).toEqual([]);
	});
});

describe('own words', () => {
	test('the second of two writers gets a conflict, and nothing is overwritten', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const base = (await value(one.putWords(words('first'), null))).changedAt;
		await value(one.putWords(words('second', 1), base));
		expect(await failure(two.putWords(words('other', 2), base))).toEqual({ kind: 'conflict' });
		expect(await failure(two.putWords(words('other', 2), null))).toEqual({ kind: 'conflict' });
		expect((await value(two.work('gard'))).words[0]?.text).toEqual(['second']);
	});

	test('a change is dated later than what it changes, even if the clock went back', async () => {
		const { tab } = browser();
		const store = tab();
		const { changedAt } = await value(store.putWords(words('first', 60), null));
		const second = await value(store.putWords(words('second', 0), changedAt));
		expect(second.changedAt > changedAt).toBe(true);
	});

	test.each(['9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00.000Z'])(
		'a record dated %s is read, and so is its correction',
		async (changedAt) => {
			const { tab, indexedDB } = browser();
			const store = tab();
			await value(store.work('gard'));
			const db = await raw(indexedDB);
			await rawPut(db, 'words', rowOf({ ...words('first'), changedAt }));
			db.close();
			const [first] = (await value(store.work('gard'))).words;
			expect(first?.text).toEqual(['first']);
			const earlier = await value(store.dump());
			await value(store.putWords(words('second'), first?.changedAt ?? null));
			expect((await value(tab().work('gard'))).words[0]?.text).toEqual(['second']);
			await value(store.merge(earlier));
			expect((await value(store.work('gard'))).words[0]?.text).toEqual(['second']);
		}
	);

	test('deleted words are hidden, stay recorded as deleted, and can be written anew', async () => {
		const { tab } = browser();
		const store = tab();
		const { changedAt } = await value(store.putWords(words('first'), null));
		await value(store.putWords({ ...words('', 1), deleted: true }, changedAt));
		expect((await value(store.work('gard'))).words).toEqual([]);
		expect((await value(store.dump())).words).toHaveLength(1);
		await value(store.putWords(words('again', 2), null));
		expect((await value(store.work('gard'))).words[0]?.text).toEqual(['again']);
	});

	test('reviews and reading positions are stored beside the words', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putReview(review()));
		await value(store.putPlace(place(3)));
		expect(await value(store.work('gard'))).toEqual({
			words: [],
			reviews: [review()],
			translations: []
		});
		expect(await value(store.place('gard'))).toEqual(place(3));
		expect(await value(store.place('hus'))).toBeNull();
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

	test('a saved one is part of the work on its article, in every tab', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const worked: (readonly string[])[] = [];
		one.watchWorked((ids) => worked.push(ids), unexpected);
		await value(two.putTranslation(translation(), null));
		expect((await value(one.work('gard'))).translations).toEqual([translation()]);
		expect(await value(one.translation('ett'))).toEqual(translation());
		await eventually(() => expect(worked.at(-1)).toEqual(['gard']));
	});
	test('says which texts have one, by their keys alone', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		expect(await value(store.translated(['kvarn', 'gard']))).toEqual(['gard']);
		await value(store.putTranslation(translation(1, { deleted: true }), at(0)));
		expect(await value(store.translated(['kvarn', 'gard']))).toEqual([]);
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
	test('a removed one is gone and can be restored', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		const gone = await value(store.putTranslation(translation(1, { deleted: true }), at(0)));
		expect((await value(store.work('gard'))).translations).toEqual([]);
		expect(await value(store.translation('ett'))).toBeNull();
		await value(store.putTranslation(translation(2), gone.changedAt));
		expect((await value(store.work('gard'))).translations).toEqual([translation(2)]);
	});
	test('one that was removed during an edit can be saved anew', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		await value(store.putTranslation(translation(3, { deleted: true }), at(0)));
		const kept = await value(store.putTranslation(translation(2), null));
		expect(kept.changedAt > at(3)).toBe(true);
		expect((await value(store.work('gard'))).translations).toEqual([kept]);
	});
	test('are in a backup, and unfinished alignments are not', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putTranslation(translation(), null));
		await value(store.putAlignment(aligned()));
		const dump = await value(store.dump());
		expect(dump.translations).toEqual([translation()]);
		expect(JSON.stringify(dump)).not.toContain('utkast');
		await value(store.clear());
		expect((await value(store.merge(dump))).report.translations).toMatchObject({ added: 1 });
		expect(await value(store.dump())).toEqual(dump);
	});
	test('an unfinished alignment is stored at every change until it is removed', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const seen: (readonly AlignmentAbout[])[] = [];
		one.watchAlignments((drafts) => seen.push(drafts), unexpected);
		await value(two.putAlignment(aligned()));
		const { source: _, target: __, links: ___, ...about } = aligned();
		await eventually(() => expect(seen.at(-1)).toEqual([about]));
		expect(await value(one.alignment('utkast'))).toEqual(aligned());
		const changed = { ...aligned(), links: [], changedAt: at(5) };
		await value(one.putAlignment(changed));
		expect(await value(two.alignment('utkast'))).toEqual(changed);
		await value(two.putAlignment(aligned()));
		await value(one.putAlignment({ ...changed, changedAt: at(6) }));
		expect(await value(two.alignment('utkast'))).toEqual({ ...changed, changedAt: at(6) });
		await value(two.removeAlignment('utkast'));
		await eventually(() => expect(seen.at(-1)).toEqual([]));
		expect(await value(one.alignment('utkast'))).toBeNull();
	});
	test('an unfinished alignment of an earlier version is read, and then kept in parts', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.work('gard'));
		const db = await raw(indexedDB);
		await rawPut(db, 'alignments', aligned());
		expect(await value(store.alignment('utkast'))).toEqual(aligned());
		await value(store.putAlignment(aligned(7)));
		expect(await value(tab().alignment('utkast'))).toEqual(aligned(7));
		await rawPut(db, 'alignments', { ...aligned(), links: [{}] });
		expect((await failure(store.alignment('utkast')))?.kind).toBe('damaged');
		await value(store.putAlignment(aligned(8)));
		expect(await value(store.alignment('utkast'))).toEqual(aligned(8));
		expect((await value(store.damaged())).map(({ table }) => table)).toEqual(['alignments']);
		db.close();
	});
});
