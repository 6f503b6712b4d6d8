// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { BookPairing } from '$lib/core/library/bookPairing';
import type { OwnTranslation } from '$lib/core/library/store';
import { block } from '$lib/core/text/block';
import type { OpenStore } from './store';
import {
	at,
	browser,
	eventually,
	failure,
	fullDisk,
	raw,
	rawPut,
	t0,
	unexpected,
	value
} from './store.fixture';

const pairing: BookPairing = {
	...{ id: 'p', book: 'stuga', name: 'cottage.epub', lang: 'en', translator: null, machine: null },
	credit: { translator: 'Ida Holm', title: 'The Cottage', publication: '', date: '', rights: '' },
	articles: ['stuga-1'],
	chapters: [{ title: 'One', level: 1, words: 2 }],
	pairs: [{ source: [0], target: [0], outcome: 'waiting' }],
	...{ step: 'pairing', changedAt: at(0) }
};
const text = { id: 'p', chapters: [[block({ kind: 'paragraph' }, 'A cottage.')]] };

const own: OwnTranslation = {
	...{ id: 'p-1', article: 'stuga-1', lang: 'en', credit: pairing.credit, units: [], links: [] },
	...{ addedAt: at(1), changedAt: at(1) }
};
const aligning: BookPairing = { ...pairing, step: 'aligning' };
const waiting = { source: [], target: [1], outcome: 'unrelated' } as const;
const unfinished: BookPairing = {
	...aligning,
	chapters: [...pairing.chapters, ...pairing.chapters],
	pairs: [...pairing.pairs, waiting]
};
const saved = { source: [0], target: [0], outcome: 'saved' } as const;

/** Adds the book, without which a pairing is swept away. */
async function withBook(store: OpenStore): Promise<OpenStore> {
	const metadata = { lang: 'sv', title: 'Stugan' };
	const dates = { addedAt: at(0), changedAt: at(0) };
	const about = { id: 'stuga', metadata, chapters: [], cover: null, pictures: [], ...dates };
	await value(store.addBook({ about, chapters: [], pictures: [] }));
	return store;
}

test('a pairing comes back, its text apart, and goes with it', async () => {
	const store = await withBook(browser().tab());
	await value(store.putPairing(pairing, text));
	const changed: BookPairing = { ...aligning, changedAt: at(1) };
	await value(store.putPairing(changed, null));
	expect(await value(store.pairingOf('stuga'))).toEqual(changed);
	expect(await value(store.pairingOf('gård'))).toBeNull();
	expect(await value(store.pairingText('p'))).toEqual(text);
	expect(await value(store.counts())).toMatchObject({ books: 1, translations: 0 });
	await value(store.removePairing('p'));
	expect(await value(store.pairingOf('stuga'))).toBeNull();
	expect(await value(store.pairingText('p'))).toBeNull();
});

test('a pair is saved with its translations, and the record goes with the last one', async () => {
	const store = await withBook(browser().tab());
	await value(store.putPairing(unfinished, text));
	const result = { translations: [own], changedAt: at(1) };
	expect(await value(store.savePair('p', saved, result))).toMatchObject({ changedAt: at(1) });
	expect((await value(store.pairingOf('stuga')))?.pairs).toEqual([saved, waiting]);
	expect(await value(store.translation('p-1'))).toEqual(own);
	// Saved once: a second tab changes nothing.
	expect(await value(store.savePair('p', saved, result))).toBeNull();
	await value(
		store.savePair('p', { ...waiting, outcome: 'saved' }, { ...result, translations: [] })
	);
	expect(await value(store.pairingOf('stuga'))).toBeNull();
	expect(await value(store.pairingText('p'))).toBeNull();
});

test('a book is called as its translation is, once a chapter of that is saved', async () => {
	const store = await withBook(browser().tab());
	await value(store.putPairing({ ...unfinished, authors: ['I. Ek'] }, text));
	const book = async () => (await value(store.book('stuga'))) ?? expect.fail('no book');
	expect((await book()).translations).toBeUndefined();
	await value(store.savePair('p', saved, { translations: [own], changedAt: at(1) }));
	expect(await book()).toMatchObject({
		metadata: { title: 'Stugan' },
		translations: [{ lang: 'en', title: 'The Cottage', authors: ['I. Ek'] }],
		changedAt: at(1)
	});
});

test('nothing is saved of a pair without its record, or over another translation', async () => {
	const store = await withBook(browser().tab());
	const result = { translations: [own], changedAt: at(1) };
	expect(await value(store.savePair('p', saved, result))).toBeNull();
	expect(await value(store.translation('p-1'))).toBeNull();
	expect(await failure(store.putPairing(aligning, null))).toEqual({ kind: 'conflict' });
	await value(store.putPairing(aligning, text));
	await value(store.putTranslation({ ...own, lang: 'sv' }, null));
	expect(await failure(store.savePair('p', saved, result))).toEqual({ kind: 'conflict' });
	expect((await value(store.pairingOf('stuga')))?.pairs).toEqual(pairing.pairs);
});

test('on a full disk neither a translation nor its outcome is written', async () => {
	const store = await withBook(browser().tab());
	await value(store.putPairing(unfinished, text));
	fullDisk(1);
	const result = { translations: [own], changedAt: at(1) };
	expect(await failure(store.savePair('p', saved, result))).toEqual({ kind: 'full' });
	expect(await value(store.pairingOf('stuga'))).toEqual(unfinished);
	expect(await value(store.translation('p-1'))).toBeNull();
});

test('another file for a book replaces the one before', async () => {
	const store = await withBook(browser().tab());
	await value(store.putPairing(pairing, text));
	await value(store.putPairing({ ...pairing, id: 'q' }, { ...text, id: 'q' }));
	expect((await value(store.pairingOf('stuga')))?.id).toBe('q');
	expect(await value(store.pairingText('p'))).toBeNull();
});

test('a pairing that cannot be read is listed as damaged, and another one is found', async () => {
	const { tab, indexedDB } = browser();
	const store = await withBook(tab());
	await value(store.putPairing(pairing, text));
	const db = await raw(indexedDB);
	const pairs = [{ source: [3], target: [0], outcome: 'waiting' }];
	await rawPut(db, 'pairings', { ...pairing, id: 'harmed', pairs, changedAt: at(5) });
	await rawPut(db, 'pairingTexts', { id: 'harmed', chapters: 'none' });
	db.close();
	expect((await value(store.pairingOf('stuga')))?.id).toBe('p');
	expect((await value(store.damaged())).map(({ table }) => table)).toEqual([
		'pairings',
		'pairingTexts'
	]);
	await value(store.clear());
	expect(await value(store.damaged())).toEqual([]);
});

test('on a full disk nothing of a pairing is written', async () => {
	const store = browser().tab();
	fullDisk(1);
	expect(await failure(store.putPairing(pairing, text))).toEqual({ kind: 'full' });
	expect(await value(store.pairingOf('stuga'))).toBeNull();
});

test('a pairing waits while its book can be put back, and goes with it', async () => {
	const { tab } = browser();
	const store = await withBook(tab());
	await value(store.putPairing(pairing, text));
	await value(store.removeBook('stuga'));
	const next = (minutes: number) => tab({ now: () => t0 + minutes * 60_000 });
	expect(await value(next(30).pairingOf('stuga'))).not.toBeNull();
	const later = next(120);
	const gone: string[] = [];
	later.watchPairings((all) => void (all.length === 0 && gone.push('gone')), unexpected);
	await eventually(() => expect(gone).not.toEqual([]));
	expect(await value(later.pairingText('p'))).toBeNull();
});
