import { describe, expect, test, vi } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { Pairing } from './pairing.svelte';
import { english, paired, setUp, swedish } from './pairing.fixture';

const rows = ({ pairing }: Awaited<ReturnType<typeof paired>>) =>
	pairing.rows.map(({ pair, kind }) => `${pair.source.join()}:${pair.target.join()} ${kind}`);

describe('opening', () => {
	test('a book that is not there, or has no text, says so', async () => {
		const { pairing, store } = setUp();
		store.book = async () => ok(null);
		await pairing.open();
		expect(pairing.step).toEqual({ kind: 'closed', why: 'missing' });
	});

	test('a file becomes pairs of chapters, and a draft with its title and language', async () => {
		const all = await paired();
		expect(all.pairing.step).toEqual({ kind: 'pairs' });
		expect(rows(all)).toEqual([':0 front', '0:1 pair', '1:2 pair', '2:3 pair']);
		const { lang, credit, translator } = all.pairings.get('p') ?? {};
		expect({ lang, credit, translator }).toMatchObject({
			lang: 'en',
			credit: { title: 'The Lighthouse', translator: '' },
			translator: 'Ida Holm'
		});
		expect(all.texts.get('p')?.chapters).toHaveLength(4);
	});

	test('a draft of an earlier visit is continued, but not while another tab has it', async () => {
		const { environment, pairing, pairings, texts, locked } = await paired();
		pairing.assign(1, null);
		pairing.close();
		await new Promise((resolve) => setTimeout(resolve));
		const later = setUp(environment);
		later.pairings.set('p', pairings.get('p') ?? expect.fail('no draft'));
		later.texts.set('p', texts.get('p') ?? expect.fail('no text'));
		expect(locked.size).toBe(0);
		await later.pairing.open();
		expect(later.pairing.step).toEqual({ kind: 'pairs' });
		expect(later.pairing.rows[1]?.pair).toMatchObject({ source: [], target: [1] });
		const other = setUp({ ...environment, lockDraft: async () => null });
		other.pairings.set('p', pairings.get('p') ?? expect.fail('no draft'));
		await other.pairing.open();
		expect(other.pairing.step).toEqual({ kind: 'closed', why: 'elsewhere' });
	});
});

test('two tabs do not add translations to one book', async () => {
	const { environment, pairing, pairings, store, locked } = setUp();
	await pairing.open();
	const other = setUp({ ...environment });
	await other.pairing.open();
	expect(other.pairing.step).toEqual({ kind: 'closed', why: 'elsewhere' });
	// A lock that is lost, as in a browser without locks: the file that was read first stays.
	locked.clear();
	const late = new Pairing('fyren', environment);
	await late.open();
	locked.clear();
	await pairing.read('first.epub', new Blob());
	locked.clear();
	await late.read('second.epub', new Blob());
	expect(late.step).toEqual({ kind: 'closed', why: 'elsewhere' });
	expect([...pairings.values()].map(({ name }) => name)).toEqual(['first.epub']);
	expect((await store.pairingOf('fyren')).ok).toBe(true);
});

describe('reading', () => {
	test('a file that cannot be read says why, and one that is stopped says nothing', async () => {
		const failure = { kind: 'empty' } as const;
		const { pairing } = await paired({ read: async () => fail(failure) });
		expect(pairing.step).toEqual({ kind: 'choosing', failure });
		const stopped = await paired({ read: async () => fail({ kind: 'aborted' }) });
		expect(stopped.pairing.step).toEqual({ kind: 'choosing', failure: null });
	});

	test('one text for a book is one chapter, and has its chapters where it has headings', async () => {
		const [, one, two] = english.chapters;
		const read = (blocks: (typeof swedish.chapters)[0]['blocks']) => async () =>
			ok({ article: { lang: 'en', title: 'One', blocks }, leftOut: [], notices: [] });
		const single = await paired({ read: read(one?.blocks ?? []) });
		expect(single.pairing.isSingleText).toBe(true);
		expect(single.pairing.draft?.chapters).toHaveLength(1);
		const { block } = await import('$lib/core/text/block');
		const heading = (text: string) => block({ kind: 'heading', level: 2 }, text);
		const cut = await paired({
			read: read([
				heading('Chapter 1'),
				...(one?.blocks ?? []),
				heading('Chapter 2'),
				...(two?.blocks ?? [])
			])
		});
		expect(cut.pairing.isSingleText).toBe(false);
		expect(cut.pairing.draft?.chapters.map(({ title }) => title)).toEqual([
			'Chapter 1',
			'Chapter 2'
		]);
		expect(rows(cut)).toEqual(['0:0 pair', '1:1 pair', '2: untranslated']);
	});

	test('a translation in the original’s own language cannot be saved', async () => {
		const { pairing } = await paired({ read: async () => ok({ book: swedish }) });
		expect(pairing.misfits.map(({ kind }) => kind)).toEqual(['same']);
		expect(await pairing.finish()).toBe(false);
	});
});

describe('pairing by hand', () => {
	test('every change is written, and undone', async () => {
		const all = await paired();
		all.pairing.assign(1, 1);
		expect(rows(all)).toEqual([':0 front', '0: untranslated', '1:1,2 split', '2:3 pair']);
		all.pairing.share(1, true);
		expect(rows(all)).toEqual([':0 front', '0,1:1,2 joined', '2:3 pair']);
		expect(all.pairing.canUndo).toBe(true);
		all.pairing.undo();
		all.pairing.undo();
		expect(all.pairing.canUndo).toBe(false);
		await new Promise((resolve) => setTimeout(resolve));
		expect(all.pairings.get('p')?.pairs[1]).toMatchObject({ source: [0], target: [1] });
	});

	test('a chapter that has a translation already is left out until the reader includes it', async () => {
		const { handedOver } = await import('./pairing.fixture');
		const first = await handedOver();
		await first.job().run();
		const [kept] = [...first.translations.values()];
		if (!kept) return expect.fail('nothing is saved');
		const all = setUp({ newId: () => 'q' });
		all.translations.set(kept.id, kept);
		await all.pairing.open();
		await all.pairing.read('lighthouse.epub', new Blob());
		const outcomes = () => all.pairing.rows.map(({ pair }) => pair.outcome);
		expect(outcomes()).toEqual(['waiting', 'translated', 'waiting', 'waiting']);
		// No text is read to find that nothing translates it.
		expect(all.state.log).toEqual(['reads fyren-1']);
		all.pairing.include(0);
		expect(outcomes()[1]).toBe('waiting');
		all.pairing.undo();
		expect(outcomes()[1]).toBe('translated');
		await all.pairing.finish();
		await all.job().run();
		expect([...all.translations.keys()]).toEqual(['p-1', 'q-2', 'q-3']);
		expect(all.pairings.size).toBe(0);
	});

	test('a choice that changes nothing can’t be undone', async () => {
		const { pairing } = await paired();
		pairing.assign(1, 0);
		expect(pairing.canUndo).toBe(false);
		pairing.share(1, true);
		pairing.assign(2, 1);
		pairing.undo();
		expect(pairing.canUndo).toBe(false);
	});

	test('a discarded draft is gone, and comes back whole', async () => {
		const { pairing, pairings, texts } = await paired();
		await pairing.discard();
		expect([pairings.size, texts.size]).toEqual([0, 0]);
		expect(pairing.step).toEqual({ kind: 'choosing', failure: null });
		await pairing.putBack();
		expect([pairings.size, texts.size]).toEqual([1, 1]);
		expect(pairing.step).toEqual({ kind: 'pairs' });
	});

	test('a discarded draft does not come back with the text of another file', async () => {
		const { pairing, pairings, texts, environment } = await paired();
		await pairing.discard();
		const book = { ...english, chapters: english.chapters.slice(1) };
		Object.assign(environment, { read: async () => ok({ book }) });
		await pairing.read('other.epub', new Blob());
		await pairing.putBack();
		for (const [id, { chapters }] of pairings)
			expect(texts.get(id)?.chapters).toHaveLength(chapters.length);
		expect([...pairings.values()].map(({ name }) => name)).toEqual(['other.epub']);
	});

	test('a full disk leaves the pairs where they were, and says so', async () => {
		const { pairing, state } = await paired();
		state.full = true;
		expect(await pairing.finish()).toBe(false);
		expect(pairing.refused).toEqual({ kind: 'full' });
		expect(pairing.step).toEqual({ kind: 'pairs' });
		state.full = false;
		expect(await pairing.finish()).toBe(true);
	});
});

describe('pairs that are taken back from the job', () => {
	test('can be changed, but what is saved stays saved', async () => {
		const { handedOver } = await import('./pairing.fixture');
		const all = await handedOver();
		const record = all.pairings.get('p') ?? expect.fail('no record');
		const pairs = record.pairs.map((pair, at) =>
			at === 1 ? { ...pair, outcome: 'saved' as const } : pair
		);
		all.pairings.set('p', { ...record, pairs });
		await all.pairing.takeBack();
		expect(all.pairing.step).toEqual({ kind: 'pairs' });
		all.pairing.assign(2, 2);
		await new Promise((resolve) => setTimeout(resolve));
		expect(all.pairings.get('p')).toMatchObject({
			step: 'pairing',
			pairs: [
				{ source: [], target: [0] },
				{ source: [0], target: [1], outcome: 'saved' },
				{ source: [1], target: [] },
				{ source: [2], target: [2, 3], outcome: 'waiting' }
			]
		});
	});

	test('are the page’s as soon as it has them, and no job begins with them', async () => {
		const { handedOver } = await import('./pairing.fixture');
		const all = await handedOver();
		Object.assign(all.environment, { pair: () => new Promise(() => {}) });
		void all.pairing.takeBack();
		await vi.waitFor(() => expect(all.pairing.step.kind).toBe('pairs'));
		expect(all.pairings.get('p')?.step).toBe('pairing');
	});

	test('give their new credit to the chapters that are saved', async () => {
		const { handedOver } = await import('./pairing.fixture');
		const all = await handedOver();
		all.articles.delete('fyren-2');
		await all.job().run();
		expect([...all.translations.keys()]).toEqual(['p-1', 'p-3']);
		await all.pairing.takeBack();
		all.pairing.setCredit({ translator: 'Eva Berg' });
		all.state.full = true;
		expect(await all.pairing.finish()).toBe(false);
		expect(all.pairing.refused).toEqual({ kind: 'full' });
		all.state.full = false;
		expect(await all.pairing.finish()).toBe(true);
		for (const { credit, units } of all.translations.values()) {
			expect(credit).toMatchObject({
				translator: 'Eva Berg',
				publication: 'The Lighthouse, Valley Press'
			});
			expect(units.map(({ by }) => by.name)).toEqual(units.map(() => 'Eva Berg'));
		}
	});

	test('a machine’s book needs no translator, and its chapters are the machine’s', async () => {
		const { handedOver } = await import('./pairing.fixture');
		const { block } = await import('$lib/core/text/block');
		const [preface, ...chapters] = english.chapters;
		const notice = block({ kind: 'paragraph' }, 'Translated by DeepL');
		const book = {
			...english,
			chapters: [{ title: 'Preface', level: 1, ...preface, blocks: [notice] }, ...chapters]
		};
		const all = await handedOver({ read: async () => ok({ book }) });
		expect(all.pairing.machine).toMatchObject({ origin: 'machine', name: 'DeepL' });
		await all.job().run();
		const [unit] = all.translations.get('p-1')?.units ?? [];
		expect(unit?.by).toMatchObject({ origin: 'machine', name: 'DeepL' });
	});
});
