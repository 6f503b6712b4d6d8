import { describe, expect, test, vi } from 'vitest';
import type { Dump, OwnTranslation, OwnWords, Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { fail, ok } from '$lib/core/result';
import type { Article } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import type { StoredArticle } from '$lib/core/translation/stored';
import { maxCharacters } from '$lib/core/translation/exchange/limit';
import { formats } from '$lib/core/translation/exchange/exchange';
import type { Contributor, Unit } from '$lib/core/translation/unit';
import { Correcting, type CorrectingEnvironment } from './correcting.svelte';

const before = '2026-11-21T09:00:00.000Z';
const ida: Contributor = { origin: 'human', name: 'Ida Holm', date: '2014-10-01' };
const device: Contributor = { origin: 'machine', name: 'opus-mt-sv-en', date: '2026-11-20' };

const article: Article = {
	lang: 'sv',
	title: 'Katten',
	blocks: ['Katten satt på trappan.', 'Den såg på regnet.'].map((text) =>
		block({ kind: 'paragraph' }, text)
	)
};
const unit = (at: number, text: string, by: Contributor): Unit => ({
	kind: 'paragraph',
	source: [article.blocks[at]?.fingerprint ?? block({ kind: 'paragraph' }, '').fingerprint],
	text: [text],
	by,
	review: null
});
const brought: OwnTranslation = {
	id: 'ida',
	article: 'katten',
	lang: 'en',
	credit: { translator: 'Ida Holm', title: 'The Cat', publication: '', date: '', rights: '' },
	units: [unit(0, 'The cat sat on the stair.', ida)],
	links: [[0.9]],
	addedAt: before,
	changedAt: before
};

/** Sets up a reader who has the article, and half of it translated by Ida Holm. */
function setUp(overrides: Partial<CorrectingEnvironment> = {}) {
	const work = { words: [] as readonly OwnWords[], translations: [brought] };
	const state: { refuses: StoreFailure | null } = { refuses: null };
	const store: Partial<Store> = {
		article: async (id) =>
			ok(
				id === 'katten'
					? {
							about: {
								id,
								metadata: { lang: 'sv', title: 'Katten' },
								recognised: false,
								paragraphs: 2,
								words: 8,
								addedAt: before,
								changedAt: before
							},
							article,
							leftOut: []
						}
					: null
			),
		work: async () => ok({ ...work, reviews: [] }),
		merge: async (dump: Dump) => {
			if (state.refuses) return fail(state.refuses);
			work.translations = [...dump.translations, ...work.translations].slice(0, 1);
			work.words = dump.words;
			const tally = { added: 0, updated: 0, removed: 0, kept: 0 };
			const report = {
				articles: tally,
				books: tally,
				words: tally,
				reviews: tally,
				translations: tally,
				places: tally,
				highlights: tally,
				savedWords: tally
			};
			return ok({ report, removed: [] });
		}
	};
	const world: CorrectingEnvironment = {
		store: async () => store as Store,
		place: () => 'own',
		stored: async () => null,
		made: async () => [],
		now: () => Date.UTC(2026, 10, 22, 9),
		...overrides
	};
	return { work, state, correcting: new Correcting(world) };
}

async function opened(overrides: Partial<CorrectingEnvironment> = {}) {
	const all = setUp(overrides);
	await all.correcting.open('katten');
	return all;
}

/** Returns the exported file, with `from` replaced by `to` where they are given. */
function sent(correcting: Correcting, from = '', to = ''): Blob {
	const file = correcting.file('xliff2');
	if (!file?.text.includes(from)) throw new Error(`no “${from}” goes out`);
	return new Blob([file.text.replace(from, to)]);
}

test('of an article of the site, a text of the reader’s that only has its id is another text', async () => {
	const blocks = [block({ kind: 'paragraph' }, 'Fyren byggdes 1871.')];
	const original: Article = { lang: 'sv', title: 'Fyren', blocks };
	const site: StoredArticle = { id: 'katten', metadata: original, original, translations: [] };
	const stored = async () => site;
	const onSite = await opened({ place: () => 'read', stored });
	expect(onSite.correcting.seen?.original.title).toBe('Fyren');
	const own = await opened();
	expect(own.correcting.seen?.original.title).toBe('Katten');
});

describe('the exported file', () => {
	test('has the translation that the reader sees, and is named by article, language and format', async () => {
		const { correcting } = await opened();
		expect(correcting.step).toEqual({ kind: 'ready' });
		expect(formats.map((format) => correcting.file(format)?.name)).toEqual([
			'katten.en.xlf',
			'katten.en.1.2.xlf',
			'katten.en.tmx',
			'katten.en.json'
		]);
		for (const format of formats) {
			const text = correcting.file(format)?.text;
			expect(text).toContain('The cat sat on the stair.');
			expect(text).toContain('Katten satt på trappan.');
			expect(text).toContain('Ida Holm');
		}
	});

	test('has this device’s translation where there is no person’s', async () => {
		const { correcting } = await opened({
			made: async () => [unit(1, 'It watched the rain.', device)]
		});
		expect(correcting.translation?.units.map(({ by }) => by.origin)).toEqual(['human', 'machine']);
	});

	test('is missing when the article does not exist or cannot be read', async () => {
		const { correcting } = setUp();
		await correcting.open('nobody');
		expect(correcting.step).toEqual({ kind: 'missing' });
		expect(correcting.file('tmx')).toBeNull();
		const broken = setUp({ store: () => Promise.reject(new Error('no database')) });
		await broken.correcting.open('katten');
		expect(broken.correcting.step).toEqual({
			kind: 'closed',
			failure: { kind: 'failed', message: 'Error: no database' }
		});
	});
});

describe('a returned file', () => {
	test('is refused unread when it is too large', async () => {
		const { correcting } = await opened();
		const file = new Blob(['<xliff version="2.0">']);
		Object.defineProperty(file, 'size', { value: 3 * maxCharacters + 3 });
		const arrayBuffer = vi.spyOn(file, 'arrayBuffer');
		await correcting.read('a.xlf', file);
		expect(correcting.step).toMatchObject({ kind: 'refused', failure: { kind: 'too-large' } });
		expect(arrayBuffer).not.toHaveBeenCalled();
	});

	test('changes only the paragraphs that the reader ticks', async () => {
		const { correcting, work } = await opened({
			made: async () => [unit(1, 'It watched the rain.', device)]
		});
		const file = correcting.file('xliff2')?.text ?? '';
		const changed = file.replace('on the stair', 'by the door').replace('the rain', 'the snow');
		await correcting.read('katten.xlf', new Blob([changed]));
		correcting.setBy('Kim Lund');
		const { step } = correcting;
		if (step.kind !== 'planned') throw new Error('no plan');
		const entries = step.plan.entries.filter(({ kind }) => kind === 'changed');
		expect(entries).toHaveLength(2);
		correcting.want(entries, false);
		correcting.want(entries.slice(0, 1), true);
		expect(entries.map(correcting.isWanted)).toEqual([true, false]);
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'taken', count: 1 });
		const texts = work.translations.flatMap(({ units }) => units.flatMap(({ text }) => text));
		expect(texts.join()).toContain('by the door');
		expect(texts.join()).not.toContain('the snow');
	});

	test('changes nothing when it is unchanged', async () => {
		const { correcting } = await opened();
		await correcting.read('katten.xlf', sent(correcting));
		expect(correcting.step).toMatchObject({
			kind: 'planned',
			plan: { entries: [{ kind: 'unchanged' }] }
		});
	});

	test('with changed words needs a translator’s name, and is kept under that name', async () => {
		const { correcting, work } = await opened();
		await correcting.read('katten.xlf', sent(correcting, 'on the stair', 'on the steps'));
		expect(correcting.step).toMatchObject({ plan: { entries: [{ kind: 'unsigned' }] } });
		correcting.setBy('  Bo   Ek ');
		expect(correcting.step).toMatchObject({ plan: { entries: [{ kind: 'changed' }] } });
		expect(work.translations).toEqual([brought]);
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'taken', count: 1 });
		expect(work.translations[0]?.units[0]).toMatchObject({
			text: ['The cat sat on the steps.'],
			by: { origin: 'human', name: 'Bo Ek', date: '2026-11-22' },
			review: null
		});
		expect(correcting.translation?.units[0]?.text).toEqual(['The cat sat on the steps.']);
	});

	test('does not count a title as taken when the title has changed here too', async () => {
		const { correcting, work } = await opened();
		const file = sent(correcting, 'The Cat', 'A Cat');
		work.translations = [{ ...brought, credit: { ...brought.credit, title: 'That Cat' } }];
		await correcting.open('katten');
		await correcting.read('katten.xlf', file);
		expect(correcting.step).toMatchObject({
			plan: { entries: expect.arrayContaining([expect.objectContaining({ taken: false })]) }
		});
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'taken', count: 0 });
		expect(work.translations[0]?.credit.title).toBe('That Cat');
	});

	test('with only a new title for a stored translation keeps nothing; with changed paragraphs it keeps both', async () => {
		const stored: StoredArticle = {
			id: 'katten',
			metadata: { lang: 'sv', title: 'Katten' },
			original: null,
			translations: [
				{
					article: 'katten',
					original: { lang: 'sv', title: 'Katten' },
					translated: { lang: 'en', title: 'The Cat' },
					units: brought.units
				}
			]
		};
		const { correcting, work } = setUp({ stored: async () => stored });
		work.translations = [];
		await correcting.open('katten');
		await correcting.read('katten.xlf', sent(correcting, 'The Cat', 'A Cat'));
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'taken', count: 0 });
		expect(work.translations).toEqual([]);

		const [from, to] = ['The cat sat on the stair', 'The cat sat on the steps'];
		const text = (correcting.file('xliff2')?.text ?? '')
			.replace('The Cat', 'A Cat')
			.replace(from, to);
		correcting.setBy('Bo Ek');
		await correcting.read('katten.xlf', new Blob([text]));
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'taken', count: 2 });
		expect(work.translations[0]?.credit).toMatchObject({ translator: 'Bo Ek', title: 'A Cat' });
	});

	test('is planned again, and not kept, when another tab has changed the same paragraph', async () => {
		const { correcting, work } = await opened();
		correcting.setBy('Bo Ek');
		await correcting.read('katten.xlf', sent(correcting, 'on the stair', 'on the steps'));
		const elsewhere = { ...brought, units: [unit(0, 'The cat sat outside.', ida)] };
		work.translations = [elsewhere];
		await correcting.take();
		expect(correcting.step).toMatchObject({
			kind: 'planned',
			plan: { entries: [{ kind: 'conflict' }] }
		});
		expect(work.translations).toEqual([elsewhere]);
	});

	test('leaves another tab’s changes to other paragraphs in place', async () => {
		const { correcting, work } = await opened();
		correcting.setBy('Bo Ek');
		await correcting.read('katten.xlf', sent(correcting, 'on the stair', 'on the steps'));
		const more = unit(1, 'It watched the rain.', ida);
		work.translations = [{ ...brought, units: [...brought.units, more], links: [[0.9], [0.9]] }];
		await correcting.take();
		await correcting.take();
		expect(work.translations[0]?.units.map(({ text }) => text)).toEqual([
			['The cat sat on the steps.'],
			more.text
		]);
	});

	test('changes nothing when the reader dismisses it', async () => {
		const { correcting, work } = await opened();
		await correcting.read('katten.xlf', sent(correcting, 'on the stair', 'on the steps'));
		correcting.forget();
		expect(correcting.step).toEqual({ kind: 'ready' });
		await correcting.take();
		expect(work.translations).toEqual([brought]);
	});

	test('that cannot be kept says why, and changes nothing', async () => {
		const { correcting, work, state } = await opened();
		correcting.setBy('Bo Ek');
		await correcting.read('katten.xlf', sent(correcting, 'on the stair', 'on the steps'));
		state.refuses = { kind: 'full' };
		await correcting.take();
		expect(correcting.step).toEqual({ kind: 'unkept', failure: { kind: 'full' } });
		expect(work.translations).toEqual([brought]);
	});

	test.for([
		['no file of a translator’s tool', new Blob(['words']), 'words.txt'],
		['a torn file', new Blob(['<xliff xmlns="urn:oasis']), 'torn.xlf']
	] as const)('that is %s is refused by name', async ([, file, name]) => {
		const { correcting } = await opened();
		await correcting.read(name, file);
		expect(correcting.step).toMatchObject({ kind: 'refused', file: name });
	});

	test('of another article is refused', async () => {
		const { correcting } = await opened();
		const print = ({ blocks: [first] }: Article) => first?.fingerprint ?? '';
		const dog = block({ kind: 'paragraph' }, 'En hund.');
		const file = (correcting.file('xliff2')?.text ?? '')
			.replaceAll(print(article), dog.fingerprint)
			.replace('Katten satt på trappan.', dog.text);
		await correcting.read('hunden.xlf', new Blob([file]));
		expect(correcting.step.kind).toBe('refused');
	});
});
