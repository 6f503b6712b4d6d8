import { describe, expect, test, vi } from 'vitest';
import type { OwnHighlight } from '../../core/highlight/ownHighlight';
import type { KeptArticle } from '../../core/library/ownArticle';
import { fail, ok } from '../../core/result';
import { everything, type SearchFilter } from '../../core/search/facets';
import { inMemory } from '../../core/search/find';
import { segmentOf, textKey, type Segment } from '../../core/search/segment';
import { Terms } from '../../core/search/terms';
import { columnsOf, libraryText } from '../../core/search/textRows';
import { block } from '../../core/text/block';
import type { StoredArticle } from '../../core/translation/stored';
import { dictionaryOf } from '../../core/words/dictionary';
import { about, add, at, browser, raw, rawPut, value } from '../db/store.fixture';
import { Searcher } from './searcher';

const textOf = (id: string, ...paragraphs: readonly string[]): KeptArticle => ({
	about: { ...about(id), metadata: { lang: 'sv', title: `Om ${id}` } },
	article: {
		lang: 'sv',
		title: `Om ${id}`,
		blocks: paragraphs.map((text) => block({ kind: 'paragraph' }, text))
	},
	leftOut: []
});

const books = block({ kind: 'paragraph' }, 'Böckerna låg kvar.');
const stored: StoredArticle = {
	id: 'site',
	metadata: { lang: 'sv', title: 'Från sajten' },
	original: { lang: 'sv', title: 'Från sajten', blocks: [books] },
	translations: [
		{
			article: 'site',
			original: { lang: 'sv', title: 'Från sajten' },
			translated: { lang: 'en', title: 'From the site' },
			units: [
				{
					kind: 'paragraph',
					source: [books.fingerprint],
					text: ['The books were still there.'],
					by: { origin: 'ai', name: 'Draft', date: '2026-11-01' },
					review: null
				}
			]
		}
	]
};

const sv = new Terms('sv', await dictionaryOf('sv', 'en'));
const en = new Terms('en', await dictionaryOf('en', 'sv'));

function siteSegments(version: string): readonly Segment[] {
	const { metadata, original, translations } = stored;
	const key = textKey('read', 'site');
	const bare = { words: [], reviews: [], device: [] };
	const columns = columnsOf(libraryText({ key, metadata, original, translations, ...bare }));
	return [
		{ lang: 'sv', terms: sv },
		{ lang: 'en', terms: en }
	].map(({ lang, terms }) =>
		segmentOf(
			lang,
			version,
			columns.filter((column) => column.lang === lang),
			terms
		)
	);
}

function library(version = '1', here = browser()) {
	const store = here.tab();
	const site = siteSegments(version);
	let made = 0;
	const searcher = new Searcher({
		store,
		readStored: (id) => Promise.resolve(id === 'site' ? stored : null),
		siteIndex: () =>
			Promise.resolve(ok({ version, segments: site.map(({ head }) => head), tables: [] })),
		siteSegments: (_, isLive) => site.map((segment) => inMemory(segment, isLive)),
		tableFile: () => Promise.resolve(fail({ kind: 'missing', part: 'words' })),
		newId: () => `${version}-${made++}`,
		alone: (work) => work()
	});
	const update = (aborted: () => boolean = () => false) =>
		searcher.update(
			{
				get aborted() {
					return aborted();
				}
			},
			() => {}
		);
	/** Returns the texts and places of a word: `own:a 2`. */
	const places = async (word: string, lang = 'sv') => {
		const { texts } = await value(searcher.find({ word, lang }));
		return texts.map(({ key, places }) => `${key} ${JSON.stringify(places)}`);
	};
	const lines = async (word: string, lang = 'sv') => {
		const all = { kind: 'show', word, lang, levels: null, from: 0, lines: 100 } as const;
		return (await value(searcher.show(all))).lines.map(({ line }) => line);
	};
	return { ...here, store, searcher, update, places, lines };
}

describe('the library', () => {
	test('has the places of a word in the site’s texts and the reader’s, both sides shown', async () => {
		const { store, searcher, update, places, lines } = library();
		await value(add(store, textOf('a', 'En bok. Två böcker!', 'Inget här.')));
		expect(await update()).toMatchObject({ ok: true, value: { changed: true } });
		expect(await places('bok')).toEqual(['read:site {"ai":1}', 'own:a {"none":2}']);
		expect(await places('book', 'en')).toEqual(['read:site {"ai":1}']);
		expect(await lines('bok')).toMatchObject([
			{ text: 'Böckerna låg kvar.', counterpart: 'The books were still there.', level: 'ai' },
			{ text: 'En bok.', ranges: [{ from: 3, to: 6 }], counterpart: '' },
			{ text: 'Två böcker!', places: 1 }
		]);
		const [line] = await lines('bok');
		const { answers } = await searcher.answers('sv', 'en', line ? [line] : []);
		expect(answers).toEqual([[{ from: 4, to: 9 }]]);
		expect(await value(searcher.count({ word: 'bok', lang: 'sv' }))).toMatchObject({ places: 3 });
		expect(await update()).toMatchObject({ ok: true, value: { changed: false } });
	});

	test('knows which names of a text people keep, there and in other texts', async () => {
		const { store, searcher, update } = library();
		const paragraphs = ['Sedan kom Qwerba och Ek.', 'Vi bor i Göteborg, sade Qwerba.'];
		const blocks = paragraphs.map((text) => block({ kind: 'paragraph' }, text));
		await value(add(store, textOf('a', ...paragraphs)));
		const words = ['Then Qwerba and Ek came.', 'We live in Gothenburg, said Qwerba.'];
		for (const [nth, { fingerprint }] of blocks.entries())
			await value(
				store.putWords(
					{
						...{ article: 'a', source: [fingerprint], lang: 'en', text: [words[nth] ?? ''] },
						...{ name: 'Bo', from: null, changedAt: at(1) }
					},
					null
				)
			);
		const names = async (text: string, pairs: readonly (readonly [string, string])[] = []) =>
			(await value(searcher.names({ kind: 'names', text, pairs, from: 'sv', to: 'en' }))).names;
		const text = 'Hos Qwerba i Göteborg. Där är Ek och Lind.';
		expect(await names(text)).toEqual([]);
		await update();
		expect(await names(text)).toEqual(['Qwerba', 'Ek']);
		expect(await names(text, [['Där är Lind.', 'There is Lind.']])).toContain('Lind');
	});

	test('finds a form by its lemma, one without its marks, a phrase and a name, and says how', async () => {
		const { store, searcher, update } = library();
		await value(
			add(store, textOf('a', 'De ställde nu in mötet med Qwerba. Den gamla bokens band.'))
		);
		await update();
		const by = async (word: string) => {
			const found = await value(searcher.find({ word, lang: 'sv' }));
			return [found.by, found.lemmas, found.texts.length];
		};
		expect(await by('bok')).toEqual(['word', [], 2]);
		expect(await by('böckerna')).toEqual(['form', ['bok'], 2]);
		expect(await by('mote')).toEqual(['marks', ['möte'], 1]);
		expect(await by('ställa in')).toEqual(['word', [], 1]);
		expect(await by('Qwerba')).toEqual(['word', [], 1]);
		expect(await by('gamla bokens')).toEqual(['words', [], 1]);
		expect((await by('kamel'))[2]).toBe(0);
		expect((await by(' '))[2]).toBe(0);
	});

	test('answers a query over both, grouped by text, and never with a text that is removed', async () => {
		const { store, searcher, update } = library();
		const many = Array.from({ length: 5 }, (_, nth) => `Bok ${nth}.`);
		await value(add(store, textOf('a', ...many)));
		await update();
		const search = (typed: string, filter = everything, opened: readonly string[] = []) =>
			value(
				searcher.search({
					...{ kind: 'search', typed, filter, texts: 8, notes: 3 },
					opened: opened.map((id) => textKey('own', id))
				})
			);
		const found = await search('bok');
		expect([found.total, found.textCount, found.more]).toEqual([6, 2, false]);
		expect(found.texts.map(({ key, count, results }) => [key, count, results.length])).toEqual([
			['own:a', 5, 3],
			['read:site', 1, 1]
		]);
		expect(found.texts[1]?.results[0]).toMatchObject({
			...{ side: 'original', lang: 'sv' },
			lines: [{ to: 'en', line: { text: 'Böckerna låg kvar.', ranges: [{ from: 0, to: 8 }] } }]
		});
		expect((await search('bok', everything, ['a'])).texts[0]?.results).toHaveLength(5);
		expect((await search('bok', { ...everything, level: 'ai' })).total).toBe(1);
		expect((await search('site')).texts[0]).toMatchObject({
			...{ title: 'From the site', lang: 'en', ranges: [{ from: 9, to: 13 }], count: 0 }
		});
		expect(await search('bookz')).toMatchObject({
			...{ total: 0, suggestion: 'books', others: [{ word: 'bookz', folded: [] }] }
		});
		expect(await search('bockerna')).toMatchObject({ others: [{ folded: ['böckerna'] }] });
		expect(await search('bocker')).toMatchObject({ others: [{ folded: ['böckerna', 'bok'] }] });
		expect(await search('?!')).toMatchObject({ total: 0, isEmpty: true });
		await value(store.removeArticle('a'));
		expect((await search('bok')).texts.map(({ key }) => key)).toEqual(['read:site']);
	});

	test('has the reader’s notes on the site’s texts and own ones, never one that leads nowhere', async () => {
		const { store, searcher, update } = library();
		const { article } = textOf('a', 'En kamel.');
		await value(add(store, { ...textOf('a'), article }));
		const [place] = article.blocks;
		const put = (id: string, of: string, note: string, part: Partial<OwnHighlight> = {}) =>
			value(
				store.putHighlight(
					{
						...{ id, article: of, side: 'original', lang: 'sv', colour: 'blue', note },
						quotes: [
							{
								...{ exact: 'En kamel', prefix: '', suffix: '.', start: 0, occurrence: 2, part: 0 },
								paragraph: place?.fingerprint ?? books.fingerprint
							}
						],
						...{ addedAt: at(1), changedAt: at(1), ...part }
					},
					null
				)
			);
		const search = async (typed: string, filter: Partial<SearchFilter> = {}, notes = 3) => {
			const asked = { kind: 'search', typed, texts: 8, opened: [], notes } as const;
			return value(searcher.search({ ...asked, filter: { ...everything, ...filter } }));
		};
		expect(await search('zebra')).toMatchObject({ notes: [], noteCount: 0, total: 0 });
		await put('1', 'a', 'Som en zebra.');
		await put('2', 'site', 'Zebras, compared.', { side: 'translation', lang: 'en' });
		await put('3', 'gone', 'Zebra.');
		await put('4', 'a', '');
		const found = () => search('zebra');
		await update();
		// The store tells of changes by itself, a moment later.
		await vi.waitFor(async () => expect((await found()).noteCount).toBe(2));
		expect((await found()).notes).toEqual([
			{
				...{ id: '1', key: 'own:a', title: 'Om a', side: 'original', lang: 'sv', colour: 'blue' },
				...{ words: ['En kamel'], row: `${place?.fingerprint}-2`, note: 'Som en zebra.' },
				ranges: [{ from: 7, to: 12 }]
			},
			expect.objectContaining({ id: '2', key: 'read:site', title: 'Från sajten', lang: 'en' })
		]);
		expect(await search('zebra', {}, 1)).toMatchObject({ notes: [{ id: '1' }], noteCount: 2 });
		expect((await search('zebra', { texts: [textKey('read', 'site')] })).noteCount).toBe(1);
		expect((await search('zebra', { level: 'ai' })).noteCount).toBe(0);
		await value(store.removeArticle('a'));
		expect((await found()).notes.map(({ id }) => id)).toEqual(['2']);
	});

	test('never shows a text that is removed, before the index knows it and after', async () => {
		const { store, update, places, lines } = library();
		await value(add(store, textOf('a', 'En kamel.')));
		await value(add(store, textOf('b', 'Ännu en kamel.')));
		await update();
		expect(await places('kamel')).toHaveLength(2);
		await value(store.removeArticle('a'));
		expect(await places('kamel')).toEqual(['own:b {"none":1}']);
		await update();
		expect(await places('kamel')).toEqual(['own:b {"none":1}']);
		expect((await value(store.ownIndex())).texts.map(({ key }) => key)).toEqual(['own:b']);
		await value(store.restoreArticle('a'));
		await update();
		expect(await lines('kamel')).toHaveLength(2);
		await value(store.clear());
		expect(await places('kamel')).toEqual([]);
		expect((await value(store.ownIndex())).segments).toEqual([]);
	});

	test('has the reader’s words in place of the site’s', async () => {
		const { store, update, places } = library();
		await value(
			store.putWords(
				{
					...{ article: 'site', source: [books.fingerprint], lang: 'en', name: 'Ada' },
					...{ text: ['The volumes remained.'], from: null, changedAt: at(1) }
				},
				null
			)
		);
		await update();
		expect(await places('book', 'en')).toEqual([]);
		expect(await places('volume', 'en')).toEqual(['read:site {"human":1}']);
		expect(await places('bok')).toEqual(['read:site {"human":1}']);
	});

	test('is indexed in steps: what is done stays when it is stopped', async () => {
		const { store, update, places } = library();
		for (let nth = 0; nth < 20; nth++) await value(add(store, textOf(`t${nth}`, 'En kamel.')));
		let asked = 0;
		await update(() => asked++ > 0);
		expect(await places('kamel')).toHaveLength(8);
		await update();
		expect(await places('kamel')).toHaveLength(20);
	});

	test('has few segments however often texts are added', async () => {
		const { store, update, places } = library();
		for (let nth = 0; nth < 30; nth++) {
			await value(add(store, textOf(`t${nth}`, 'En kamel.')));
			await update();
		}
		expect(await places('kamel')).toHaveLength(30);
		expect((await value(store.ownIndex())).segments.length).toBeLessThan(12);
	});

	test('that is deleted while it is indexed leaves nothing in the index', async () => {
		const { store, searcher } = library();
		await value(add(store, textOf('a', 'En kamel.')));
		const update = searcher.update(
			{
				get aborted() {
					void store.clear();
					return false;
				}
			},
			() => {}
		);
		expect((await update).ok).toBe(true);
		const { texts, segments } = await value(store.ownIndex());
		expect([texts, segments]).toEqual([[], []]);
	});

	test('is indexed again where the rules have changed', async () => {
		const { store, update, ...here } = library('1');
		await value(add(store, textOf('a', 'En kamel.')));
		await update();
		const later = library('2', here);
		expect(await later.places('kamel')).toEqual([]);
		await later.update();
		expect(await later.places('kamel')).toEqual(['own:a {"none":1}']);
		const { segments } = await value(store.ownIndex());
		expect(segments.map(({ head }) => head.version)).toEqual(['2']);
	});

	test('says which part is damaged, and heals an own one at the next update', async () => {
		const { store, searcher, update, places, indexedDB } = library();
		await value(add(store, textOf('a', 'En kamel.')));
		await update();
		const [kept] = (await value(store.ownIndex())).segments;
		const db = await raw(indexedDB);
		const bytes = new Uint8Array([1, 2, 3]);
		await rawPut(db, 'indexShards', { segment: kept?.id, shard: 0, bytes });
		db.close();
		const found = await value(searcher.find({ word: 'kamel', lang: 'sv' }));
		expect(found).toMatchObject({ texts: [], gaps: [{ kind: 'damaged', part: `${kept?.id} 0` }] });
		await update();
		expect(await places('kamel')).toEqual(['own:a {"none":1}']);
	});

	test('shows the reader’s texts where the site’s index does not come, and names the gap', async () => {
		const { store, update } = library();
		await value(add(store, textOf('a', 'En kamel.')));
		await update();
		const alone = new Searcher({
			...{ store, readStored: () => Promise.resolve(null), siteSegments: () => [] },
			...{ newId: () => 'x', alone: (work) => work() },
			siteIndex: () => Promise.resolve(fail({ kind: 'missing', part: 'index' })),
			tableFile: () => Promise.resolve(fail({ kind: 'missing', part: 'words' }))
		});
		const found = await value(alone.find({ word: 'kamel', lang: 'sv' }));
		expect(found.texts).toHaveLength(1);
		expect(found.gaps).toEqual([{ kind: 'missing', part: 'index' }]);
		expect((await alone.update({ aborted: false }, () => {})).ok).toBe(false);
	});
});

test('a database of the version before keeps what it has, and sees what changes', async () => {
	const here = browser();
	await new Promise<void>((resolve) => {
		const request = here.indexedDB.open('jamsides', 80);
		request.onupgradeneeded = () => {
			const db = request.result;
			for (const table of ['articles', 'texts']) db.createObjectStore(table, { keyPath: 'id' });
			const words = db.createObjectStore('words', { keyPath: ['article', 'first', 'lang'] });
			words.createIndex('article', 'article');
			words.createIndex('live', 'live');
			const old = textOf('old', 'En kamel.');
			request.transaction?.objectStore('articles').put(old.about);
			request.transaction
				?.objectStore('texts')
				.put({ id: 'old', article: old.article, leftOut: [] });
		};
		request.onsuccess = () => (request.result.close(), resolve());
	});
	const { update, places } = library('1', here);
	await update();
	expect(await places('kamel')).toEqual(['own:old {"none":1}']);
});
