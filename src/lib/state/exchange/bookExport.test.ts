import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FileFailure, WrittenBook } from '$lib/adapters/files/protocol';
import { writeBook } from '$lib/core/book/write/write';
import type { Dossier } from '$lib/core/dossier/dossier';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { OwnTranslation, OwnWords, Store } from '$lib/core/library/store';
import { fail, ok, type Result } from '$lib/core/result';
import type { Article, Block } from '$lib/core/text/article';
import { block } from '$lib/core/text/block';
import type { StoredArticle } from '$lib/core/translation/stored';
import type { Contributor, Unit } from '$lib/core/translation/unit';
import { translator } from '$lib/i18n';
import { BookExport, type BookExportEnvironment } from './bookExport.svelte';
import type { Exportable } from './workToWrite';

const before = '2026-11-21T09:00:00.000Z';
const ida: Contributor = { origin: 'human', name: 'Ida Holm', date: '2014-10-01' };
const ai: Contributor = { origin: 'ai', name: 'A model', date: '2026-11-20' };

const paragraphs = (...texts: readonly string[]): readonly Block[] =>
	texts.map((text) => block({ kind: 'paragraph' }, text));
const cat = paragraphs('Katten satt på trappan.', 'Den såg på regnet.');
const dog = [...paragraphs('En hund kom.'), block({ kind: 'caption', picture: 'dog.png' }, '')];

const unitOf = ({ fingerprint }: Block, text: string, by: Contributor): Unit => ({
	kind: 'paragraph',
	source: [fingerprint],
	text: [text],
	by,
	review: null
});

const imported = (article: string, units: readonly Unit[], rights = ''): OwnTranslation => ({
	id: `ida-${article}`,
	article,
	lang: 'en',
	credit: { translator: 'Ida Holm', title: 'The Cat', publication: '', date: '', rights },
	units,
	links: [],
	addedAt: before,
	changedAt: before
});

const site: StoredArticle = {
	id: 'katten',
	metadata: { lang: 'sv', title: 'Katten', rights: 'CC BY 4.0' },
	original: { lang: 'sv', title: 'Katten', rights: 'CC BY 4.0', blocks: cat },
	translations: [
		{
			article: 'katten',
			original: { lang: 'sv', title: 'Katten' },
			translated: { lang: 'en', title: 'The Cat', rights: 'CC BY 4.0' },
			units: cat.map((one, at) => unitOf(one, `Draft ${at}.`, ai))
		}
	]
};

const book: OwnBook = {
	id: 'djuren-a1',
	metadata: { lang: 'sv', title: 'Djuren', authors: ['Bo Ek'] },
	chapters: [
		{ article: null, title: 'Första delen', level: 1, words: 0 },
		{ article: 'djuren-a1-2', title: 'Hunden', level: 2, words: 3 },
		{ article: 'djuren-a1-3', title: 'Katten', level: 2, words: 8 }
	],
	translations: [
		{ lang: 'fi', title: 'Eläimet', authors: [] },
		{ lang: 'en', title: 'The Animals', authors: ['B. Ek'] }
	],
	cover: 'cover.png',
	pictures: ['cover.png', 'dog.png'].map((name) => ({ name, alt: name, width: 1, height: 1 })),
	addedAt: before,
	changedAt: before
};

const dossier: Dossier = {
	id: 'djur',
	lang: 'sv',
	title: { sv: 'Om djur', en: 'On animals' },
	standfirst: { sv: 'En text.', en: 'One text.' },
	by: { sv: 'Av oss', en: 'By us' },
	issued: '2026-11-21',
	rights: 'CC BY 4.0',
	map: 'none',
	articles: [{ id: 'katten', paragraph: { sv: 'Om en katt.', en: 'On a cat.' } }]
};

interface Holdings {
	readonly articles?: Readonly<Record<string, Article>>;
	readonly translations?: readonly OwnTranslation[];
	readonly words?: readonly OwnWords[];
}

const chapters = {
	'djuren-a1-2': { lang: 'sv', title: 'Hunden', blocks: dog },
	'djuren-a1-3': { lang: 'sv', title: 'Katten', blocks: cat }
};

/** Sets up a reader with these holdings, and what the worker is asked to write. */
async function setUp(
	asked: Exportable,
	{ articles = {}, translations = [], words = [] }: Holdings = {},
	overrides: Partial<BookExportEnvironment> = {}
) {
	const store: Partial<Store> = {
		article: async (id) => {
			const article = articles[id];
			if (!article) return ok(null);
			const { blocks: _, ...metadata } = article;
			const of = { paragraphs: 1, words: 1, addedAt: before, changedAt: before };
			const chapter = book.chapters.findIndex((one) => one.article === id);
			const held = chapter < 0 ? {} : { book: { id: book.id, chapter } };
			const about = { id, metadata, recognised: false, ...of, ...held };
			return ok({ about, article, leftOut: [] });
		},
		work: async (id) =>
			ok({
				translations: translations.filter(({ article }) => article === id),
				words: words.filter(({ article }) => article === id),
				reviews: []
			}),
		book: async (id) => ok(id === book.id ? book : null)
	};
	const written: WrittenBook[] = [];
	const environment: BookExportEnvironment = {
		store: async () => store as Store,
		stored: async (id) => (id === 'katten' ? site : null),
		dossier: async (id) => (id === 'djur' ? dossier : null),
		made: async () => [],
		write: async (asked) => {
			written.push(asked);
			const bytes = writeBook(asked.format, { ...asked.book, pictures: [] }, asked.options);
			return ok(new Blob([new Uint8Array(bytes)]));
		},
		...overrides
	};
	const book_ = new BookExport(environment, asked, 'en', await translator('en'));
	book_.open();
	await expect.poll(() => book_.step.kind).not.toBe('opening');
	return { out: book_, written };
}

const article: Exportable = { kind: 'text', id: 'katten', place: 'read' };
const ownBook: Exportable = { kind: 'book', id: book.id };

async function textIn(file: { content: Blob } | null, name: string): Promise<string> {
	const bytes = new Uint8Array((await file?.content.arrayBuffer()) ?? new ArrayBuffer());
	return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe('an article of the site', () => {
	test('is written with its translation and the reader’s own words, each with its author', async () => {
		const own: OwnWords = {
			article: 'katten',
			source: [cat[1]?.fingerprint ?? block({ kind: 'paragraph' }, '').fingerprint],
			lang: 'en',
			text: ['It looked at the rain.'],
			name: 'Kim Lund',
			from: null,
			changedAt: before
		};
		const { out } = await setUp(article, { words: [own] });
		const chapter = await textIn(await out.write(), 'EPUB/chapter-001.xhtml');
		expect(chapter).toMatch(/data-origin="ai".*Draft 0\..*data-origin="human".*the rain\./s);
		expect(chapter).toContain('Kim Lund');
		expect(out.step).toEqual({ kind: 'done', file: 'katten.sv-en.epub' });
	});

	test('gives equal bytes each time', async () => {
		const { out } = await setUp(article);
		const [first, second] = [await out.write(), await out.write()];
		expect(await second?.content.text()).toBe(await first?.content.text());
	});

	test('may be passed on, unless it shows another person’s translation', async () => {
		expect((await setUp(article)).out.about?.ownUse).toBeNull();
		const [first] = cat;
		const units = first ? [unitOf(first, 'The cat sat.', ida)] : [];
		const others = await setUp(article, { translations: [imported('katten', units)] });
		expect(others.out.about?.ownUse).toContain('for your own use');
		const shared = await setUp(article, { translations: [imported('katten', units, 'CC0')] });
		expect(shared.out.about?.ownUse).toBeNull();
	});

	test.for([
		['epub', {}, 'katten.sv-en.epub', 'stacked'],
		['epub', { layout: 'columns', first: 'translation' }, 'katten.en-sv.columns.epub', 'columns'],
		// Of notes, the original always comes first.
		['epub', { layout: 'notes', first: 'translation' }, 'katten.sv-en.notes.epub', 'notes'],
		// Word and the web page have columns, whatever was chosen for EPUB.
		['docx', { layout: 'notes', first: 'translation' }, 'katten.en-sv.docx', 'columns'],
		['html', {}, 'katten.sv-en.html', 'columns']
	] as const)('as %s with %o is called %s', async ([format, choice, name, layout]) => {
		const { out, written } = await setUp(article);
		out.choose({ format, ...choice });
		expect((await out.write())?.name).toBe(name);
		expect(written[0]?.options.layout).toBe(layout);
	});
});

describe('a book of the reader’s', () => {
	const half = [
		imported(
			'djuren-a1-3',
			[...cat].map((one, at) => unitOf(one, `By Ida ${at}.`, ida))
		)
	];

	test('is written with its parts, chapters, imported translations, and the names of its pictures', async () => {
		const { out, written } = await setUp(ownBook, { articles: chapters, translations: half });
		const file = await out.write();
		expect(file?.name).toBe('djuren-a1.sv-en.epub');
		expect(written[0]?.pictures.map(({ name }) => name)).toEqual(['cover.png', 'dog.png']);
		expect(written[0]?.book).toMatchObject({
			...{ cover: 'cover.png', pictures: [] },
			original: { title: 'Djuren', authors: ['Bo Ek'] },
			translated: { title: 'The Animals', authors: ['B. Ek'] }
		});
		expect(written[0]?.book.chapters.map(({ title }) => title.original)).toEqual([
			'Första delen',
			'Hunden',
			'Katten'
		]);
		expect(await textIn(file, 'EPUB/chapter-003.xhtml')).toContain('By Ida 0.');
		expect(await textIn(file, 'EPUB/chapter-002.xhtml')).toContain('No translation yet.');
	});

	test('without any translation is the original alone, parts or not', async () => {
		const { out } = await setUp(ownBook, { articles: chapters });
		expect(out.about).toMatchObject({ bare: true, title: 'Djuren' });
		expect([out.hasLayouts, out.hasOrder]).toEqual([false, false]);
		const file = await out.write();
		expect(file?.name).toBe('djuren-a1.sv.epub');
		expect(await textIn(file, 'EPUB/chapter-002.xhtml')).not.toContain('No translation yet.');
	});

	test('that is not there is missing', async () => {
		const { out } = await setUp({ kind: 'book', id: 'x' });
		expect(out.step).toEqual({ kind: 'missing' });
		expect(await out.write()).toBeNull();
	});

	test('gives a chapter alone the pictures that the chapter shows', async () => {
		const one: Exportable = { kind: 'text', id: 'djuren-a1-2', place: 'own' };
		const { out, written } = await setUp(one, { articles: chapters });
		await out.write();
		expect(written[0]?.pictures.map(({ name }) => name)).toEqual(['dog.png']);
	});
});

describe('a series', () => {
	test('is written with its own words in both languages', async () => {
		const { out, written } = await setUp({ kind: 'series', id: 'djur' });
		expect((await out.write())?.name).toBe('series-djur.sv-en.epub');
		expect(written[0]?.book).toMatchObject({
			id: 'dossier/djur',
			about: { original: 'En text.', translation: 'One text.' },
			chapters: [{ about: { original: 'Om en katt.', translation: 'On a cat.' } }]
		});
	});

	test('with a text that did not come is not written without it', async () => {
		const { out } = await setUp({ kind: 'series', id: 'djur' }, {}, { stored: async () => null });
		expect(out.step).toEqual({ kind: 'missing' });
	});

	test('is read again on request, and says meanwhile that it opens', async () => {
		let isOnline = false;
		const { out } = await setUp(
			{ kind: 'series', id: 'djur' },
			{},
			{ stored: async () => (isOnline ? site : null) }
		);
		isOnline = true;
		out.open();
		expect(out.step).toEqual({ kind: 'opening' });
		await expect.poll(() => out.step.kind).toBe('ready');
	});

	test('that does not come when it is written keeps its choices, and is written later', async () => {
		let isOnline = true;
		const { out } = await setUp(
			{ kind: 'series', id: 'djur' },
			{},
			{ stored: async () => (isOnline ? site : null) }
		);
		out.choose({ layout: 'notes' });
		isOnline = false;
		expect(await out.write()).toBeNull();
		expect([out.step, out.layout]).toEqual([{ kind: 'gone' }, 'notes']);
		isOnline = true;
		expect((await out.write())?.name).toBe('series-djur.sv-en.notes.epub');
	});
});

describe('what is not written', () => {
	const refusing = (failure: FileFailure) => async (): Promise<Result<Blob, FileFailure>> =>
		fail(failure);

	test.for([
		[{ kind: 'aborted' }, { kind: 'cancelled' }],
		[
			{ kind: 'broken', message: 'torn' },
			{ kind: 'broken', message: 'torn' }
		],
		[
			{ kind: 'store', failure: { kind: 'blocked' } },
			{ kind: 'unwritten', failure: { kind: 'blocked' } }
		]
	] as const)('%o says so', async ([failure, step]) => {
		const { out } = await setUp(article, {}, { write: refusing(failure) });
		expect(await out.write()).toBeNull();
		expect(out.step).toEqual(step);
	});

	test('is stopped while the texts are read, and can be begun again', async () => {
		const { out, written } = await setUp(ownBook, { articles: chapters });
		const writing = out.write();
		out.cancel();
		expect(await writing).toBeNull();
		expect([out.step, written]).toEqual([{ kind: 'cancelled' }, []]);
		expect((await out.write())?.name).toBe('djuren-a1.sv.epub');
	});

	test('cannot be read where the store does not open', async () => {
		const closed = { store: () => Promise.reject(new Error('no database')) };
		const { out } = await setUp(article, {}, closed);
		expect(out.step).toMatchObject({ kind: 'closed', failure: { kind: 'failed' } });
	});
});
