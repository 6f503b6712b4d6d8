import { beforeAll, describe, expect, test } from 'vitest';
import { block } from '$lib/core/text/block';
import { resolve } from '$lib/core/translation/resolve';
import type { Unit } from '$lib/core/translation/unit';
import { translator, type T } from '$lib/i18n';
import { readingPage, type PageInput } from './page';
import { readWork } from './readWork';

describe('the work that an article reads', () => {
	test('is shown with its title, authors, publication and date', () => {
		const work = {
			title: 'Havet',
			authors: ['Bo Ek', 'Åsa Ek'],
			publication: 'Dagbladet',
			issued: '2014-10',
			address: 'https://example.org/havet'
		};
		expect(readWork(work, 'sv')).toEqual({
			authors: 'Bo Ek, Åsa Ek',
			title: 'Havet',
			from: 'Dagbladet, oktober 2014',
			address: 'https://example.org/havet'
		});
		expect(readWork(work, 'en').from).toBe('Dagbladet, October 2014');
	});

	test('is shown without the parts that are not known', () => {
		expect(readWork({ title: 'Havet' }, 'en')).toEqual({
			authors: '',
			title: 'Havet',
			from: '',
			address: null
		});
	});
});

describe('the page', () => {
	let t: T;
	beforeAll(async () => {
		t = await translator('en');
	});

	test('says in words what rights there are to the stored translation', () => {
		const translated = { lang: 'en', title: 'A walk', rights: 'CC BY 4.0' };
		expect(page([], { translated }).rights).toBe('Rights to the translation: CC BY 4.0');
		expect(page().rights).toBeNull();
	});

	const ai = { origin: 'ai', name: 'A model', date: '2026-11-21' } as const;
	const blocks = ['Den 2 januari.', 'Två.', 'Tre.', 'Fyra.'].map((text) =>
		block({ kind: 'paragraph' }, text)
	);
	const page = (
		units: readonly Partial<Pick<Unit, 'by' | 'review'>>[] = [],
		input: Partial<PageInput> = {}
	) => {
		const translation = {
			article: 'a-walk',
			original: { lang: 'sv' },
			translated: { lang: 'en', title: 'A walk' },
			units: blocks.map(({ fingerprint }, at): Unit => ({
				kind: 'paragraph',
				source: [fingerprint],
				text: [`On 2 January, ${at}.`],
				by: ai,
				review: null,
				...units[at]
			}))
		};
		const sources = { stored: [translation], words: [], reviews: [] };
		return readingPage(
			{
				id: 'a-walk',
				place: 'read',
				original: { lang: 'sv', title: 'En promenad' },
				translated: translation.translated,
				rows: resolve(blocks, sources, { lang: 'en' }),
				reads: null,
				written: null,
				originalMissing: false,
				stored: true,
				...input
			},
			'en',
			t
		);
	};

	test('says whose words a translation is where a run begins and where it changes', () => {
		const review = { by: 'Eva', date: '2026-11-21' };
		const said = page([{}, { review }, { review }, {}]).body.map(
			({ by }) => by && by.lead + by.rest
		);
		expect(said).toEqual([
			'AI draft by A model, not reviewed',
			'AI draft by A model, reviewed by Eva',
			null,
			'AI draft by A model, not reviewed'
		]);
	});

	test('counts paragraphs only where they are of several kinds', () => {
		expect(page().coverage.parts.map(({ text }) => text)).toEqual(['AI draft, not reviewed']);
		const mixed = page([{ by: { origin: 'human', name: 'Eva', date: '2026-11-21' } }]);
		expect(mixed.coverage.parts.map(({ text }) => text)).toEqual(['1 by a person', '3 AI drafts']);
	});

	test('says once, on the original’s side, that an AI wrote the original', () => {
		const { wrote, body } = page([], { written: { by: 'ai', from: 5 } });
		expect(wrote).toEqual({ lead: 'Written by AI', rest: ' from 5 texts, not reviewed' });
		expect(body.map((row) => row.wrote ?? null)).toEqual([wrote, null, null, null]);
		expect(page().body.some((row) => row.wrote)).toBe(false);
	});

	test('keeps a day and its month together where it shows them, and nowhere else', () => {
		const [first] = page().body;
		expect(first?.inline.original).toEqual([[{ type: 'text', text: 'Den 2\u00a0januari.' }]]);
		expect(first?.inline.translation).toEqual([[{ type: 'text', text: 'On 2\u00a0January, 0.' }]]);
		expect(first?.row.originals[0]?.text).toBe('Den 2 januari.');
		const title = 'Efter 2 januari';
		expect(page([], { original: { lang: 'sv', title } }).title).toBe('Efter 2\u00a0januari');
	});

	test('of a text without a translation leads to its first paragraph with words', () => {
		const picture = block({ kind: 'caption', picture: 'a.png' }, '');
		const scene = block({ kind: 'paragraph' }, '\\* \\* \\*');
		const sources = { stored: [], words: [], reviews: [] };
		const rows = resolve([picture, scene, ...blocks], sources, { lang: 'en' });
		expect(page([], { rows }).bare).toBe(blocks[0]?.fingerprint);
	});

	test('sets a long title smaller', () => {
		const sizeOf = (length: number) =>
			page([], { original: { lang: 'sv', title: 'x'.repeat(length) } }).titleSize;
		expect([20, 60, 100].map(sizeOf)).toEqual(['', 'long', 'longer']);
	});
});
