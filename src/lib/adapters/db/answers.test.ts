// Dexie runs no live queries if the global object has no IndexedDB.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { moment } from '$lib/core/library/moment';
import type { OwnWords } from '$lib/core/library/store';
import type { StoreResult } from '$lib/core/library/storeFailure';
import { formatBy, sentenceKey, type KeptAnswer } from '$lib/core/machine/cache';
import { Database } from './schema';
import { openStore, type OpenStore } from './store';

const t0 = Date.parse('2026-11-02T08:00:00.000Z');
const days = (count: number) => t0 + count * 24 * 60 * 60 * 1000;

const made = { from: 'sv', to: 'en', engine: 'words', model: 'm', dtype: '', settings: '' };
const by = formatBy({ ...made, revision: '1', segmenter: 1 });
const newer = formatBy({ ...made, revision: '2', segmenter: 1 });
const key = sentenceKey;
const answer = (sentence: string, maker = by, day = 0): KeptAnswer => ({
	sentence: key(sentence),
	by: maker,
	answer: { text: `${sentence} in English`, fault: null },
	madeAt: moment(days(day)),
	readAt: moment(days(day))
});
const none: KeptAnswer = { ...answer('Nej.'), answer: { text: null, fault: 'looping' } };
const words: OwnWords = {
	...{ article: 'gard', source: [key('Hus.')], lang: 'en', text: ['House.'], name: 'Ada' },
	...{ from: null, changedAt: moment(t0) }
};

const open: OpenStore[] = [];
function device() {
	const indexedDB = new IDBFactory();
	const clock = { now: t0 };
	const tab = () => {
		const store = openStore({ indexedDB, IDBKeyRange, now: () => clock.now });
		open.push(store);
		return store;
	};
	/** Reads the table directly, without the adapter. */
	const raw = async <T>(use: (db: Database) => PromiseLike<T>): Promise<T> => {
		const db = await new Database({ indexedDB, IDBKeyRange }).open();
		const found = await use(db as Database);
		db.close();
		return found;
	};
	return { tab, raw, clock, answers: tab().answers };
}
afterEach(() => {
	vi.restoreAllMocks();
	open.splice(0).forEach((store) => store.close());
});

async function value<T>(stored: StoreResult<T>): Promise<T> {
	const result = await stored;
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}

/** Makes every write fail as full until answers are deleted; with `forGood`, even after that. */
function fullDisk(forGood = false): void {
	const { put, delete: remove } = IDBObjectStore.prototype;
	let room = false;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...row
	) {
		if (room) return put.apply(this, row);
		throw new DOMException('no room', 'QuotaExceededError');
	});
	vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
		this: IDBObjectStore,
		...row
	) {
		room ||= !forGood && this.name === 'answers';
		return remove.apply(this, row);
	});
}

describe('answers', () => {
	test('keeps an answer with its terms beside the one without, and reads both back', async () => {
		const { answers } = device();
		const terms = [{ source: 'Hus', forms: ['house', 'hous|ing'] }];
		const termed = { key: 'k', answer: { text: 'A house', fault: null, terms } };
		const one = { ...answer('Hus.'), termed };
		await value(answers.keep([one]));
		expect((await value(answers.answers([key('Hus.')], by))).get(key('Hus.'))).toEqual(one);
	});

	test('are found again by sentence and engine, in another tab too', async () => {
		const { answers, tab } = device();
		await value(answers.keep([answer('Hus.'), answer('Hus.', newer), none]));
		const asked = [key('Hus.'), key('Nej.'), key('Hav.')];
		expect(await value(tab().answers.answers(asked, by))).toEqual(
			new Map([
				[key('Hus.'), answer('Hus.')],
				[key('Nej.'), none]
			])
		);
		expect(await value(answers.answers(asked, newer))).toEqual(
			new Map([[key('Hus.'), answer('Hus.', newer)]])
		);
	});

	test('are deleted by sentence, for every engine, and can be put back', async () => {
		const { answers } = device();
		await value(answers.keep([answer('Hus.'), answer('Hus.', newer), answer('Hav.')]));
		const gone = await value(answers.forget([key('Hus.'), key('Gård.')]));
		expect(gone).toEqual([answer('Hus.'), answer('Hus.', newer)]);
		expect(await value(answers.makers())).toEqual([{ by, answers: 1 }]);
		await value(answers.keep(gone));
		expect(await value(answers.makers())).toEqual([
			{ by, answers: 2 },
			{ by: newer, answers: 1 }
		]);
	});

	test('are deleted by engine', async () => {
		const { answers } = device();
		await value(answers.keep([answer('Hus.'), answer('Hus.', newer)]));
		await value(answers.forgetMaker(by));
		expect(await value(answers.makers())).toEqual([{ by: newer, answers: 1 }]);
	});

	test('that cannot be read count as missing, and the next answer replaces them', async () => {
		const { answers, raw } = device();
		await value(answers.keep([answer('Hus.')]));
		await raw((db) => db.answers.put({ ...answer('Hus.'), answer: { text: 3 } }));
		await raw((db) => db.answers.put({ ...answer('Hav.'), by: 'somebody' }));
		expect(await value(answers.answers([key('Hus.')], by))).toEqual(new Map());
		expect(await value(answers.makers())).toEqual([{ by, answers: 1 }]);
		await value(answers.keep([answer('Hus.')]));
		expect((await value(answers.answers([key('Hus.')], by))).size).toBe(1);
	});

	test('record when they were last read, to the day', async () => {
		const { answers, raw, clock } = device();
		await value(answers.keep([answer('Hus.'), answer('Hav.')]));
		const readAt = async () =>
			(await raw((db) => db.answers.toArray())).map((row) => (row as KeptAnswer).readAt);
		clock.now = days(0.5);
		await value(answers.answers([key('Hus.')], by));
		expect(await readAt()).toEqual([moment(days(0)), moment(days(0))]);
		clock.now = days(2);
		await value(answers.answers([key('Hus.')], by));
		await vi.waitFor(async () => expect(await readAt()).toContain(moment(days(2))));
		expect(await readAt()).toContain(moment(days(0)));
	});
});

describe('a full disk', () => {
	const many = (count: number, day: number) =>
		Array.from({ length: count }, (_, n) => answer(`Mening ${day} ${n}.`, by, day));

	test('deletes the answers that were read longest ago first', async () => {
		const { answers } = device();
		await value(answers.keep([...many(300, 1), ...many(300, 5)]));
		fullDisk();
		await value(answers.keep([answer('Hus.', by, 9)]));
		const left = await value(
			answers.answers(
				[...many(300, 1), ...many(300, 5)].map(({ sentence }) => sentence),
				by
			)
		);
		expect(new Set([...left.values()].map(({ madeAt }) => madeAt))).toEqual(
			new Set([moment(days(5))])
		);
		expect(left.size).toBe(300);
	});

	test('deletes answers to store a person’s words, and never deletes words', async () => {
		const { tab, answers } = device();
		const store = tab();
		await value(store.putWords({ ...words, article: 'annan' }, null));
		await value(answers.keep(many(10, 1)));
		fullDisk();
		await value(store.putWords(words, null));
		expect((await value(store.dump())).words).toHaveLength(2);
		expect(await value(answers.makers())).toEqual([]);
	});

	test('that stays full costs nothing but the answers', async () => {
		const { tab, answers } = device();
		const store = tab();
		await value(store.putWords({ ...words, article: 'annan' }, null));
		fullDisk(true);
		expect(await answers.keep([answer('Hus.')])).toEqual({ ok: false, failure: { kind: 'full' } });
		expect((await value(store.dump())).words).toHaveLength(1);
	});
});

test('the articles that this device has translated are listed for the boot script', async () => {
	const indexedDB = new IDBFactory();
	const storage = new Map<string, string>();
	const store = openStore({
		...{ indexedDB, IDBKeyRange },
		storage: { setItem: (key, value) => void storage.set(key, value) }
	});
	open.push(store);
	expect(await value(store.answers.isAsked('gard'))).toBe(false);
	await value(store.answers.setAsked('gard', true));
	expect(await value(store.answers.isAsked('gard'))).toBe(true);
	await vi.waitFor(() => expect(storage.get('jamsides.own')).toBe('["gard"]'));
	await value(store.answers.setAsked('gard', false));
	await vi.waitFor(() => expect(storage.get('jamsides.own')).toBe('[]'));
});

test('clearing the library deletes the answers, and a backup contains none', async () => {
	const { tab, answers } = device();
	const store = tab();
	await value(answers.keep([answer('Hus.')]));
	expect(JSON.stringify(await value(store.dump()))).not.toContain('in English');
	await value(store.clear());
	expect(await value(answers.makers())).toEqual([]);
});

describe('a book that is translated ahead', () => {
	test('is kept with its pause until it is cancelled', async () => {
		const { answers, tab } = device();
		expect(await value(answers.ahead('bok'))).toBeNull();
		await value(answers.setAhead({ book: 'bok', paused: true }));
		expect(await value(tab().answers.ahead('bok'))).toEqual({ book: 'bok', paused: true });
		await value(answers.removeAhead('bok'));
		expect(await value(answers.ahead('bok'))).toBeNull();
	});

	test('whose record cannot be read is not translated', async () => {
		const { answers } = device();
		await value(answers.setAhead({ book: 'bok', paused: 'no' } as never));
		expect(await value(answers.ahead('bok'))).toBeNull();
	});
});
