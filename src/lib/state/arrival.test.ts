import { describe, expect, test } from 'vitest';
import type { AlignOutcome } from '$lib/adapters/align/aligner';
import type { ImportOutcome } from '$lib/adapters/import/importer';
import type { AlignmentDraft } from '$lib/core/align/draft';
import { alignText } from '$lib/core/align/draftText';
import { learntFrom } from '$lib/core/align/learnt';
import { realigning } from '$lib/core/align/realign';
import { seedOf } from '$lib/core/align/seed';
import type { OwnTranslation, Store } from '$lib/core/library/store';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import { Arrival, type ArrivalWorld } from './arrival.svelte';

const article = (lang: string, title: string, ...paragraphs: string[]): Article => ({
	lang,
	title,
	blocks: paragraphs.map((text) => block({ kind: 'paragraph' }, text))
});
const original = article(
	'sv',
	'Fyren',
	'Fyren byggdes 1871. Den hade tre våningar.',
	'År 1904 brann taket. Ingen vet hur det gick till.'
);
const bare = article('sv', 'Fyren');
const english = article(
	'en',
	'The Lighthouse',
	'The lighthouse was built in 1871. It had three floors.',
	'In 1904 the roof burned. Nobody knows how it happened.'
);
const read = (text: Article): ImportOutcome => ok({ article: text, leftOut: [], notices: [] });

/** As the aligning worker does it. */
async function aligned({
	source,
	target,
	links
}: Pick<AlignmentDraft, 'source' | 'target' | 'links'>): Promise<AlignOutcome> {
	const seed = await seedOf(source.lang, target.lang);
	const lexicon = learntFrom([], seed);
	const steps = realigning(alignText(source), alignText(target), links, { seed, lexicon });
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value.ok ? ok(step.value.value.links) : step.value;
}

/** A store that keeps what it is given, and is full when it is told to be. */
function memory() {
	const drafts = new Map<string, AlignmentDraft>();
	const translations = new Map<string, OwnTranslation>();
	const state = { full: false };
	const store: Partial<Store> = {
		alignment: async (id) => ok(drafts.get(id) ?? null),
		putAlignment: async (draft) => {
			if (state.full) return fail({ kind: 'full' });
			drafts.set(draft.id, draft);
			return ok(undefined);
		},
		removeAlignment: async (id) => {
			drafts.delete(id);
			return ok(undefined);
		},
		translation: async (id) => ok(translations.get(id) ?? null),
		putTranslation: async (translation, base) => {
			if (state.full) return fail({ kind: 'full' });
			if ((translations.get(translation.id)?.changedAt ?? null) !== base)
				return fail({ kind: 'conflict' });
			translations.set(translation.id, translation);
			return ok(translation);
		}
	};
	return { store: store as Store, drafts, translations, state };
}

function setUp(overrides: Partial<ArrivalWorld> = {}) {
	const kept = memory();
	const held = new Set<string>();
	const articles = new Map([['fyren', original]]);
	const time = { now: Date.UTC(2026, 10, 22) };
	const world: ArrivalWorld = {
		store: async () => kept.store,
		article: async (id) => ok(articles.get(id) ?? null),
		read: async () => read(english),
		exchange: async () => null,
		align: (draft) => aligned(draft),
		hold: async (id) => {
			if (held.has(id)) return null;
			held.add(id);
			return () => held.delete(id);
		},
		newId: () => 'one',
		now: () => time.now,
		...overrides
	};
	return { ...kept, held, articles, time, world, arrival: new Arrival(world) };
}

const file = new Blob();
const idle = () => new Promise((resolve) => setTimeout(resolve));
const forArticle = { kind: 'article', id: 'fyren' } as const;

/** A translation that is read, credited and aligned. */
async function mending(overrides: Partial<ArrivalWorld> = {}) {
	const all = setUp(overrides);
	await all.arrival.open(forArticle);
	await all.arrival.read('lighthouse.txt', file);
	all.arrival.setLang('en');
	all.arrival.setCredit({ translator: 'Ida Holm' });
	await all.arrival.align();
	await idle();
	return all;
}

describe('a translation on its way in', () => {
	test('is read, asked about, aligned and saved, by whom the reader names', async () => {
		const { arrival, translations, drafts, held } = await mending();
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(await arrival.save()).toBe(true);
		const saved = translations.get('one');
		expect(saved).toMatchObject({
			article: 'fyren',
			lang: 'en',
			credit: { translator: 'Ida Holm', title: 'The Lighthouse' }
		});
		expect(saved?.units.map(({ text }) => text)).toEqual(english.blocks.map(({ text }) => [text]));
		for (const { by } of saved?.units ?? [])
			expect(by).toEqual({ origin: 'human', name: 'Ida Holm', date: '2026-11-22' });
		expect(drafts.size).toBe(0);
		expect(held.size).toBe(0);
	});

	test('has no language and no translator before the reader says so', async () => {
		const { arrival } = setUp();
		await arrival.open(forArticle);
		await arrival.read('lighthouse.txt', file);
		expect(arrival.draft?.target.lang).toBe('');
		expect(arrival.draft?.credit.translator).toBe('');
		await arrival.align();
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
		expect(arrival.isAligned).toBe(false);
	});

	test('is kept at every change, and gone on with by another visit once this one lets go', async () => {
		const { arrival, drafts, world } = await mending();
		arrival.setCredit({ publication: 'Valley Review' });
		arrival.setCredit({ publication: 'Valley Review, 3' });
		await idle();
		expect(drafts.get('one')?.credit.publication).toBe('Valley Review, 3');
		const next = new Arrival(world);
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.step).toEqual({ kind: 'closed', why: 'elsewhere' });
		arrival.close();
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft).toEqual(drafts.get('one'));
		expect(next.article?.title).toBe('Fyren');
	});

	test('is taken before it is read: what another visit wrote last is there', async () => {
		const { arrival, drafts, world } = await mending();
		arrival.close();
		const last = { ...(drafts.get('one') as AlignmentDraft), changedAt: 'later' };
		const hold: typeof world.hold = async (id) => {
			drafts.set(id, last);
			return world.hold(id);
		};
		const next = new Arrival({ ...world, hold });
		await next.open({ kind: 'draft', id: 'one' });
		expect(next.draft).toEqual(last);
	});

	test('is not held by a page that was left while it opened or read', async () => {
		const { arrival, held, world } = await mending();
		arrival.close();
		const left = new Arrival(world);
		const opening = left.open({ kind: 'draft', id: 'one' });
		left.close();
		await opening;
		expect(held.size).toBe(0);
		const reading = new Arrival(world);
		await reading.open(forArticle);
		const read = reading.read('lighthouse.txt', file);
		reading.close();
		await read;
		expect(held.size).toBe(0);
	});

	test('is let go of once what changed last is written', async () => {
		const { arrival, held, drafts } = await mending();
		arrival.setCredit({ publication: 'Valley Review' });
		arrival.close();
		expect(held.size).toBe(1);
		await idle();
		expect(held.size).toBe(0);
		expect(drafts.get('one')?.credit.publication).toBe('Valley Review');
	});

	test('in another language is aligned anew', async () => {
		const { arrival } = await mending();
		arrival.setLang('sv');
		expect(arrival.isAligned).toBe(false);
		await arrival.align();
		expect(arrival.hasGrave).toBe(true);
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
	});

	test('that is not saved for want of room stays where it is, and is saved when there is room', async () => {
		const { arrival, drafts, state, translations } = await mending();
		state.full = true;
		expect(await arrival.save()).toBe(false);
		expect(arrival.refused).toEqual({ kind: 'full' });
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(drafts.size).toBe(1);
		state.full = false;
		expect(await arrival.save()).toBe(true);
		expect(arrival.refused).toBeNull();
		expect(translations.size).toBe(1);
	});

	test('is thrown away, and put back', async () => {
		const { arrival, drafts, held } = await mending();
		const before = arrival.draft;
		await arrival.discard();
		expect([drafts.size, held.size, arrival.draft]).toEqual([0, 0, null]);
		await arrival.putBack();
		expect(arrival.draft).toEqual(before);
		expect(arrival.step).toEqual({ kind: 'mending' });
		expect(drafts.size).toBe(1);
	});

	test('that is another text of the library is known already', async () => {
		const { arrival, articles } = setUp();
		articles.set('other', { ...english, publication: 'Valley Review', issued: '2014-10' });
		await arrival.open(forArticle);
		await arrival.choose('other');
		expect(arrival.draft?.target.lang).toBe('en');
		expect(arrival.draft?.credit).toMatchObject({
			translator: '',
			publication: 'Valley Review',
			date: '2014-10'
		});
	});

	test('that a tool has linked already has nothing left to align', async () => {
		const links = [{ source: [0, 1, 2, 3], target: [0, 1, 2, 3], confidence: 1, fixed: true }];
		const { arrival } = setUp({
			exchange: async () =>
				ok({
					target: { lang: 'en', blocks: english.blocks },
					credit: { translator: 'Ida Holm' },
					links
				})
		});
		await arrival.open(forArticle);
		await arrival.read('lighthouse.xlf', file);
		expect(arrival.isAligned).toBe(true);
		expect(arrival.draft?.credit.translator).toBe('Ida Holm');
	});
});

describe('one that is saved already', () => {
	test('comes back with its links, and is saved over itself', async () => {
		const { arrival, world, translations, time } = await mending();
		const links = arrival.draft?.links;
		await arrival.save();
		const first = translations.get('one');
		time.now += 60_000;
		const next = new Arrival(world);
		await next.open({ kind: 'translation', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft?.links.map(({ source, target }) => ({ source, target }))).toEqual(
			links?.map(({ source, target }) => ({ source, target }))
		);
		next.setCredit({ rights: 'CC BY 4.0' });
		expect(await next.save()).toBe(true);
		const second = translations.get('one');
		expect(second?.credit.rights).toBe('CC BY 4.0');
		expect(second?.addedAt).toBe(first?.addedAt);
		expect(second?.changedAt).not.toBe(first?.changedAt);
	});

	test('keeps the links that the reader has fixed where another paragraph of the original has changed', async () => {
		const { arrival, world, articles } = await mending();
		const draft = arrival.draft as AlignmentDraft;
		// No aligner would have found it.
		const whole = { source: [0, 1], target: [0, 1], confidence: 1, fixed: true };
		arrival.change({ ...draft, links: [whole, ...draft.links.slice(2)] });
		await arrival.save();
		const [first] = original.blocks;
		const retold = article('sv', 'Fyren', first?.text ?? '', 'År 1904 brann taket. Så sägs det.');
		articles.set('fyren', retold);
		const next = new Arrival(world);
		await next.open({ kind: 'translation', id: 'one' });
		expect(next.step).toEqual({ kind: 'mending' });
		expect(next.draft?.source.blocks).toEqual(retold.blocks);
		expect(next.draft?.links.filter(({ fixed }) => fixed)).toEqual([whole]);
		expect(next.draft?.links.flatMap(({ source }) => source)).toEqual([0, 1, 2, 3]);
	});

	test('keeps who wrote, reviewed and noted what, whoever is named for the rest', async () => {
		const { arrival, world, translations } = await mending();
		await arrival.save();
		const saved = translations.get('one') as OwnTranslation;
		const theirs = {
			by: { origin: 'human', name: 'Per Ek', date: '2026-11-01' },
			review: { by: 'Eva Lund', date: '2026-11-02' },
			note: 'Tak: also ceiling.'
		} as const;
		const [mine, corrected] = saved.units;
		if (!mine || !corrected) throw new Error('two units were saved');
		translations.set('one', { ...saved, units: [mine, { ...corrected, ...theirs }] });
		const next = new Arrival(world);
		await next.open({ kind: 'translation', id: 'one' });
		next.setCredit({ translator: 'Ida Holm-Berg' });
		expect(await next.save()).toBe(true);
		const [first, second] = translations.get('one')?.units ?? [];
		expect(first).toEqual({ ...mine, by: { ...mine.by, name: 'Ida Holm-Berg' } });
		expect(second).toEqual({ ...corrected, ...theirs });
	});

	test('and thrown away does not stand in the way of another, nor this of its coming back', async () => {
		const { arrival, world, translations, held } = await mending();
		await arrival.save();
		const next = new Arrival({ ...world, newId: () => 'two' });
		await next.open({ kind: 'translation', id: 'one' });
		await next.discard();
		await next.read('lighthouse.txt', file);
		next.chooseAnother();
		await next.putBack();
		expect([...held]).toEqual(['one']);
		await next.discard();
		await next.read('lighthouse.txt', file);
		next.setLang('en');
		await next.align();
		expect(await next.save()).toBe(true);
		expect([...translations.keys()]).toEqual(['one', 'two']);
	});

	test('and was changed elsewhere after a draft of it was begun is not overwritten either', async () => {
		const { arrival, world, translations, drafts } = await mending();
		await arrival.save();
		const begun = new Arrival(world);
		await begun.open({ kind: 'translation', id: 'one' });
		begun.setCredit({ rights: 'CC BY 4.0' });
		await idle();
		begun.close();
		const theirs = {
			...(translations.get('one') as OwnTranslation),
			changedAt: '2026-11-23T00:00:00.000Z'
		};
		translations.set('one', theirs);
		for (const errand of ['draft', 'translation'] as const) {
			const next = new Arrival(world);
			await next.open({ kind: errand, id: 'one' });
			expect(next.draft?.credit.rights).toBe('CC BY 4.0');
			expect(next.refused).toEqual({ kind: 'conflict' });
			expect(await next.save()).toBe(false);
			expect(next.refused).toEqual({ kind: 'conflict' });
			next.close();
		}
		expect(translations.get('one')).toBe(theirs);
		expect(drafts.size).toBe(1);
		const last = new Arrival(world);
		await last.open({ kind: 'draft', id: 'one' });
		await last.discard();
		expect(last.refused).toBeNull();
		await last.open({ kind: 'translation', id: 'one' });
		expect(await last.save()).toBe(true);
	});

	test('and was removed after a draft of it was begun is saved again', async () => {
		const { arrival, world, translations } = await mending();
		await arrival.save();
		const begun = new Arrival(world);
		await begun.open({ kind: 'translation', id: 'one' });
		begun.setCredit({ rights: 'CC BY 4.0' });
		await idle();
		begun.close();
		translations.delete('one');
		const next = new Arrival(world);
		await next.open({ kind: 'draft', id: 'one' });
		expect(await next.save()).toBe(true);
		expect(translations.get('one')?.credit.rights).toBe('CC BY 4.0');
	});

	test('and was changed elsewhere meanwhile is not overwritten', async () => {
		const { arrival, world, translations } = await mending();
		await arrival.save();
		const next = new Arrival(world);
		await next.open({ kind: 'translation', id: 'one' });
		const theirs = { ...(translations.get('one') as OwnTranslation), changedAt: 'later' };
		translations.set('one', theirs);
		expect(await next.save()).toBe(false);
		expect(next.refused).toEqual({ kind: 'conflict' });
		expect(translations.get('one')).toBe(theirs);
	});
});

describe('what can go wrong', () => {
	test('the article is not there, or its original, or the library cannot be read', async () => {
		const { arrival, articles } = setUp();
		await arrival.open({ kind: 'article', id: 'nobody' });
		expect(arrival.step).toEqual({ kind: 'closed', why: 'missing' });
		articles.set('bare', article('sv', 'Bara'));
		await arrival.open({ kind: 'article', id: 'bare' });
		expect(arrival.step).toEqual({ kind: 'closed', why: 'no-original' });
		const broken = setUp({ article: async () => fail({ kind: 'newer' }) });
		await broken.arrival.open(forArticle);
		expect(broken.arrival.step).toEqual({ kind: 'unreadable', failure: { kind: 'newer' } });
	});

	test('the original has gone since: another file is read beside what the draft has of it', async () => {
		const { arrival, articles, world, drafts } = await mending();
		arrival.close();
		for (const gone of [() => articles.delete('fyren'), () => articles.set('fyren', bare)]) {
			gone();
			const next = new Arrival(world);
			await next.open({ kind: 'draft', id: 'one' });
			next.chooseAnother();
			await next.read('again.txt', file);
			expect(next.step).toEqual({ kind: 'about', failure: null });
			expect(drafts.get('one')?.source.blocks).toEqual(original.blocks);
			next.close();
		}
	});

	test('a file that cannot be read says why, and another can be chosen', async () => {
		const outcomes: ImportOutcome[] = [fail({ kind: 'empty' }), read(english)];
		const { arrival, drafts } = setUp({
			read: async () => outcomes.shift() ?? fail({ kind: 'empty' })
		});
		await arrival.open(forArticle);
		await arrival.read('empty.txt', file);
		const failure = { from: 'text', failure: { kind: 'empty' } };
		expect(arrival.step).toEqual({ kind: 'choosing', failure });
		expect(drafts.size).toBe(0);
		await arrival.read('lighthouse.txt', file);
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
	});

	test('what reads a translator’s file does not come: it is said', async () => {
		const { arrival } = setUp({ exchange: () => Promise.reject(new Error('no network')) });
		await arrival.open(forArticle);
		await arrival.read('lighthouse.xlf', file);
		const broken = { kind: 'broken', message: 'Error: no network' };
		expect(arrival.step).toEqual({
			kind: 'choosing',
			failure: { from: 'text', failure: broken }
		});
	});

	test('reading or aligning called off leaves what was there', async () => {
		const called = setUp({
			read: (_name, _file, { signal }) =>
				new Promise((resolve) =>
					signal.addEventListener('abort', () => resolve(fail({ kind: 'aborted' })))
				)
		});
		await called.arrival.open(forArticle);
		const reading = called.arrival.read('long.txt', file);
		await idle();
		expect(called.arrival.step).toEqual({ kind: 'reading', done: 0 });
		called.arrival.cancel();
		await reading;
		expect(called.arrival.step).toEqual({ kind: 'choosing', failure: null });

		let answer = (_: null): void => {};
		const tool = setUp({ exchange: () => new Promise((resolve) => (answer = resolve)) });
		await tool.arrival.open(forArticle);
		const opening = tool.arrival.read('long.tmx', file);
		await idle();
		expect(tool.arrival.step).toEqual({ kind: 'reading', done: 0 });
		tool.arrival.cancel();
		answer(null);
		await opening;
		expect(tool.arrival.step).toEqual({ kind: 'choosing', failure: null });

		const { arrival } = await mending({ align: async () => fail({ kind: 'aborted' }) });
		expect(arrival.step).toEqual({ kind: 'about', failure: null });
		expect(arrival.draft?.credit.translator).toBe('Ida Holm');
	});

	test('a text of which nothing is linked any more is not saved without its words', async () => {
		const { arrival, drafts, translations } = await mending();
		const { draft } = arrival;
		if (!draft) throw new Error('it is being mended');
		const apart = draft.links.flatMap((link) => [
			{ ...link, target: [] },
			{ ...link, source: [] }
		]);
		arrival.change({ ...draft, links: apart });
		expect(await arrival.save()).toBe(false);
		await idle();
		expect(arrival.step).toEqual({ kind: 'about', failure: { kind: 'unrelated' } });
		expect([drafts.size, translations.size]).toEqual([1, 0]);
	});

	test('two texts that have nothing to do with each other are not saved as one', async () => {
		const { arrival } = await mending({ align: async () => fail({ kind: 'unrelated' }) });
		expect(arrival.step).toEqual({ kind: 'about', failure: { kind: 'unrelated' } });
		expect(await arrival.save()).toBe(false);
	});
});
