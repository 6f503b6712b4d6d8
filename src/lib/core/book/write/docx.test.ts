import { expect, it } from 'vitest';
import {
	bookOf,
	bookOfRows,
	bookRow,
	chapterOf,
	filesIn,
	note,
	options,
	pixel,
	tagsIn,
	type Tag
} from './book.fixture';
import type { BilingualBook, Layout } from './bilingualBook';
import { writeDocx } from './docx';

function written(book: BilingualBook, layout: Layout = 'columns') {
	const files = filesIn(writeDocx(book, options(layout)));
	return (name: string): readonly Tag[] => tagsIn(files.get(name) ?? '');
}

const named = (tags: readonly Tag[], name: string) => tags.filter((tag) => tag.name === name);
const values = (tags: readonly Tag[], name: string) =>
	named(tags, name).map(({ attributes }) => attributes['w:val']);

it('has a table of two columns, and the language of each cell', () => {
	const document = written(bookOfRows(bookRow({}), bookRow({ translation: null })))(
		'word/document.xml'
	);
	const cells = named(document, 'w:tc').map(({ text }) => text);
	expect(cells).toEqual([
		...['Swedish', 'English', 'Ett.', 'AI draft by A modelOne.', 'Ett.', 'No translation yet.']
	]);
	expect(named(document, 'w:gridCol')).toHaveLength(2);
	const langs = values(document, 'w:lang');
	expect([langs.filter((lang) => lang === 'sv-SE').length, langs.includes('en-GB')]).toEqual([
		4,
		true
	]);
});

it('has real footnotes in both languages, and below the text those that nothing refers to', () => {
	const read = written(
		bookOfRows(
			bookRow({ original: 'Ett.[^1] Igen.[^1]', translation: 'One.[^1]' }),
			note('1', 'Noten.', 'The note.'),
			note('2', 'Ensam.', 'Alone.')
		)
	);
	const notes = named(read('word/footnotes.xml'), 'w:footnote');
	expect(notes.slice(2).map(({ text }) => text.trim())).toEqual(['Noten.', 'The note.']);
	const document = read('word/document.xml');
	expect(
		named(document, 'w:footnoteReference').map(({ attributes }) => attributes['w:id'])
	).toEqual(notes.slice(2).map(({ attributes }) => attributes['w:id']));
	expect(named(document, 'w:body')[0]?.text).toMatch(/Igen\.1.*Notes2 Ensam\.Alone\./);
});

it('has the translation as footnotes where it is asked for, with whose work each is', () => {
	const read = written(bookOfRows(bookRow({})), 'notes');
	const notes = named(read('word/footnotes.xml'), 'w:footnote').map(({ text }) => text.trim());
	expect(notes.slice(2)).toEqual(['One.AI draft by A model']);
	expect(named(read('word/document.xml'), 'w:body')[0]?.text).not.toContain('One.');
});

it('has headings, quotations and lists by their styles', () => {
	const rows = [
		bookRow({ shape: { kind: 'heading', level: 2 } }),
		bookRow({ shape: { kind: 'quote' } }),
		bookRow({ shape: { kind: 'list-item' } })
	];
	const read = written(bookOf([chapterOf(rows), chapterOf([])]));
	const used = new Set(values(read('word/document.xml'), 'w:pStyle'));
	for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'ListBullet'])
		expect(used).toContain(style);
	const known = named(read('word/styles.xml'), 'w:style').map(
		({ attributes }) => attributes['w:styleId']
	);
	expect([...used].filter((style) => !known.includes(style))).toEqual([]);
});

it.each(['columns', 'stacked', 'notes'] as const)(
	'begins each chapter but the first on a page of its own, with a title or without (%s)',
	(layout) => {
		const title = { original: '', translation: '' };
		const heading = bookRow({ shape: { kind: 'heading', level: 1 }, original: 'Vägen hem' });
		const chapters = [chapterOf([]), chapterOf([heading]), chapterOf([bookRow({})], { title })];
		const document = written(bookOf(chapters), layout)('word/document.xml');
		const breaks = named(document, 'w:pageBreakBefore');
		expect(breaks).toHaveLength(2);
		expect(breaks.every(({ within }) => !within.includes('w:tbl'))).toBe(true);
	}
);

it('knows the type of every picture, and shows the cover before the title', () => {
	const pictures = (['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const).map(
		(type) => ({ ...pixel, type, name: type })
	);
	const rows = pictures.map(({ name }) =>
		bookRow({ shape: { kind: 'caption', picture: name } as const })
	);
	const book = { ...bookOfRows(...rows), pictures, cover: 'image/png' };
	const files = filesIn(writeDocx(book, options('columns')));
	const known = named(tagsIn(files.get('[Content_Types].xml') ?? ''), 'Default').map(
		({ attributes }) => attributes.Extension
	);
	const endings = [...files.keys()].flatMap((name) =>
		name.startsWith('word/media/') ? [name.replace(/.*\./, '')] : []
	);
	expect(endings).toHaveLength(4);
	expect(endings.filter((ending) => !known.includes(ending))).toEqual([]);
	const document = files.get('word/document.xml') ?? '';
	expect(document.indexOf('<w:drawing>')).toBeLessThan(document.indexOf('Vägen hem'));
});

it('has relations for links and pictures, and core properties', () => {
	const shape = { kind: 'caption', picture: pixel.name } as const;
	const row = bookRow({ shape, original: '[En båt](https://exempel.se/?a=1&b=2)' });
	const read = written({ ...bookOfRows(row), pictures: [pixel] });
	const relations = named(read('word/_rels/document.xml.rels'), 'Relationship');
	const targets = relations.map(({ attributes }) => attributes.Target);
	expect(targets).toEqual(expect.arrayContaining(['https://exempel.se/?a=1&b=2', 'media/001.png']));
	const document = read('word/document.xml');
	expect(named(document, 'wp:docPr')[0]?.attributes.descr).toBe('En båt');
	const core = read('docProps/core.xml');
	expect(named(core, 'dc:creator')[0]?.text).toBe('Bo Ek');
	expect(named(core, 'dc:language')[0]?.text).toBe('sv, en');
	expect(named(core, 'dcterms:modified')[0]?.text).toBe('2026-01-03T00:00:00Z');
});
