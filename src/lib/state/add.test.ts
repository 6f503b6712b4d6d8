import { describe, expect, test } from 'vitest';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { Draft, OwnArticle, Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { Adding, slug, type World } from './add.svelte';
import type { IncomingText } from './incoming.svelte';

const words = (nth: number) =>
	`Paragraph number ${nth} is long enough to be known again wherever it is met, ` +
	'since it goes on for quite some time before it comes to its end.';
const article = (title: string): Article => ({
	lang: 'en',
	title,
	blocks: [1, 2].map((nth) => block({ kind: 'paragraph' }, words(nth)))
});
const read = (title: string): ImportOutcome =>
	ok({ article: article(title), leftOut: [], notices: [] });

const known = [
	{
		article: 'stored',
		paragraphs: article('').blocks.map(({ fingerprint }) => ({
			fingerprint,
			shape: { kind: 'paragraph' } as const,
			words: 25
		}))
	}
];
const listed = [
	{
		id: 'stored',
		metadata: { lang: 'en', title: 'The stored title', authors: ['Her Name'] },
		bundled: false,
		paragraphs: 2,
		words: 50,
		translated: []
	}
];

/** A store that keeps what it is given, and fails when it is told to. */
function memory() {
	const articles = new Map<string, { about: OwnArticle; article: Article }>();
	const drafts = new Map<string, Draft>();
	const state = { full: false };
	const store: Partial<Store> = {
		watchArticles: (next) => {
			next(
				[...articles.values()].map(({ about }) => about),
				[]
			);
			return () => {};
		},
		article: async (id) => {
			const kept = articles.get(id);
			return ok(kept ? { ...kept, leftOut: [] } : null);
		},
		addArticle: async (about, article, _leftOut, replace) => {
			if (state.full) return fail({ kind: 'full' });
			if (articles.has(about.id) && !replace) return fail({ kind: 'exists', id: about.id });
			articles.set(about.id, { about, article });
			return ok(undefined);
		},
		drafts: async () => ok([...drafts.values()]),
		putDraft: async (draft) => {
			if (state.full) return fail({ kind: 'full' });
			drafts.set(draft.id, draft);
			return ok(undefined);
		},
		removeDraft: async (id) => {
			drafts.delete(id);
			return ok(undefined);
		}
	};
	return { store: store as Store, articles, drafts, state };
}

function setUp(outcomes: Record<string, ImportOutcome>, overrides: Partial<World> = {}) {
	const kept = memory();
	const held = new Set<string>();
	let next = 0;
	const world: World = {
		store: async () => kept.store,
		importer: async () => ({
			import: async (name) => outcomes[name] ?? fail({ kind: 'empty' })
		}),
		known: async () => [],
		listed: () => listed,
		hold: async (id) => {
			if (held.has(id)) return null;
			held.add(id);
			return () => held.delete(id);
		},
		newId: () => `id${next++}`,
		now: () => 0,
		...overrides
	};
	return { ...kept, held, world, adding: new Adding(world) };
}

const file = (name: string) => ({ name, file: new Blob() });
const idle = () => new Promise((resolve) => setTimeout(resolve));

async function added(adding: Adding, name: string): Promise<IncomingText> {
	const [text] = await adding.add([file(name)]);
	await idle();
	if (!text) throw new Error('nothing was added');
	return text;
}

describe('a text on its way in', () => {
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

	test('becomes an article, and is a draft no more', async () => {
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

	test('that failed stands with its reason, and can be read again in a language', async () => {
		const outcomes: Record<string, ImportOutcome> = {
			a: fail({ kind: 'language', guess: 'de' })
		};
		const { adding } = setUp(outcomes);
		const text = await added(adding, 'a');
		expect(text.step).toEqual({ kind: 'failed', failure: { kind: 'language', guess: 'de' } });
		outcomes['a'] = read('A');
		await adding.read(text, 'sv');
		expect(text.step).toEqual({ kind: 'ready' });
	});

	test('that is cancelled is gone', async () => {
		const { adding } = setUp({ a: fail({ kind: 'aborted' }) });
		await added(adding, 'a');
		expect(adding.texts).toEqual([]);
	});

	test('whose reader does not come has failed', async () => {
		const { adding } = setUp({}, { importer: () => Promise.reject(new Error('no network')) });
		const text = await added(adding, 'a');
		expect(text.step).toMatchObject({ kind: 'failed', failure: { kind: 'broken' } });
	});

	test('is discarded, and put back as it was', async () => {
		const { adding, drafts } = setUp({ a: read('A') });
		const text = await added(adding, 'a');
		await adding.discard(text);
		expect([adding.texts, drafts.size]).toEqual([[], 0]);
		await adding.putBack();
		expect(adding.texts).toEqual([text]);
		expect(drafts.get(text.id)?.article.title).toBe('A');
		expect(adding.discarded).toBeNull();
	});

	test('on a full disk is told of, stays, and is saved once there is room', async () => {
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

describe('a text that a stored translation knows', () => {
	test('gets what is known of it, and the stored article’s id', async () => {
		const { adding, articles } = setUp({ a: read('a raw title') }, { known: async () => known });
		const text = await added(adding, 'a');
		expect(text.knowledge).toMatchObject({ kind: 'known', entry: { id: 'stored' } });
		expect(text.draft?.article).toMatchObject({
			title: 'The stored title',
			authors: ['Her Name']
		});
		await adding.save(text, false);
		expect(articles.get('stored')?.about.recognised).toBe(true);
	});

	test('keeps what the reader has changed before', async () => {
		let answer: (index: typeof known) => void = () => {};
		let asked = 0;
		const { adding } = setUp(
			{ a: read('a raw title') },
			// The first question is the importer's.
			{
				known: () =>
					asked++ === 0 ? Promise.resolve([]) : new Promise((resolve) => (answer = resolve))
			}
		);
		const text = await added(adding, 'a');
		text.draft?.setMetadata({ lang: 'en', title: 'Mine' });
		answer(known);
		await idle();
		expect(text.draft?.article.title).toBe('Mine');
	});

	test('is saved all the same where the stored translations do not answer', async () => {
		const { adding, articles } = setUp({ a: read('A') }, { known: async () => null });
		const text = await added(adding, 'a');
		expect(text.knowledge).toEqual({ kind: 'unchecked' });
		await adding.save(text, false);
		expect(articles.size).toBe(1);
	});
});

describe('a text that is there already', () => {
	test('is not written twice: it replaces the other, or nothing happens', async () => {
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

	test('of the same length, but with other words, is another text', async () => {
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

describe('what was left unfinished', () => {
	test('is found again, but for what another tab has open', async () => {
		const { adding, drafts, held, world } = setUp({ a: read('A'), b: read('B') });
		await added(adding, 'a');
		const here = new Adding({ ...world, hold: async () => () => {} });
		expect(await here.resume()).toBeNull();
		expect(here.texts.map(({ draft }) => draft?.article.title)).toEqual(['A']);
		const beside = new Adding(world);
		await beside.resume();
		expect([beside.texts, beside.elsewhere]).toEqual([[], 1]);
		adding.close();
		expect([held.size, drafts.size]).toEqual([0, 1]);
	});

	test('keeps the title that the reader gave it, whatever the stored one is', async () => {
		const { adding, world } = setUp({ a: read('a') }, { known: async () => known });
		const text = await added(adding, 'a');
		text.draft?.setMetadata({ lang: 'en', title: 'Mine' });
		await idle();
		adding.close();
		const again = new Adding(world);
		await again.resume();
		await idle();
		expect(again.texts[0]?.knowledge?.kind).toBe('known');
		expect(again.texts[0]?.draft?.article.title).toBe('Mine');
	});

	test('still says what should be known of it', async () => {
		const notices = [{ kind: 'unreadable', count: 2 }] as const;
		const a = read('A');
		const { adding, world } = setUp({ a: a.ok ? ok({ ...a.value, notices }) : a });
		await added(adding, 'a');
		adding.close();
		const again = new Adding(world);
		await again.resume();
		expect(again.texts[0]?.draft?.content.notices).toEqual(notices);
	});

	test('cannot be looked for in a store that does not open', async () => {
		const { adding } = setUp({}, { store: () => Promise.reject(new Error('no')) });
		expect(await adding.resume()).toEqual({ kind: 'failed', message: 'Error: no' });
	});
});

test.each([
	['Fyren som ingen släckte', 'fyren-som-ingen-slackte-a1b2c3'],
	['  ¿Qué?  ', 'que-a1b2c3'],
	['日本', 'text-a1b2c3'],
	[undefined, 'text-a1b2c3'],
	['x'.repeat(80), `${'x'.repeat(48)}-a1b2c3`]
])('the id of “%s” is %s', (title, id) => {
	expect(slug(title, 'a1b2-c3d4')).toBe(id);
});
