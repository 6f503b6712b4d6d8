// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { SavedWord } from '$lib/core/words/savedWord';
import {
	at,
	browser,
	eventually,
	failure,
	first,
	raw,
	rawPut,
	unexpected,
	value,
	words
} from './store.fixture';

const word = (meaning: string, minutes = 0, part: Partial<SavedWord> = {}): SavedWord => ({
	id: 'ett',
	lang: 'sv',
	to: 'en',
	form: 'katten',
	lemma: 'katt',
	forms: ['katter'],
	wordClass: 'noun',
	meaning,
	context: {
		sentence: { text: 'Katten satt på trappan.', range: [0, 6] },
		counterpart: null,
		source: { article: 'gard', title: 'En gård', paragraph: first, occurrence: 1 }
	},
	note: '',
	state: 'new',
	repetition: null,
	addedAt: at(0),
	changedAt: at(minutes),
	...part
});
const fresh = (word: SavedWord) => ({ word, base: null });

describe('saved words', () => {
	test('of one tab are seen in every tab, and their languages are listed for pages', async () => {
		const { tab, storage } = browser();
		const [one, two] = [tab(), tab()];
		const seen: (readonly SavedWord[])[] = [];
		one.watchSavedWords((words) => seen.push(words), unexpected);
		const later = word('dog', 1, { id: 'två', lang: 'en-GB', addedAt: at(1) });
		await value(two.putSavedWords([fresh(later), fresh(word('cat'))]));
		await eventually(() => expect(seen.at(-1)).toEqual([word('cat'), later]));
		expect(storage.get('jamsides.savedWords')).toBe('["en","sv"]');
		await value(
			two.putSavedWords([
				{ word: word('cat', 2, { deleted: true }), base: at(0) },
				{ word: { ...later, deleted: true }, base: at(1) }
			])
		);
		await eventually(() => expect(seen.at(-1)).toEqual([]));
		await eventually(() => expect(storage.get('jamsides.savedWords')).toBe('[]'));
	});

	test('of which one was changed in another tab are written all or none', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const other = word('dog', 0, { id: 'två' });
		await value(one.putSavedWords([fresh(word('cat')), fresh(other)]));
		await value(two.putSavedWords([{ word: word('theirs', 1), base: at(0) }]));
		const mine = [
			{ word: { ...other, note: 'mine', changedAt: at(2) }, base: at(0) },
			{ word: word('mine', 2), base: at(0) }
		];
		expect(await failure(one.putSavedWords(mine))).toEqual({ kind: 'conflict' });
		expect((await value(one.dump())).savedWords).toEqual([word('theirs', 1), other]);
	});

	test('that were removed stay recorded as deleted, and can be restored', async () => {
		const store = browser().tab();
		await value(store.putSavedWords([fresh(word('a'))]));
		const [gone] = await value(
			store.putSavedWords([{ word: word('a', 1, { deleted: true }), base: at(0) }])
		);
		expect((await value(store.dump())).savedWords).toEqual([gone]);
		expect((await value(store.counts())).savedWords).toBe(0);
		const [back] = await value(
			store.putSavedWords([{ word: word('a', 1), base: gone?.changedAt ?? '' }])
		);
		expect(back && gone && back.changedAt > gone.changedAt).toBe(true);
		expect((await value(store.counts())).savedWords).toBe(1);
	});

	test('are in a backup, merge into another library and go with everything', async () => {
		const here = browser().tab();
		await value(here.putSavedWords([fresh(word('mine', 1))]));
		const dump = await value(here.dump());
		const there = browser().tab();
		await value(there.putSavedWords([fresh(word('older'))]));
		expect((await value(there.merge(dump))).report.savedWords).toMatchObject({ updated: 1 });
		expect((await value(there.dump())).savedWords).toEqual(dump.savedWords);
		await value(there.clear());
		expect((await value(there.dump())).savedWords).toEqual([]);
	});

	test('that cannot be read are skipped and reported, never overwritten', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.putSavedWords([fresh(word('', 0, { id: 'hel' }))]));
		const db = await raw(indexedDB);
		await rawPut(db, 'savedWords', { ...word(''), state: 'forgotten', live: 'sv' });
		db.close();
		expect((await value(store.dump())).savedWords.map(({ id }) => id)).toEqual(['hel']);
		await value(store.putSavedWords([fresh(word('new'))]));
		expect(await value(store.damaged())).toMatchObject([{ table: 'savedWords' }]);
	});

	test('join a database of version 6, which keeps what it holds', async () => {
		const { tab, indexedDB } = browser();
		const old = new Dexie('jamsides', { indexedDB, IDBKeyRange });
		old.version(6).stores({
			articles: 'id',
			texts: 'id',
			words: '[article+first+lang], article, live',
			reviews: '[article+first+lang], article, live',
			places: 'article',
			drafts: 'id',
			removed: 'id',
			trash: 'id, removedAt',
			damaged: '++',
			models: 'id',
			answers: '[sentence+by], by, readAt',
			asked: 'article',
			translations: 'id, article, live',
			alignments: 'id, article',
			highlights: 'id, article, live',
			alignmentParts: '[draft+part], draft',
			books: 'id',
			pictures: 'name',
			bookDrafts: 'id',
			pairings: 'id, book',
			pairingTexts: 'id'
		});
		await old.table('words').put({ ...words('The cat sat.'), first, live: 'gard' });
		old.close();
		const store = tab();
		await value(store.putSavedWords([fresh(word('new'))]));
		const dump = await value(store.dump());
		expect(dump.words).toEqual([words('The cat sat.')]);
		expect(dump.savedWords).toEqual([word('new')]);
	});
});
