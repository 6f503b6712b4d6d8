import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { layouts, sidesFirst, type BilingualBook, type WriteOptions } from './bilingualBook';
import {
	bookOf,
	bookOfRows,
	bookRow,
	chapterOf,
	filesIn,
	note,
	options,
	person,
	pixel,
	tagsIn,
	type Tag
} from './book.fixture';
import { writeEpub } from './epub';

const written = (book: BilingualBook, how: WriteOptions = options()) =>
	filesIn(writeEpub(book, how));

const chapterOne = (book: BilingualBook, how?: WriteOptions): string =>
	written(book, how).get('EPUB/chapter-001.xhtml') ?? '';

const packageOf = (book: BilingualBook, how?: WriteOptions): readonly Tag[] =>
	tagsIn(written(book, how).get('EPUB/package.opf') ?? '');

const named = (tags: readonly Tag[], name: string) => tags.filter((tag) => tag.name === name);
const withAttribute = (tags: readonly Tag[], name: string, value?: string) =>
	tags.filter(({ attributes }) =>
		value === undefined ? name in attributes : attributes[name] === value
	);

describe('the archive', () => {
	it('begins with the media type, not packed', () => {
		const bytes = writeEpub(bookOfRows(bookRow({})), options());
		expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
		expect(bytes[8]).toBe(0);
	});

	it('has equal bytes for equal books, in any time zone', () => {
		const book = bookOfRows(bookRow({}), note('1', 'Not.', 'Note.'));
		const first = writeEpub(book, options());
		const zone = process.env.TZ;
		process.env.TZ = 'Pacific/Auckland';
		const second = writeEpub(structuredClone(book), options());
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
		expect(second).toEqual(first);
	});

	it('has well-formed files only, whatever the layout', () => {
		const book = bookOf(
			[
				chapterOf([
					bookRow({ original: 'a]]>b & <c> "d" \u0000\u0007\ud800 e', translation: '\u001b' }),
					bookRow({ shape: { kind: 'caption' }, original: '', translation: '' })
				])
			],
			{ original: { lang: 'sv', title: 'A & B <c> "d"' } }
		);
		for (const layout of layouts)
			for (const [name, text] of written(book, options(layout)))
				if (/\.(?:xhtml|opf|ncx|xml)$/.test(name)) expect(() => tagsIn(text)).not.toThrow();
	});
});

describe('the package', () => {
	const book = bookOfRows(bookRow({}));
	const identifier = (one: BilingualBook, how?: WriteOptions) =>
		named(packageOf(one, how), 'dc:identifier')[0]?.text;

	it('names both languages, the original’s first', () => {
		const languages = named(packageOf(book, options('stacked', 'translation')), 'dc:language');
		expect(languages.map(({ text }) => text)).toEqual(['sv', 'en']);
	});

	it('names one language where nothing is translated', () => {
		const alone = bookOf([chapterOf([bookRow({ translation: null })])], { translated: null });
		expect(named(packageOf(alone), 'dc:language').map(({ text }) => text)).toEqual(['sv']);
	});

	it('has the identifier of its source, languages and layout', () => {
		expect(identifier(book)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/);
		const changed = bookOfRows(bookRow({ original: 'Två.', translation: 'Two.' }));
		expect(identifier(changed)).toBe(identifier(book));
		const all = layouts.flatMap((layout) =>
			sidesFirst.map((first) => identifier(book, options(layout, first)))
		);
		expect(new Set([...all, identifier({ ...book, id: 'other' })]).size).toBe(7);
	});

	it('is dated by the text', () => {
		const [modified] = withAttribute(packageOf(book), 'property', 'dcterms:modified');
		expect(modified?.text).toBe('2026-01-03T00:00:00Z');
	});

	it('credits authors and persons who translated, and states the rights', () => {
		const tags = packageOf({
			...book,
			original: { ...book.original, rights: '© Bo Ek' },
			translated: { lang: 'en', translators: ['Ada Ek'] }
		});
		expect(named(tags, 'dc:creator').map(({ text }) => text)).toEqual(['Bo Ek']);
		expect(named(tags, 'dc:contributor').map(({ text }) => text)).toEqual(['Ada Ek']);
		expect(named(tags, 'dc:rights').map(({ text }) => text)).toEqual([
			'© Bo Ek',
			'For your own use.'
		]);
	});

	it('names title and authors of the translation beside the original’s', () => {
		const alternates = (authors: readonly string[]) =>
			withAttribute(
				packageOf({
					...book,
					translated: { lang: 'en', title: 'The way home', authors, translators: [] }
				}),
				'property',
				'alternate-script'
			).map(({ attributes, text }) => [attributes.refines, attributes['xml:lang'], text]);
		const title = ['#title', 'en', 'The way home'];
		expect(alternates(['B. Ek'])).toEqual([title, ['#creator-1', 'en', 'B. Ek']]);
		// Nobody can tell which of them is whose name.
		expect(alternates(['B. Ek', 'A. Ek'])).toEqual([title]);
		expect(named(packageOf(book), 'dc:title').map(({ text }) => text)).toEqual(['Vägen hem']);
	});

	it('says what it offers to readers who do not see it', () => {
		const properties = packageOf(book).flatMap(({ attributes }) => attributes.property ?? []);
		expect(properties).toEqual(
			expect.arrayContaining([
				'schema:accessMode',
				'schema:accessModeSufficient',
				'schema:accessibilityFeature',
				'schema:accessibilityHazard',
				'schema:accessibilitySummary'
			])
		);
	});

	it('is read from right to left where the original is', () => {
		const hebrew = { ...book, original: { ...book.original, lang: 'he' } };
		const [spine] = named(packageOf(hebrew), 'spine');
		expect(spine?.attributes['page-progression-direction']).toBe('rtl');
	});

	it('lists every file, and each page in the order of reading', () => {
		const with2 = bookOf([chapterOf([bookRow({})]), chapterOf([bookRow({})])], {
			pictures: [pixel],
			cover: pixel.name
		});
		const files = [...written(with2).keys()].filter((name) => name.startsWith('EPUB/'));
		const tags = packageOf(with2);
		const hrefs = named(tags, 'item').map(({ attributes }) => `EPUB/${attributes.href}`);
		expect(hrefs.toSorted()).toEqual(
			files.filter((name) => !name.endsWith('package.opf')).toSorted()
		);
		expect(named(tags, 'itemref').map(({ attributes }) => attributes.idref)).toEqual([
			...['cover', 'title-page', 'nav', 'chapter-1', 'chapter-2']
		]);
		expect(withAttribute(tags, 'properties', 'cover-image')).toHaveLength(1);
	});

	it('gives another picture where an e-reader does not know WebP', () => {
		const webp = { ...pixel, type: 'image/webp' } as const;
		const tags = packageOf({ ...book, pictures: [webp] });
		const [item] = withAttribute(tags, 'media-type', 'image/webp');
		expect(item?.attributes.fallback).toBe('blank');
		expect(withAttribute(tags, 'id', 'blank')).toHaveLength(1);
	});
});

describe('the contents', () => {
	const heading = (text: string, translation: string, level = 2) =>
		bookRow({ shape: { kind: 'heading', level }, original: text, translation });

	it('lists chapters and their highest headings, in both languages, for old e-readers too', () => {
		const files = written(
			bookOfRows(
				heading('Början', 'The start'),
				heading('Under', 'Below', 3),
				heading('Slut', 'End')
			)
		);
		const links = named(tagsIn(files.get('EPUB/nav.xhtml') ?? ''), 'a');
		expect(links.map(({ text, attributes }) => [text, attributes.href])).toEqual([
			['Vägen hem · The way home', 'chapter-001.xhtml'],
			['Början · The start', 'chapter-001.xhtml#heading-0'],
			['Slut · End', 'chapter-001.xhtml#heading-2']
		]);
		const points = named(tagsIn(files.get('EPUB/toc.ncx') ?? ''), 'content');
		expect(points.map(({ attributes }) => attributes.src).toSorted()).toEqual(
			links.map(({ attributes }) => attributes.href).toSorted()
		);
		const ids = withAttribute(tagsIn(files.get('EPUB/chapter-001.xhtml') ?? ''), 'id');
		expect(ids.map(({ attributes }) => attributes.id)).toEqual(
			expect.arrayContaining(['heading-0', 'heading-2'])
		);
	});

	it('puts chapters below their part', () => {
		const titled = (title: string, level: number) =>
			chapterOf([], { title: { original: title, translation: '' }, level });
		const book = bookOf([titled('Del', 1), titled('Ett', 2), titled('Två', 2), titled('', 1)]);
		const nav = named(tagsIn(written(book).get('EPUB/nav.xhtml') ?? ''), 'a');
		expect(
			nav.map(({ text, within }) => [text, within.filter((one) => one === 'ol').length])
		).toEqual([
			['Del', 1],
			['Ett', 2],
			['Två', 2],
			['Untitled 4', 1]
		]);
	});

	it('is in the original alone where translations are notes', () => {
		const nav = written(bookOfRows(bookRow({})), options('notes')).get('EPUB/nav.xhtml') ?? '';
		expect(nav).not.toContain('The way home');
	});
});

describe('a chapter', () => {
	it('says in words where a run begins whose work it is, and at each row for programs', () => {
		const tags = tagsIn(
			chapterOne(
				bookOfRows(
					bookRow({}),
					bookRow({}),
					bookRow({ by: person }),
					bookRow({ translation: null }),
					bookRow({ more: { by: { ...person, revised: '2026-02-01' } } })
				)
			)
		);
		expect(withAttribute(tags, 'class', 'by').map(({ text }) => text)).toEqual([
			...['AI draft by A model', 'Translated by Ada Ek', 'No translation yet.'],
			'AI draft by A model'
		]);
		const rows = withAttribute(tags, 'class', 'row');
		expect(rows.map(({ attributes }) => attributes['data-origin'])).toEqual([
			...['ai', 'ai', 'human', 'none', 'human']
		]);
		expect(rows.at(-1)?.attributes['data-revised']).toBe('2026-02-01');
	});

	it.each(layouts)('marks the language of every paragraph, twice: %s', (layout) => {
		const tags = tagsIn(
			chapterOne(
				bookOfRows(
					bookRow({ shape: { kind: 'heading', level: 2 } }),
					bookRow({ shape: { kind: 'quote' } }),
					bookRow({ shape: { kind: 'list-item' } }),
					bookRow({})
				),
				options(layout)
			)
		);
		const paragraphs = tags.filter(({ name }) => /^(?:p|h\d|blockquote|td|aside)$/.test(name));
		for (const { attributes, within } of paragraphs.filter(
			({ within }) => !within.includes('aside')
		))
			expect([attributes.lang, within.length > 0]).toEqual([attributes['xml:lang'], true]);
		expect(paragraphs.some(({ attributes }) => attributes.lang === 'en')).toBe(true);
		expect(paragraphs.some(({ attributes }) => attributes.lang === 'sv')).toBe(true);
	});

	it('puts the side first that is asked for', () => {
		const order = (first: 'original' | 'translation') => {
			const text = chapterOne(bookOfRows(bookRow({})), options('stacked', first));
			return text.indexOf('Ett.') < text.indexOf('One.') ? 'original' : 'translation';
		};
		expect(sidesFirst.map(order)).toEqual(sidesFirst);
	});

	it('has one table of two columns where it is set in columns', () => {
		const book = bookOfRows(bookRow({}), bookRow({ translation: null }), bookRow({}));
		const tags = tagsIn(chapterOne(book, options('columns')));
		expect(named(tags, 'table')).toHaveLength(1);
		expect(named(tags, 'td')).toHaveLength(6);
		expect(named(tags, 'th').map(({ text }) => text)).toEqual(['Swedish', 'English']);
	});

	it('has each heading once among its headings', () => {
		const row = bookRow({
			shape: { kind: 'heading', level: 3 },
			original: 'Hav',
			translation: 'Sea'
		});
		for (const layout of layouts) {
			const tags = tagsIn(chapterOne(bookOfRows(row), options(layout)));
			expect(named(tags, 'h3').map(({ text }) => text.replace(/en$/, ''))).toEqual(['Hav']);
		}
	});

	it('does not repeat a title that its first heading is', () => {
		const row = bookRow({ shape: { kind: 'heading', level: 2 }, original: 'Vägen hem' });
		const tags = tagsIn(chapterOne(bookOfRows(row, bookRow({}))));
		expect(named(tags, 'h1').map(({ text }) => text)).toEqual(['Vägen hem']);
	});

	it('keeps emphasis, links and the lines of verse', () => {
		const text = chapterOne(
			bookOfRows(bookRow({ original: '*Ro* **nu**\\\n[hem](https://exempel.se/å b "x")' }))
		);
		expect(text).toContain('class="original lines"');
		expect(text).toContain('<em>Ro</em> <strong>nu</strong><br/>');
		const linked = chapterOne(bookOfRows(bookRow({ original: '[hem](https://exempel.se/å|b)' })));
		expect(linked).toContain('<a href="https://exempel.se/%C3%A5%7Cb">hem</a>');
	});

	it('puts list items that follow each other in one list', () => {
		const item = bookRow({ shape: { kind: 'list-item' } });
		const tags = tagsIn(chapterOne(bookOfRows(item, item, bookRow({}), item)));
		expect(named(tags, 'ul')).toHaveLength(2);
		expect(named(tags, 'li')).toHaveLength(3);
	});

	it('shows a picture with its alt text, once, and its caption in both languages', () => {
		const shape = { kind: 'caption', credit: 'Foto: Bo', picture: pixel.name } as const;
		const row = bookRow({ shape, original: 'En båt.', translation: 'A boat.' });
		const book = { ...bookOfRows(row, bookRow({ shape, original: '' })), pictures: [pixel] };
		const tags = tagsIn(chapterOne(book));
		expect(named(tags, 'img').map(({ attributes }) => attributes)).toEqual([
			{ src: 'pictures/001.png', alt: 'En båt' },
			{ src: 'pictures/001.png', alt: 'En båt' }
		]);
		expect(withAttribute(tags, 'class', 'original caption')[0]?.text).toBe('En båt. Foto: Bo');
	});

	it('prints the translator’s note, and that an original has changed', () => {
		const row = bookRow({ more: { note: 'Läses två.', stale: true } });
		const text = chapterOne(bookOfRows(row));
		expect(text).toContain('Translator’s note: Läses två.');
		expect(text).toContain('The original has changed.');
	});
});

describe('notes', () => {
	const book = bookOfRows(
		bookRow({ original: 'Ett.[^1] Igen.[^1] Ingen.[^9]', translation: 'One.[^1]' }),
		note('1', 'Noten.', 'The note.'),
		note('1', 'Mer av noten.', 'More of the note.'),
		note('2', 'Ensam not.', null)
	);
	const tags = tagsIn(chapterOne(book));
	const asides = named(tags, 'aside');

	it('are footnotes of each language, with the link back first', () => {
		expect(asides.map(({ text, attributes }) => [attributes.lang, text])).toEqual([
			['sv', '1 Noten.Mer av noten.'],
			['en', '1 The note.More of the note.'],
			['sv', '2 Ensam not.']
		]);
		for (const { attributes } of asides)
			expect(attributes).toMatchObject({ 'epub:type': 'footnote', role: 'doc-footnote' });
		expect(chapterOne(book)).toMatch(/<aside [^>]*><p [^>]*><a role="doc-backlink" [^>]*>1<\/a> /);
	});

	it('are referred to in their language, and every link leads somewhere', () => {
		const references = withAttribute(tags, 'role', 'doc-noteref');
		expect(references.map(({ attributes }) => attributes.href)).toEqual([
			...['#note-o-1', '#note-o-1', '#note-t-1']
		]);
		const ids = withAttribute(tags, 'id').map(({ attributes }) => attributes.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { attributes } of named(tags, 'a')) expect(ids).toContain(attributes.href?.slice(1));
		expect(chapterOne(book)).toContain('Ingen.<sup>9</sup>');
	});

	it('hold the translation where it opens over the page: one note for every paragraph', () => {
		const popups = tagsIn(chapterOne(book, options('notes')));
		const found = named(popups, 'aside').map(({ text }) => text);
		expect(found).toEqual([
			'1 Noten.Mer av noten.The note.More of the note.AI draft by A model',
			'2 Ensam not.No translation yet.',
			'en The way home',
			'en One.1AI draft by A model'
		]);
		const hrefs = named(popups, 'a').map(({ attributes }) => attributes.href?.slice(1));
		const ids = withAttribute(popups, 'id').map(({ attributes }) => attributes.id);
		expect(hrefs.filter((href) => !ids.includes(href))).toEqual([]);
	});

	it('hold the translation of the paragraph about a text too, and its authors are in its language', () => {
		const about = { original: 'Om vägen.', translation: 'On the road.' };
		const chapter = chapterOf([bookRow({})], { about, authors: 'Bo Ek', lines: ['By AI'] });
		const tags = tagsIn(chapterOne(bookOf([chapter]), options('notes')));
		expect(named(tags, 'aside').map(({ text }) => text)).toContain('en On the road.');
		expect(named(tags, 'p').filter(({ attributes }) => attributes.class === 'by')).toMatchObject([
			{ text: 'Bo Ek', attributes: { lang: 'sv' } },
			{ text: 'By AI', attributes: { lang: 'en' } },
			{ text: 'AI draft by A model' }
		]);
	});

	it('are cut where Kobo would not open them, between words', () => {
		const long = Array.from({ length: 3000 }, (_, at) => `ord${at}`).join(' ');
		const row = bookRow({ original: 'Långt.', translation: long });
		const found = named(tagsIn(chapterOne(bookOfRows(row), options('notes'))), 'aside');
		const words = found.slice(1).map(({ text }) => text.replace(/^en(?: \d)? /, ''));
		expect(words.length).toBeGreaterThan(3);
		for (const text of words) expect(text.length).toBeLessThan(5000);
		expect(words.map((text) => text.replace(/AI draft by A model$/, '')).join('')).toBe(long);
	});
});
