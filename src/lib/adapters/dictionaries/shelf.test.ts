import { expect, test } from 'vitest';
import { ok } from '../../core/result';
import { dict, named, stardict, tabbed } from '../../core/words/dictionary/dictionary.fixture';
import { pieceText } from '../../core/words/dictionary/piece';
import { browser, value } from '../db/store.fixture';
import { Shelf } from './shelf';

function shelf() {
	let made = 0;
	const store = browser().tab();
	return { store, shelf: new Shelf(store, () => `id${made++}`) };
}

const bok = [{ word: 'bok', meaning: 'book' }];
const beech = [{ word: 'bok', meaning: 'beech' }];

test('several dictionaries are added at once, and answer in their order', async () => {
	const { store, shelf: one } = shelf();
	const progress: number[] = [];
	const files = [...stardict(bok, { name: 'stor', about: 'Swedish-English' }), ...dict(beech)];
	const added = await value(one.add(named(files), (done) => progress.push(done)));
	expect(added.map(({ ok }) => ok)).toEqual([true, true]);
	expect(progress).toEqual(progress.toSorted((a, b) => a - b));
	expect(progress.at(-1)).toBe(1);
	const answers = async () =>
		(await value(one.lookUp({ word: 'bok', lemmas: [], from: null }))).map(({ found }) =>
			found.ok ? pieceText(found.value?.entries[0]?.pieces ?? []) : found.failure.kind
		);
	expect(await answers()).toEqual(['book', 'beech']);
	await value(store.orderDictionaries(['id1']));
	expect(await answers()).toEqual(['beech', 'book']);
	await value(store.removeDictionary('id1'));
	expect(await answers()).toEqual(['book']);
});

test('what cannot be read is said, and what can is added', async () => {
	const { store, shelf: one } = shelf();
	const [ifo, idx] = stardict(bok);
	const files = [ifo, idx].flatMap((file) => file ?? []);
	const added = await value(one.add(named([...files, ...tabbed(bok)]), () => {}));
	expect(added.map((one) => (one.ok ? one.value.name : one.failure))).toEqual([
		'sv-en',
		{ kind: 'missing', file: 'swe-eng.ifo', missing: 'swe-eng.dict' }
	]);
	expect(await value(store.dictionaries())).toHaveLength(1);
	const again = await value(one.add(named(tabbed(bok)), () => {}));
	expect(again).toEqual([{ ok: false, failure: { kind: 'already', file: 'sv-en' } }]);
});

test('a dictionary of another language is not asked; one that does not say is', async () => {
	const { shelf: one } = shelf();
	await value(one.add(named([...tabbed(bok), ...dict(bok, true, 'words')]), () => {}));
	const asked = async (from: string | null) =>
		(await value(one.lookUp({ word: 'bok', lemmas: [], from }))).map(({ name }) => name);
	expect(await asked(null)).toEqual(['sv-en', 'Swedish-English DICT']);
	expect(await asked('en')).toEqual([]);
	expect(await asked('sv')).toHaveLength(2);
});

test('a dictionary whose files are gone or cannot be read says so; the others answer', async () => {
	const { store } = shelf();
	const lost = new Map<string, 'gone' | 'unreadable'>([
		['id0', 'unreadable'],
		['id1', 'gone']
	]);
	const blob = { size: 9, slice: () => blob, arrayBuffer: () => Promise.reject(new Error('read')) };
	let made = 0;
	const one = new Shelf(
		{
			...store,
			dictionaryFiles: async (id) => {
				const files = await store.dictionaryFiles(id);
				if (!files.ok || !files.value || !lost.has(id)) return files;
				return ok(lost.get(id) === 'gone' ? null : { ...files.value, body: blob });
			}
		},
		() => `id${made++}`
	);
	const files = [...stardict(bok, { name: 'stor', about: 'Gone' }), ...tabbed(bok), ...dict(beech)];
	await value(one.add(named(files), () => {}));
	const answers = await value(one.lookUp({ word: 'boken', lemmas: ['bok'], from: 'sv' }));
	expect(answers.map(({ found }) => (found.ok ? found.value?.via : found.failure))).toEqual([
		{ kind: 'unreadable', file: 'sv-en' },
		{ kind: 'unreadable', file: 'Gone' },
		'lemma'
	]);
});
