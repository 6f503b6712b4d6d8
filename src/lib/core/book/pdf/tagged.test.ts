import { expect, test } from 'vitest';
import type { PdfElement, PdfStructure } from './document';
import { at, documentOf, outcome, page, picture, readPdf } from './pages.fixture';

const element = (
	role: string,
	children: readonly PdfStructure[],
	alt: string | null = null
): PdfElement => ({
	role,
	alt,
	lang: null,
	children
});
const words = (content: string): PdfStructure => ({ content });
const root = (...children: readonly PdfStructure[]) => element('Document', children);

test('elements give the kinds of blocks, in the order of the structure', async () => {
	const items = [
		at(50, 140, 'Ett stycke', { content: 'b' }),
		at(50, 100, 'Rubriken', { content: 'a' }),
		at(70, 180, 'Ett citat', { content: 'c' }),
		at(50, 220, '•', { content: 'd' }),
		at(60, 220, 'En punkt', { content: 'e' }),
		at(50, 260, 'Första', { content: 'f' }),
		at(150, 260, 'Andra', { content: 'g' })
	];
	const structure = root(
		element('H2', [words('a')]),
		element('P', [element('Span', [words('b')])]),
		element('BlockQuote', [element('P', [words('c')])]),
		element('L', [
			element('LI', [element('Lbl', [words('d')]), element('LBody', [element('P', [words('e')])])])
		]),
		element('Table', [
			element('TR', [element('TD', [words('f')]), element('TD', [element('P', [words('g')])])])
		]),
		element('Figure', [], 'En bild av staden')
	);
	expect(await outcome([page(items, structure)])).toEqual([
		'heading 2: Rubriken',
		'paragraph: Ett stycke',
		'quote: Ett citat',
		'list-item: En punkt',
		'paragraph: | Första | Andra |',
		'(picture) En bild av staden'
	]);
});

test('an artifact is left out, a list of contents too', async () => {
	const items = [
		at(50, 40, 'Boken', { artifact: true }),
		at(50, 100, 'Kapitel ett 5', { content: 'a' }),
		at(50, 140, 'Text', { content: 'b' })
	];
	const structure = root(
		element('TOC', [element('TOCI', [words('a')])]),
		element('P', [words('b')])
	);
	expect(await outcome([page(items, structure)])).toEqual([
		'(contents) Kapitel ett 5',
		'paragraph: Text',
		'(running-head) Boken'
	]);
});

test('a note is tied to the raised number of its page', async () => {
	const items = [
		at(50, 100, 'Ett ord', { content: 'a' }),
		at(85, 96, '3', { size: 6, content: 'b' }),
		at(92, 100, 'till', { content: 'c' }),
		at(50, 500, '3', { size: 8, content: 'd' }),
		at(56, 500, 'Noten', { size: 8, content: 'e' })
	];
	const structure = root(
		element('P', [words('a'), element('Link', [words('b')]), words('c')]),
		element('Note', [element('P', [words('d'), words('e')])])
	);
	expect(await outcome([page(items, structure)])).toEqual([
		'paragraph: Ett ord[^note-1] till',
		'note-1: Noten'
	]);
});

test.each([
	['i en bok om staden.', 'i en bok om staden.'],
	['vi var där.', 'vi var där.'],
	['1900-talet var långt.', '1900-talet var långt.'],
	['3 mars kom brevet.', 'mars kom brevet.'],
	['12. Se boken.', 'Se boken.'],
	['iv. Se boken.', 'Se boken.'],
	['[3] Se boken.', 'Se boken.'],
	['[xii]. Se boken.', 'Se boken.'],
	['[sic] Se boken.', '[sic] Se boken.']
])('a note that begins “%s” is “%s” without its mark', async (given, expected) => {
	const items = [
		at(50, 100, 'Ett ord', { content: 'a' }),
		at(50, 500, given, { size: 8, content: 'd' })
	];
	const structure = root(element('P', [words('a')]), element('Note', [element('P', [words('d')])]));
	expect((await outcome([page(items, structure)])).at(-1)).toBe(`note-1: ${expected}`);
});

test('a mark that stands apart from the first word is no part of the note', async () => {
	const items = [
		at(50, 100, 'Ett ord', { content: 'a' }),
		at(50, 500, '1', { size: 8, content: 'd' }),
		at(54, 500, 'Över ån', { size: 8, content: 'e' }),
		at(50, 520, 'iv', { size: 8, content: 'f' }),
		at(60, 520, 'Över sjön', { size: 8, content: 'g' })
	];
	const structure = root(
		element('P', [words('a')]),
		element('Note', [element('P', [words('d'), words('e')])]),
		element('Note', [element('P', [element('Lbl', [words('f')]), words('g')])])
	);
	expect((await outcome([page(items, structure)])).slice(1)).toEqual([
		'note-1: Över ån',
		'note-2: Över sjön'
	]);
});

/** A page of text with notes of these words. */
const withNotes = (...notes: readonly string[]) =>
	page(
		[
			at(50, 100, 'Ett ord', { content: 'a' }),
			...notes.map((note, i) => at(50, 500 + i * 20, note, { size: 8, content: `n${i}` }))
		],
		root(
			element('P', [words('a')]),
			...notes.map((_, i) => element('Note', [element('P', [words(`n${i}`)])]))
		)
	);

test('a note without a mark is a note of its own', async () => {
	const notes = async (...pages: Parameters<typeof outcome>[0]) =>
		(await outcome(pages)).filter((line) => line.startsWith('note'));
	expect(await notes(withNotes('a Jfr boken', 'b Se ovan'))).toEqual([
		'note-1: a Jfr boken',
		'note-2: b Se ovan'
	]);
	expect(await notes(withNotes('1. Jfr boken.'), withNotes('Se ovan.'))).toEqual([
		'note-1: Jfr boken.',
		'note-2: Se ovan.'
	]);
	expect(await notes(withNotes('1. Jfr den'), withNotes('gamla boken och', 'b Se'))).toEqual([
		'note-1: Jfr den gamla boken och',
		'note-2: b Se'
	]);
});

test('pictures in a note are kept, and what is said instead of one is left out', async () => {
	const items = [
		at(50, 100, 'Ett ord', { content: 'a' }),
		at(50, 500, '1. Noten går', { size: 8, content: 'd' })
	];
	const structure = root(
		element('P', [words('a')]),
		element('Note', [
			element('Figure', [words('x')], 'En båt'),
			element('P', [words('d')]),
			element('Figure', [words('y')], 'En å')
		])
	);
	const shown = picture('b', 400, { content: 'x' });
	const read = await readPdf(
		documentOf([page(items, structure, [shown]), withNotes('vidare här.')])
	);
	const blocks = read.ok ? read.value.notes.map((note) => note.blocks) : [];
	expect(blocks.map((own) => own.map(({ shape, reason }) => [shape.kind, reason]))).toEqual([
		[
			['picture', null],
			['paragraph', null],
			['caption', 'picture'],
			['paragraph', null]
		]
	]);
	expect(blocks[0]?.[0]?.shape).toEqual({ kind: 'picture', picture: 'b', alt: 'En båt' });
	expect(blocks[0]?.[1]?.inline).toEqual([{ type: 'text', text: 'Noten går' }]);
});

test('a note goes on overleaf with a picture and words', async () => {
	const overleaf = page(
		[at(50, 500, 'sist.', { size: 8, content: 'd' })],
		root(element('Note', [element('Figure', [words('x')]), element('P', [words('d')])])),
		[picture('b', 400, { content: 'x' })]
	);
	const read = await readPdf(documentOf([withNotes('1. Noten går'), overleaf]));
	const [note] = read.ok ? read.value.notes : [];
	expect(note?.blocks.map(({ shape }) => shape.kind)).toEqual([
		'paragraph',
		'picture',
		'paragraph'
	]);
});

test('words that the structure does not hold are read by their place', async () => {
	const items = [
		at(50, 100, 'I strukturen finns många ord, nästan alla', { content: 'a' }),
		at(50, 200, 'utanför')
	];
	const found = await outcome([page(items, root(element('P', [words('a')])))]);
	expect(found).toEqual([
		'paragraph: I strukturen finns många ord, nästan alla',
		'paragraph: utanför'
	]);
});

test('a structure that holds little of a page is not followed, and the page is named', async () => {
	const long = 'ord som inte hör till någon struktur alls '.repeat(4);
	const items = [at(50, 100, long, { wide: 0.2 }), at(50, 112, 'litet', { content: 'a' })];
	const read = await readPdf(documentOf([page(items, root(element('H1', [words('a')])))]));
	expect(read.ok && read.value.notices).toEqual([{ kind: 'doubtful-pages', pages: ['1'] }]);
	expect(read.ok && read.value.blocks.map(({ shape }) => shape.kind)).toEqual(['paragraph']);
});
