import { describe, expect, test } from 'vitest';
import { named, tei } from '$lib/core/words/dictionary/dictionary.fixture';
import type { ReadDictionary } from '$lib/core/words/dictionary/dictionary';
import { readDictionaries } from '$lib/core/words/dictionary/read';
import { browser, eventually, raw, rawPut, t0, unexpected, value } from './store.fixture';

async function dictionary(word: string): Promise<ReadDictionary> {
	for await (const read of readDictionaries(named(tei([{ word, meaning: 'meaning' }]))))
		if (read.ok) return { ...read.value, about: { ...read.value.about, name: word } };
	throw new Error('not read');
}

const names = (list: readonly { name: string }[] = []) => list.map(({ name }) => name);
const hour = 60 * 60 * 1000;

describe('dictionaries', () => {
	test('are listed in every tab, in the order that the reader gives them', async () => {
		const { tab } = browser();
		const [one, two] = [tab(), tab()];
		const seen: string[][] = [];
		one.watchDictionaries((list) => seen.push([...names(list)]), unexpected);
		for (const word of ['a', 'b', 'c'])
			await value(two.addDictionary(word, await dictionary(word)));
		await eventually(() => expect(seen.at(-1)).toEqual(['a', 'b', 'c']));
		await value(two.orderDictionaries(['c', 'a']));
		await eventually(() => expect(seen.at(-1)).toEqual(['c', 'a', 'b']));
	});

	test('that are there already are not added again', async () => {
		const store = browser().tab();
		expect(await value(store.addDictionary('1', await dictionary('a')))).not.toBeNull();
		expect(await value(store.addDictionary('2', await dictionary('a')))).toBeNull();
		expect(names(await value(store.dictionaries()))).toEqual(['a']);
	});

	test('that were removed are out of the list at once, and come back whole to their place', async () => {
		const store = browser().tab();
		for (const word of ['a', 'b']) await value(store.addDictionary(word, await dictionary(word)));
		await value(store.removeDictionary('a'));
		expect(names(await value(store.dictionaries()))).toEqual(['b']);
		expect(await value(store.restoreDictionary('a'))).toBe(true);
		expect(names(await value(store.dictionaries()))).toEqual(['a', 'b']);
		expect((await value(store.dictionaryFiles('a')))?.body.size).toBeGreaterThan(0);
	});

	test('that were removed an hour ago are deleted at the next start, files and all', async () => {
		const { tab } = browser();
		const first = tab();
		await value(first.addDictionary('a', await dictionary('a')));
		await value(first.addDictionary('b', await dictionary('b')));
		await value(first.removeDictionary('a'));
		first.close();
		const later = tab({ now: () => t0 + 2 * hour });
		await expect.poll(() => value(later.dictionaryFiles('a'))).toBeNull();
		expect(await value(later.restoreDictionary('a'))).toBe(false);
		expect(await value(later.dictionaryFiles('b'))).not.toBeNull();
	});

	test('are no part of a backup, and are deleted with everything else', async () => {
		const store = browser().tab();
		await value(store.addDictionary('a', await dictionary('a')));
		expect(JSON.stringify(await value(store.dump()))).not.toContain('meaning');
		await value(store.clear());
		expect(await value(store.dictionaries())).toEqual([]);
		expect(await value(store.dictionaryFiles('a'))).toBeNull();
	});

	test('that cannot be read are not listed, are counted as damaged, and disturb no other', async () => {
		const { tab, indexedDB } = browser();
		const store = tab();
		await value(store.addDictionary('a', await dictionary('a')));
		const db = await raw(indexedDB);
		await rawPut(db, 'dictionaries', { id: 'x', name: 7 });
		await rawPut(db, 'dictionaryFiles', { id: 'x', body: 'no blob' });
		db.close();
		expect(names(await value(store.dictionaries()))).toEqual(['a']);
		expect(await value(store.dictionaryFiles('x'))).toBeNull();
		expect((await value(store.damaged())).map(({ table }) => table)).toEqual(['dictionaries']);
	});

	test('come to a database of the version before, which keeps what it has', async () => {
		const { tab, indexedDB } = browser();
		await new Promise<void>((resolve) => {
			const request = indexedDB.open('jamsides', 60);
			request.onupgradeneeded = () => {
				const highlights = request.result.createObjectStore('highlights', { keyPath: 'id' });
				highlights.createIndex('article', 'article');
				highlights.createIndex('live', 'live');
			};
			request.onsuccess = () => (request.result.close(), resolve());
		});
		const store = tab();
		await value(store.addDictionary('a', await dictionary('a')));
		expect(names(await value(store.dictionaries()))).toEqual(['a']);
	});
});
