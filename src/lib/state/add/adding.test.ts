import { describe, expect, test } from 'vitest';
import type { ReadOutcome } from '$lib/adapters/import/importer';
import { fail, ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import { words, article, read, known, setUp, idle, added } from './adding.fixture';

describe('a new text', () => {
	test('is kept as a draft as soon as it is read, and again after every change', async () => {
		const { adding, drafts } = setUp({ a: read('A') });
		const text = await added(adding, 'a');
		expect(drafts.get(text.id)?.article.title).toBe('A');
		text.draft?.setMetadata({ lang: 'en', title: 'B' });
		text.draft?.setMetadata({ lang: 'en', title: 'C' });
		await idle();
		expect(drafts.get(text.id)?.article.title).toBe('C');
		expect(text.kept).toBe(true);
	});

	test('becomes an article, and its draft is removed', async () => {
		const { adding, drafts, articles, held } = setUp({ a: read('A ship, at last') });
		const text = await added(adding, 'a');
		expect(await adding.save(text, false)).toBe(true);
		expect(text.step).toEqual({ kind: 'saved', as: 'a-ship-at-last-id1' });
		expect(articles.get('a-ship-at-last-id1')?.about).toMatchObject({
			recognised: false,
			paragraphs: 2,
			metadata: { lang: 'en', title: 'A ship, at last' }
		});
		expect(drafts.size).toBe(0);
		expect(held.size).toBe(0);
	});

	test('shows why it could not be read, and can be read again in a chosen language', async () => {
		const outcomes: Record<string, ReadOutcome> = {
			a: fail({ kind: 'language', guess: 'de' })
		};
		const { adding } = setUp(outcomes);
		const text = await added(adding, 'a');
		expect(text.step).toEqual({ kind: 'failed', failure: { kind: 'language', guess: 'de' } });
		outcomes['a'] = read('A');
		await adding.read(text, 'sv');
		expect(text.step).toEqual({ kind: 'ready' });
	});

	test('is read again in another encoding, and undo restores the first reading', async () => {
		const choices = [
			{ encoding: 'cp850', sample: 'ån' },
			{ encoding: 'macintosh', sample: 'Ün' }
		] as const;
		const asked = { kind: 'encoding', encoding: 'cp850', choices } as const;
		const outcomes: Record<string, ReadOutcome> = {
			a: ok({ article: article('A'), leftOut: [], notices: [asked] })
		};
		const { adding, drafts } = setUp(outcomes);
		const text = await added(adding, 'a');
		outcomes['a'] = read('B');
		await adding.readAs(text, 'macintosh');
		expect(text.draft?.article.title).toBe('B');
		expect(text.draft?.content.notices).toEqual([{ ...asked, encoding: 'macintosh' }]);
		await idle();
		expect(drafts.get(text.id)?.article.title).toBe('B');
		text.draft?.undo();
		expect(text.draft?.content).toMatchObject({ article: { title: 'A' }, notices: [asked] });
	});

	test('keeps its reading where the file cannot be read in the chosen encoding, and says so', async () => {
		const outcomes: Record<string, ReadOutcome> = { a: read('A') };
		const { adding } = setUp(outcomes);
		const text = await added(adding, 'a');
		outcomes['a'] = fail({ kind: 'binary', format: null });
		expect(await adding.readAs(text, 'utf-16le')).toBe(false);
		expect(text.step).toEqual({ kind: 'ready' });
		expect(text.draft?.article.title).toBe('A');
		expect(text.unread).toEqual({
			encoding: 'utf-16le',
			failure: { kind: 'binary', format: null }
		});
		outcomes['a'] = read('B');
		expect(await adding.readAs(text, 'cp850')).toBe(true);
		expect(text.unread).toBeNull();
	});

	test('is read in the encoding chosen last, whichever reading ends last', async () => {
		let end = (_: ReadOutcome): void => {};
		const first = new Promise<ReadOutcome>((resolve) => (end = resolve));
		const { adding } = setUp(
			{},
			{
				importer: async () => ({
					read: async (_name, _file, { encoding } = {}) =>
						encoding === 'cp850' ? first : read(encoding ?? 'A')
				})
			}
		);
		const text = await added(adding, 'a');
		const slow = adding.readAs(text, 'cp850');
		await adding.readAs(text, 'macintosh');
		end(read('cp850'));
		await slow;
		expect(text.draft?.article.title).toBe('macintosh');
	});

	test('is removed from the list when its reading is cancelled', async () => {
		const { adding } = setUp({ a: fail({ kind: 'aborted' }) });
		await added(adding, 'a');
		expect(adding.texts).toEqual([]);
	});

	test('fails when the importer does not load', async () => {
		const { adding } = setUp({}, { importer: () => Promise.reject(new Error('no network')) });
		const text = await added(adding, 'a');
		expect(text.step).toMatchObject({ kind: 'failed', failure: { kind: 'broken' } });
	});

	test('can be discarded and put back unchanged', async () => {
		const { adding, drafts } = setUp({ a: read('A') });
		const text = await added(adding, 'a');
		await adding.discard(text);
		expect([adding.texts, drafts.size]).toEqual([[], 0]);
		await adding.putBack();
		expect(adding.texts).toEqual([text]);
		expect(drafts.get(text.id)?.article.title).toBe('A');
		expect(adding.discarded).toBeNull();
	});

	test('reports a full disk, stays a draft, and can be saved once there is room', async () => {
		const { adding, state, articles } = setUp({ a: read('A') });
		state.full = true;
		const text = await added(adding, 'a');
		expect(text.refused).toEqual({ kind: 'full' });
		expect(await adding.save(text, false)).toBe(false);
		expect([text.step.kind, articles.size]).toEqual(['ready', 0]);
		state.full = false;
		expect(await adding.save(text, false)).toBe(true);
	});
});

const offline: Candidates = { entries: [], isWhole: false };

describe('a text that a stored translation recognises', () => {
	test('gets the stored article’s metadata and id', async () => {
		const { adding, articles } = setUp(
			{ a: read('a raw title') },
			{ candidates: async () => known }
		);
		const text = await added(adding, 'a');
		expect(text.knowledge).toMatchObject({ kind: 'known', entry: { id: 'stored' } });
		expect(text.draft?.article).toMatchObject({
			title: 'The stored title',
			authors: ['Her Name']
		});
		await adding.save(text, false);
		expect(articles.get('stored')?.about.recognised).toBe(true);
	});

	test('keeps metadata that the reader changed before the answer came', async () => {
		let answer: (found: typeof known) => void = () => {};
		const { adding } = setUp(
			{ a: read('a raw title') },
			{ candidates: () => new Promise((resolve) => (answer = resolve)) }
		);
		const text = await added(adding, 'a');
		text.draft?.setMetadata({ lang: 'en', title: 'Mine' });
		answer(known);
		await idle();
		expect(text.draft?.article.title).toBe('Mine');
	});

	test('is not asked for again where the importer compared it, until it changes', async () => {
		let asked = 0;
		const imported = read('A');
		if (!imported.ok || 'book' in imported.value) throw new Error('no text');
		const { adding, drafts } = setUp(
			{ a: ok({ ...imported.value, candidates: known }) },
			{ candidates: async () => (asked++, known) }
		);
		const text = await added(adding, 'a');
		expect(text.knowledge?.kind).toBe('known');
		expect(asked).toBe(0);
		expect(drafts.get(text.id)).not.toHaveProperty('candidates');
		text.draft?.drop(0);
		await adding.save(text, false);
		expect(asked).toBe(1);
	});

	test('can be saved when the library cannot be asked', async () => {
		const { adding, articles } = setUp({ a: read('A') }, { candidates: async () => offline });
		const text = await added(adding, 'a');
		expect(text.knowledge).toEqual({ kind: 'unchecked' });
		await adding.save(text, false);
		expect(articles.size).toBe(1);
	});

	test('is recognised later when the library could not be asked at first', async () => {
		let candidates = offline;
		const { adding } = setUp(
			{ a: read('A'), b: read('B') },
			{ candidates: async () => candidates }
		);
		const untouched = await added(adding, 'a');
		const changed = await added(adding, 'b');
		changed.draft?.setMetadata({ lang: 'en', title: 'Mine' });
		candidates = known;
		await adding.compareAgain();
		expect([untouched, changed].map(({ knowledge }) => knowledge?.kind)).toEqual([
			'known',
			'known'
		]);
		expect([untouched, changed].map(({ draft }) => draft?.article.title)).toEqual([
			'The stored title',
			'Mine'
		]);
	});
});

describe('a text that is already in the library', () => {
	test('is not saved a second time: it replaces the other only when the reader agrees', async () => {
		const { adding, articles } = setUp({ a: read('A'), b: read('B') });
		await adding.save(await added(adding, 'a'), false);
		const [id] = articles.keys();
		const again = await added(adding, 'b');
		expect(await adding.save(again, false)).toBe(false);
		expect(again.refused).toEqual({ kind: 'exists', id });
		expect([...articles.values()].map(({ article }) => article.title)).toEqual(['A']);
		expect(await adding.save(again, true)).toBe(true);
		expect([...articles.values()].map(({ article }) => article.title)).toEqual(['B']);
	});

	test('is not mistaken for another text of the same length with other words', async () => {
		const { adding, articles } = setUp({
			a: read('A'),
			b: ok({
				article: {
					...article('B'),
					blocks: [2, 1].map((nth) => block({ kind: 'paragraph' }, words(nth)))
				},
				leftOut: [],
				notices: []
			})
		});
		await adding.save(await added(adding, 'a'), false);
		expect(await adding.save(await added(adding, 'b'), false)).toBe(true);
		expect(articles.size).toBe(2);
	});
});
