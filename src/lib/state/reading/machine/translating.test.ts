import { describe, expect, it, vi } from 'vitest';
import { memoryCache, wordEngine } from '$lib/core/machine/engine.fixture';
import type { Care } from '$lib/core/machine/engine';
import type { InView } from '$lib/core/machine/order';
import type { CachedUnit } from '$lib/core/machine/fromCache';
import { noTerms, type TermFinder } from '$lib/core/machine/terms';
import { ok } from '$lib/core/result';
import { block } from '$lib/core/text/block';
import { resolve } from '$lib/core/translation/resolve';
import type { Translation } from '$lib/core/translation/unit';
import { parseInline } from '$lib/core/text/inline';
import type { PageRow } from '../page';
import type { TranslationOutcome } from './asked.svelte';
import type { TranslatedPage } from './translatedPage';
import { Translating } from './translating.svelte';

const texts = ['Vi gick dit. Huset.', 'Havet.', '🦊', 'Det ligger. Röda hus.', 'Gård.', 'Och.'];

/** Returns a page of an article whose last paragraph a person has translated. */
function page(cache = memoryCache(), shown = texts) {
	const blocks = shown.map((text) => block({ kind: 'paragraph' }, text));
	const stored: Translation = {
		...{ article: 'prov', original: { lang: 'sv' }, translated: { lang: 'en', title: '' } },
		units: blocks.slice(-1).map(({ fingerprint }) => ({
			...{ kind: 'paragraph', source: [fingerprint], text: ['And, by a person.'], review: null },
			by: { origin: 'human', name: 'Bo', date: '2026-11-02' }
		}))
	};
	const rows = (device: readonly CachedUnit[]): readonly PageRow[] =>
		resolve(
			blocks,
			{ stored: [stored], words: [], reviews: [], device: device.map(({ unit }) => unit) },
			{ lang: 'en' }
		).map((row) => ({
			...{ row, id: row.id, by: null, mark: null },
			inline: { original: [parseInline('')], translation: [] }
		}));
	const state = {
		...{ made: [] as readonly CachedUnit[], rows: rows([]) },
		view: { first: 0, last: 1, soon: 3 } as InView,
		care: null as Care | null,
		terms: noTerms
	};
	const done: TranslationOutcome[] = [];
	const text: TranslatedPage = {
		article: 'prov',
		pair: { from: 'sv', to: 'en' },
		care: () => state.care,
		terms: async () => state.terms,
		rows: () => state.rows,
		view: () => state.view,
		unfold: () => undefined,
		made: () => state.made,
		show: (made) => Object.assign(state, { made, rows: rows(made) }),
		done: (outcome) => done.push(outcome)
	};
	const careful = wordEngine({ settings: 'careful' });
	const engine = { ...wordEngine(), careful };
	const there = { engine: engine as typeof engine | null };
	const translating = new Translating(text, {
		...{ cache, now: () => Date.UTC(2026, 10, 21), engine: async () => ok(there.engine) },
		alone: <T>(work: () => Promise<T>) => work()
	});
	const words = () =>
		state.rows.map(({ row: { shown } }) => (shown.kind === 'translated' ? shown.text[0] : null));
	const rest = () =>
		vi.waitFor(() => {
			expect(translating.state.kind).not.toBe('working');
			expect([...translating.rows.values()].map(({ kind }) => kind)).not.toContain('working');
		});
	const item = (at: number): PageRow => {
		const one = state.rows[at];
		if (!one) throw new RangeError(`no row ${at}`);
		return one;
	};
	return { translating, state, words, rest, item, done, engine, careful, there, cache };
}

const all = ['We walked there. House.', 'The sea.', null, 'The lies. Red house.', 'Farm.'];

describe('translating', () => {
	it("fills a paragraph's row as its sentences arrive", async () => {
		const { translating, item, words, rest, done } = page();
		const begun = translating.translate([item(0)], 'paragraph');
		expect(await begun).toBe(true);
		expect(translating.rows.get(item(0).id)).toMatchObject({ kind: 'working' });
		expect(translating.asked.paragraphs).toEqual({ of: 1, done: 0 });
		await rest();
		expect(words().slice(0, 2)).toEqual(['We walked there. House.', null]);
		expect(translating.asked.any).toBe(false);
		expect(done).toEqual([{ paragraphs: 1, incomplete: 0, kept: true }]);
	});

	it('translates a paragraph carefully and an article quickly, unless the reader chose', async () => {
		const { translating, state, engine, careful, item, rest } = page();
		await translating.translate([item(1)], 'paragraph');
		await rest();
		expect([engine.calls, careful.calls]).toEqual([[], [['Havet.']]]);
		await translating.translate([item(4)], 'article');
		await rest();
		expect([engine.calls.flat(), careful.calls.flat()]).toEqual([['Gård.'], ['Havet.']]);
		state.care = 'quick';
		await translating.translate([item(0)], 'paragraph');
		await rest();
		expect(careful.calls.flat()).toEqual(['Havet.']);
		state.care = 'careful';
		await translating.translate(translating.missing(), 'article');
		await rest();
		expect(careful.calls.flat()).toEqual(['Havet.', 'Det ligger.', 'Röda hus.']);
	});

	it("fills an article's missing rows, and leaves a person's translation unchanged", async () => {
		const { translating, words, rest, done, item } = page();
		expect(translating.missing()).toHaveLength(4);
		await translating.translate(translating.missing(), 'article');
		await rest();
		expect(words()).toEqual([...all, 'And, by a person.']);
		expect(translating.rows.get(item(2).id)).toBeUndefined();
		expect(translating.missing()).toEqual([]);
		expect(done).toEqual([{ paragraphs: 4, incomplete: 0, kept: true }]);
	});

	it('returns false when no engine translates the pair', async () => {
		const { translating, item, there } = page();
		there.engine = null;
		expect(await translating.translate([item(0)], 'paragraph')).toBe(false);
		expect(translating.rows.size).toBe(0);
	});

	it('counts a paragraph with an untranslated sentence as incomplete', async () => {
		const { translating, engine, words, rest, done } = page();
		engine.wrong = (sentence) => (sentence === 'Huset.' || sentence === 'Havet.' ? '' : undefined);
		await translating.translate(translating.missing(), 'article');
		await rest();
		expect(words().slice(0, 2)).toEqual(['We walked there. Huset.', null]);
		expect(done).toEqual([{ paragraphs: 4, incomplete: 2, kept: true }]);
	});

	it('keeps finished paragraphs when it is cancelled, and leaves the rest as they were', async () => {
		const { translating, engine, words, rest, done } = page();
		engine.wrong = (sentence) => (sentence === 'Havet.' ? void translating.cancel() : undefined);
		await translating.translate(translating.missing(), 'article');
		await rest();
		expect(words()[0]).toBe('We walked there. House.');
		expect(words()[4]).toBeNull();
		expect(done).toEqual([]);
		expect(translating.asked.any).toBe(false);
	});

	it('stops at a failure of the engine, and continues when resumed', async () => {
		const { translating, engine, words, rest } = page();
		engine.failing = { after: 0, failure: { kind: 'refused' } };
		await translating.translate(translating.missing(), 'article');
		await vi.waitFor(() =>
			expect(translating.state).toEqual({ kind: 'failed', failure: { kind: 'refused' } })
		);
		await translating.resume();
		await rest();
		expect(words().slice(0, 5)).toEqual(all);
	});

	it('continues with another engine when the first has been removed', async () => {
		const { translating, engine, there, words, rest } = page();
		engine.failing = { after: 0, failure: { kind: 'missing' } };
		await translating.translate(translating.missing(), 'article');
		await vi.waitFor(() => expect(translating.state.kind).toBe('failed'));
		there.engine = { ...wordEngine({ revision: '2' }), careful: wordEngine({ revision: '2' }) };
		await translating.resume();
		await rest();
		expect(words().slice(0, 5)).toEqual(all);
	});

	it('keeps the queued paragraphs when a single one is asked of another engine', async () => {
		const { translating, engine, there, words, rest, item } = page();
		engine.failing = { after: 0, failure: { kind: 'missing' } };
		await translating.translate(translating.missing(), 'article');
		await vi.waitFor(() => expect(translating.state.kind).toBe('failed'));
		there.engine = { ...wordEngine({ revision: '2' }), careful: wordEngine({ revision: '2' }) };
		await translating.translate([item(4)], 'paragraph');
		await rest();
		expect(words().slice(0, 5)).toEqual(all);
	});
});

describe('a quick translation', () => {
	it('is replaced by a careful one when that is asked for', async () => {
		const { translating, words, rest, careful, item, done, cache } = page();
		await translating.translate(translating.missing(), 'article');
		await rest();
		careful.wrong = () => 'The ocean.';
		await translating.improve(item(1));
		await rest();
		await vi.waitFor(() => expect(words().slice(0, 2)).toEqual([all[0], 'The ocean.']));
		expect(done.at(-1)).toEqual({ paragraphs: 1, incomplete: 0, kept: true });
		expect(careful.calls).toEqual([['Havet.']]);
		expect(cache.all.size).toBe(7);
	});

	it('stays if the careful way has no accepted answer', async () => {
		const { translating, words, rest, careful, item } = page();
		await translating.translate([item(1)], 'article');
		await rest();
		careful.wrong = () => '';
		await translating.improve(item(1));
		await vi.waitFor(() => expect(careful.calls).toHaveLength(2));
		await rest();
		expect(words()[1]).toBe('The sea.');
		expect(translating.rows.size).toBe(0);
	});
});

describe('terms', () => {
	const house: TermFinder = (sentence) =>
		sentence.includes('Huset') ? [{ source: 'Huset', forms: ['cottage'] }] : [];

	it('go with the translation that lacks them, and are those of the latest request', async () => {
		const { translating, state, rest, item } = page();
		const lacking = () =>
			new Set(state.made.flatMap(({ lacking }) => lacking.map(({ source }) => source)));
		state.terms = house;
		await translating.translate([item(0), item(1)], 'article');
		await rest();
		expect(lacking()).toEqual(new Set(['Huset']));
		await translating.throwAway([item(0)]);
		state.terms = noTerms;
		await translating.translate([item(0)], 'article');
		await rest();
		expect(lacking()).toEqual(new Set());
		expect(state.made).toHaveLength(2);
	});
});

describe('while reading', () => {
	it('translates the paragraphs near the view, and drops those that left it', async () => {
		const eight = 'Vi gick dit. Huset. Gård. Och. Huset ligger. Havet ligger. Det ligger. Vi gick.';
		const { translating, state, words, rest, engine } = page(memoryCache(), [
			...[eight, 'Havet.', '🦊', 'Det ligger. Röda hus.', 'Gård.']
		]);
		state.view = { first: 0, last: 0, soon: 1 };
		await translating.moved(true);
		state.view = { first: 3, last: 3, soon: 3 };
		await translating.moved(true);
		await rest();
		expect(words().slice(0, 4)).toEqual([null, null, null, 'The lies. Red house.']);
		expect(engine.calls.flat()).not.toContain('Havet.');
		expect(translating.asked.any).toBe(false);
	});

	it('translates nothing unless it is asked to', async () => {
		const { translating, engine } = page();
		await translating.moved(false);
		expect(engine.calls).toEqual([]);
	});
});

describe('a deleted machine translation', () => {
	it('is gone from the page and the cache, and can be restored', async () => {
		const { translating, item, words, rest, cache } = page();
		await translating.translate(translating.missing(), 'article');
		await rest();
		const kept = cache.all.size;
		const away = await translating.throwAway([item(0), item(1)]);
		if (!away.ok) throw new Error(away.failure.kind);
		expect(words().slice(0, 2)).toEqual([null, null]);
		expect(cache.all.size).toBe(kept - 3);
		await away.value();
		expect(words().slice(0, 2)).toEqual(all.slice(0, 2));
		expect(cache.all.size).toBe(kept);
	});

	it('is computed again when it is asked for again', async () => {
		const { translating, item, words, rest, careful } = page();
		await translating.translate([item(1)], 'paragraph');
		await rest();
		await translating.throwAway([item(1)]);
		expect(await translating.machinery.cache.isAsked('prov')).toEqual({ ok: true, value: false });
		await translating.translate([item(1)], 'paragraph');
		await rest();
		expect(words()[1]).toBe('The sea.');
		expect(careful.calls).toEqual([['Havet.'], ['Havet.']]);
	});
});

describe('a comparison', () => {
	it("is shown beside a person's translation, and never replaces it", async () => {
		const { translating, item, words } = page();
		const comparison = await translating.compare(item(5));
		await vi.waitFor(() => expect(comparison?.parts[0]?.kind).toBe('unit'));
		expect(comparison?.parts[0]).toMatchObject({ unit: { text: ['And.'] } });
		expect(words()[5]).toBe('And, by a person.');
	});

	it('needs no engine when the cache has the translation', async () => {
		const before = page();
		await before.translating.compare(before.item(5));
		await vi.waitFor(() => expect(before.cache.all.size).toBe(1));
		const { translating, item, there } = page(before.cache);
		there.engine = null;
		const comparison = await translating.compare(item(5));
		expect(comparison?.parts[0]).toMatchObject({ unit: { text: ['And.'] } });
		expect(await translating.compare(item(4))).toBeNull();
	});
});
