// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
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

const highlight = (note: string, minutes = 0, part: Partial<OwnHighlight> = {}): OwnHighlight => ({
	id: 'ett',
	article: 'gard',
	side: 'original',
	lang: 'sv',
	quotes: [
		{
			paragraph: first,
			occurrence: 1,
			part: 0,
			exact: 'satt på',
			prefix: 'Katten ',
			suffix: ' trappan.',
			start: 7
		}
	],
	colour: 'yellow',
	note,
	addedAt: at(0),
	changedAt: at(minutes),
	...part
});

describe('highlights', () => {
	test('made in one tab are seen in every tab, for their article and for all', async () => {
		const { tab, storage } = browser();
		const [one, two] = [tab(), tab()];
		const [here, elsewhere, all]: (readonly OwnHighlight[])[][] = [[], [], []];
		one.watchHighlights('gard', (seen) => here?.push(seen), unexpected);
		one.watchHighlights('hus', (seen) => elsewhere?.push(seen), unexpected);
		one.watchHighlights(null, (seen) => all?.push(seen), unexpected);
		await value(two.putHighlight(highlight(''), null));
		await eventually(() => expect(here?.at(-1)).toEqual([highlight('')]));
		await eventually(() => expect(all?.at(-1)).toEqual([highlight('')]));
		expect(elsewhere?.at(-1) ?? []).toEqual([]);
		expect(storage.get('jamsides.highlights')).toBe('["gard"]');
		await value(two.putHighlight(highlight('', 1, { deleted: true }), at(0)));
		await eventually(() => expect(here?.at(-1)).toEqual([]));
		await eventually(() => expect(storage.get('jamsides.highlights')).toBe('[]'));
	});

	test('changed in another tab are not overwritten', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		await value(one.putHighlight(highlight(''), null));
		await value(two.putHighlight(highlight('theirs', 1), at(0)));
		expect(await failure(one.putHighlight(highlight('mine', 2), at(0)))).toEqual({
			kind: 'conflict'
		});
		expect((await value(one.dump())).highlights).toEqual([highlight('theirs', 1)]);
	});

	test('that were removed stay recorded as deleted, and can be restored', async () => {
		const { tab } = browser();
		const store = tab();
		await value(store.putHighlight(highlight('a'), null));
		const gone = await value(store.putHighlight(highlight('a', 1, { deleted: true }), at(0)));
		expect((await value(store.dump())).highlights).toEqual([gone]);
		const back = await value(store.putHighlight(highlight('a', 1), gone.changedAt));
		expect(back.changedAt > gone.changedAt).toBe(true);
	});

	test('are in a backup, merge into another library and go with everything', async () => {
		const here = browser().tab();
		await value(here.putHighlight(highlight('mine', 1), null));
		const dump = await value(here.dump());
		const there = browser().tab();
		await value(there.putHighlight(highlight('older'), null));
		expect((await value(there.merge(dump))).report.highlights).toMatchObject({ updated: 1 });
		expect((await value(there.dump())).highlights).toEqual(dump.highlights);
		await value(there.clear());
		expect((await value(there.dump())).highlights).toEqual([]);
	});

	test('that cannot be read are skipped and reported, never overwritten', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.putHighlight(highlight('', 0, { id: 'hel' }), null));
		const db = await raw(indexedDB);
		await rawPut(db, 'highlights', { ...highlight(''), colour: 'red', live: 'gard' });
		db.close();
		expect((await value(store.dump())).highlights.map(({ id }) => id)).toEqual(['hel']);
		expect(await value(store.damaged())).toMatchObject([{ table: 'highlights' }]);
		await value(store.putHighlight(highlight('new'), null));
		expect(await value(store.damaged())).toMatchObject([{ table: 'highlights' }]);
	});

	test('join a database of version 2, which keeps what it holds', async () => {
		const { tab, indexedDB } = browser();
		const old = new Dexie('jamsides', { indexedDB, IDBKeyRange });
		old.version(2).stores({
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
			alignments: 'id, article'
		});
		await old.table('words').put({ ...words('The cat sat.'), first, live: 'gard' });
		old.close();
		const store = tab();
		await value(store.putHighlight(highlight('new'), null));
		const dump = await value(store.dump());
		expect(dump.words).toEqual([words('The cat sat.')]);
		expect(dump.highlights).toEqual([highlight('new')]);
	});
});
