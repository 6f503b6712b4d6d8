import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runSteps } from '../steps';
import { plain } from '../text/inline';
import { assembleSteps } from './assemble';
import type { Book } from './book';
import { entry, flow, flowBlock, heading, note } from './flow.fixture';
import type { Flow, FlowBlock, FlowNote } from './flow';
import { flowWords } from './flowWords';

function bookOf(from: Flow): Book {
	const made = runSteps(assembleSteps(from, 'sv'));
	if (!made.ok) throw new Error(made.failure.kind);
	return made.value;
}

const shown = ({ chapters }: Book) =>
	chapters.map(({ title, level, blocks }) => [level, title, blocks.map(({ text }) => text)]);

const long = 'ord '.repeat(400).trim();

describe('chapters', () => {
	test('are cut by the contents, several in one file', () => {
		const book = bookOf(
			flow(
				[
					heading('Ett', 1, 'a.xhtml', 'a.xhtml#ett'),
					flowBlock('Första.'),
					heading('Två', 1, 'a.xhtml#tva'),
					flowBlock('Andra.')
				],
				{ contents: [entry('Ett', 'a.xhtml#ett'), entry('TVÅ', 'a.xhtml#tva')] }
			)
		);
		expect(shown(book)).toEqual([
			[1, 'Ett', ['Första.']],
			[1, 'Två', ['Andra.']]
		]);
	});

	test('may go on over several files', () => {
		const book = bookOf(
			flow(
				[
					heading('Ett', 1, 'a'),
					flowBlock('Början.'),
					flowBlock('Slutet.', { kind: 'paragraph' }, ['b']),
					heading('Två', 1, 'c'),
					flowBlock('Andra.')
				],
				{ contents: [entry('Ett', 'a'), entry('Två', 'c')] }
			)
		);
		expect(shown(book)[0]).toEqual([1, 'Ett', ['Början.', 'Slutet.']]);
	});

	test('stand below their part, also where its entry leads nowhere', () => {
		const book = bookOf(
			flow(
				[
					heading('Första delen', 1, 'del'),
					heading('Ett', 2, 'a'),
					flowBlock(long),
					heading('Två', 2, 'b'),
					flowBlock(long)
				],
				{ contents: [entry('Första delen'), entry('Ett', 'a', 2), entry('Två', 'b', 2)] }
			)
		);
		expect(book.chapters.map(({ title, level }) => [title, level])).toEqual([
			['', 1],
			['Första delen', 1],
			['Ett', 2],
			['Två', 2]
		]);
	});

	test('begin after the heading of their part, where both entries lead to it', () => {
		const book = bookOf(
			flow(
				[
					heading('Första delen', 1, 'a'),
					heading('Ett', 2),
					flowBlock(long),
					heading('Andra delen', 1, 'b'),
					heading('Två', 2, 'c'),
					flowBlock(long)
				],
				{
					contents: [
						entry('Första delen', 'a'),
						entry('Ett', 'a', 2),
						entry('Andra delen', 'b'),
						entry('Två', 'c', 2)
					]
				}
			)
		);
		expect(shown(book)).toEqual([
			[1, 'Första delen', []],
			[2, 'Ett', [long]],
			[1, 'Andra delen', []],
			[2, 'Två', [long]]
		]);
	});

	test('keep sections as headings, with the level of the contents', () => {
		const book = bookOf(
			flow(
				[
					heading('Kapitel', 1, 'a'),
					flowBlock(long),
					heading('Avsnitt', 1, 'a#1'),
					flowBlock('Kort.'),
					heading('Nästa', 1, 'b'),
					flowBlock('Text.')
				],
				{ contents: [entry('Kapitel', 'a'), entry('Avsnitt', 'a#1', 2), entry('Nästa', 'b')] }
			)
		);
		expect(book.chapters.map(({ title }) => title)).toEqual(['Kapitel', 'Nästa']);
		expect(book.chapters[0]?.blocks[1]).toMatchObject({
			kind: 'heading',
			level: 2,
			text: 'Avsnitt'
		});
	});

	test('are cut by headings in a book without contents; a single one above them is its title', () => {
		const book = bookOf(
			flow([
				heading('Boken', 1),
				heading('Ett', 2),
				flowBlock('Första.'),
				heading('Två', 2),
				flowBlock('Andra.')
			])
		);
		expect(shown(book)).toEqual([
			[1, '', ['Boken']],
			[1, 'Ett', ['Första.']],
			[1, 'Två', ['Andra.']]
		]);
	});

	test('have a title of several lines', () => {
		const book = bookOf(
			flow(
				[
					heading('Kapitel 1', 1, 'a'),
					heading('Hemma', 2),
					flowBlock('Text.'),
					heading('Kapitel 2', 1, 'b'),
					flowBlock('Mer.')
				],
				{ contents: [entry('Kapitel 1: Hemma', 'a'), entry('Kapitel 2', 'b')] }
			)
		);
		expect(shown(book)[0]).toEqual([1, 'Kapitel 1. Hemma', ['Text.']]);
	});

	test('whose contents are in another order than the text follow the text', () => {
		const blocks = [
			heading('Ett', 1, 'a'),
			flowBlock('1.'),
			heading('Två', 1, 'b'),
			flowBlock('2.')
		];
		const book = bookOf(flow(blocks, { contents: [entry('Två', 'b'), entry('Ett', 'a')] }));
		expect(book.chapters.map(({ title }) => title)).toEqual(['Ett', 'Två']);
	});
});

describe('notes', () => {
	const two = [
		heading('Ett', 1, 'a'),
		flowBlock('Ord{n1} och ord{n2}.'),
		heading('Två', 1, 'b'),
		flowBlock('Ord{n3}, som förr{n1}.')
	];

	test('have numbers that no other note of the book has, and stand last in their chapter', () => {
		const notes = [
			note('n1', 2, 'Ena.'),
			note('n2', 2, 'Andra.'),
			note('n3', 4, 'Tredje.', 'Mer.')
		];
		const book = bookOf(flow(two, { notes }));
		expect(shown(book).map(([, , texts]) => texts)).toEqual([
			['Ord[^1] och ord[^2].', 'Ena.', 'Andra.'],
			['Ord[^3], som förr[^4].', 'Tredje.\\\nMer.', 'Ena.']
		]);
	});

	test('without a reference are kept and named', () => {
		const book = bookOf(flow([...two], { notes: [note('lös', 1, 'Lös.')] }));
		expect(book.chapters[0]?.blocks.at(-1)).toMatchObject({ kind: 'footnote', text: 'Lös.' });
		expect(book.notices).toContainEqual({ kind: 'loose-notes', count: 1 });
	});

	test('to which only themselves or each other refer are kept, each once', () => {
		const notes = [
			note('n0', 1, 'Se{n0}.'),
			note('n1', 1, 'Första{n2}.'),
			note('n2', 3, 'Andra{n1}.'),
			note('n3', 1, 'Tredje{n4}.'),
			note('n4', 3, 'Fjärde.')
		];
		const book = bookOf(flow([heading('A'), flowBlock('Text.'), heading('B')], { notes }));
		const texts = book.chapters.flatMap(({ blocks }) => blocks.map(({ text }) => plain(text)));
		expect(texts.toSorted()).toEqual(['Andra.', 'Fjärde.', 'Första.', 'Se.', 'Text.', 'Tredje.']);
		expect(book.notices).toEqual([{ kind: 'loose-notes', count: 3 }]);
	});

	test('stand where the text refers to them, not where left-out text does', () => {
		const title: FlowBlock = { ...flowBlock('Boken{n1}, {n2}'), reason: 'repeated-title' };
		const blocks = [title, heading('Ett', 1, 'a'), flowBlock('Ord{n1}.'), heading('Två', 1, 'b')];
		const contents = [entry('Ett', 'a'), entry('Två', 'b')];
		const notes = [note('n1', 4, 'Ena.'), note('n2', 4, 'Andra.')];
		expect(shown(bookOf(flow(blocks, { notes, contents })))).toEqual([
			[1, '', ['Andra.']],
			[1, 'Ett', ['Ord[^2].', 'Ena.']],
			[1, 'Två', []]
		]);
	});

	test('with one key are both kept', () => {
		const notes = [note('n1', 1, 'Ena.'), note('n1', 1, 'Andra.')];
		const book = bookOf(flow([flowBlock('Ord{n1}.')], { notes }));
		expect(shown(book)).toEqual([[1, '', ['Ord[^1].', 'Ena.', 'Andra.']]]);
	});

	test('that the file does not have leave no reference', () => {
		expect(shown(bookOf(flow([flowBlock('Ord{borta} och ord.')])))).toEqual([
			[1, '', ['Ord och ord.']]
		]);
	});

	test('have their pictures before them, and list what is left out of them', () => {
		const bytes = () => new Uint8Array([0xff, 0xd8, 1]);
		const picture = (name: string, alt: string) =>
			flowBlock('', { kind: 'picture', picture: name, alt });
		const notes: FlowNote[] = [
			{
				key: 'n1',
				before: 1,
				blocks: [
					flowBlock('Se bilden.'),
					picture('p', 'Ett hus'),
					{ ...flowBlock('17'), reason: 'page-number' },
					flowBlock('Mer.'),
					picture('borta', 'En båt')
				]
			},
			{ key: 'n2', before: 1, blocks: [picture('p', 'Ett hus')] },
			{ key: 'n3', before: 1, blocks: [picture('p', '')] }
		];
		const book = bookOf(
			flow([flowBlock('Ord{n1}, ord{n2}, ord{n3}.')], {
				notes,
				pictures: new Map([['p', { type: 'image/jpeg', bytes }]])
			})
		);
		expect(book.chapters[0]?.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
			'paragraph Ord[^1], ord[^2], ord[^3].',
			'caption Ett hus',
			'caption Ett hus',
			'caption ',
			'footnote Se bilden.\\\nMer.',
			'footnote Ett hus',
			'footnote …'
		]);
		expect(book.leftOut).toMatchObject([
			{ text: '17', reason: 'page-number', chapter: 0 },
			{ text: 'En båt', reason: 'picture', chapter: 0 }
		]);
	});
});

describe('a line of marks', () => {
	const between = (...blocks: readonly FlowBlock[]) =>
		shown(bookOf(flow([flowBlock('En.'), ...blocks, flowBlock('Två.')])))[0]?.[2];
	const pageNumber: FlowBlock = { ...flowBlock('17'), reason: 'page-number' };

	test('is a scene break beside what is left out', () => {
		expect(between(pageNumber, flowBlock('***'), pageNumber)).toEqual(['En.', '* * *', 'Två.']);
	});

	test('is one scene break in several lines', () => {
		expect(between(flowBlock('*'), flowBlock('* *'), flowBlock('*'))).toEqual([
			'En.',
			'* * *',
			'Två.'
		]);
	});

	test('is none at the border of a chapter, whose title may be a paragraph', () => {
		const blocks = [
			flowBlock('Ett', { kind: 'paragraph' }, ['a']),
			flowBlock('***'),
			flowBlock('En.'),
			flowBlock('***'),
			flowBlock('Två', { kind: 'paragraph' }, ['b']),
			flowBlock('Mer.')
		];
		const book = bookOf(flow(blocks, { contents: [entry('Ett', 'a'), entry('Två', 'b')] }));
		expect(shown(book).map(([, , texts]) => texts)).toEqual([['En.'], ['Mer.']]);
		expect(book.leftOut).toHaveLength(2);
	});
});

test('a line of marks between paragraphs is a scene break; beside a heading it is left out', () => {
	const book = bookOf(
		flow([
			heading('Ett'),
			flowBlock('***'),
			flowBlock('En.'),
			flowBlock('~'),
			flowBlock('Två.'),
			heading('Två')
		])
	);
	expect(shown(book)[0]?.[2]).toEqual(['En.', '* * *', 'Två.']);
	expect(book.leftOut).toMatchObject([{ reason: 'ornament', chapter: 0, before: 0 }]);
});

test('a picture is a caption with the picture’s name; equal pictures are kept once', () => {
	const bytes = () => new Uint8Array([0xff, 0xd8, 1]);
	const picture = (alt: string, text = '') =>
		flowBlock(text, { kind: 'picture', picture: 'p', alt });
	const book = bookOf(
		flow([flowBlock('Text.'), picture('Ett hus'), picture('', 'Huset.')], {
			pictures: new Map([['p', { type: 'image/jpeg', bytes }]])
		})
	);
	expect(book.pictures).toHaveLength(1);
	expect(book.chapters[0]?.blocks.slice(1)).toMatchObject([
		{ kind: 'caption', picture: book.pictures[0]?.name, text: 'Ett hus' },
		{ kind: 'caption', picture: book.pictures[0]?.name, text: 'Huset.' }
	]);
});

test('a picture that the file does not have is left out, with its words', () => {
	const shape = { kind: 'picture', picture: 'p', alt: 'Ett hus' } as const;
	const book = bookOf(flow([flowBlock('Text.'), flowBlock('', shape)]));
	expect(book.leftOut).toMatchObject([{ text: 'Ett hus', reason: 'picture' }]);
});

const anyBlock = fc.record({
	text: fc.array(fc.constantFrom('ett', 'två', '*', '{n1}', '{n2}', 'Ord.'), { maxLength: 4 }),
	shape: fc.constantFrom('heading', 'paragraph', 'quote'),
	level: fc.nat({ max: 3 }),
	anchor: fc.nat({ max: 6 })
});
const anyEntry = fc.record({
	title: fc.constantFrom('ett', 'två', 'ett två', 'Ord.'),
	target: fc.option(fc.nat({ max: 6 }).map(String)),
	level: fc.integer({ min: 1, max: 3 })
});

describe('a chapter', () => {
	const english = 'The ship was at sea for a week, and the captain was not seen by any of the men.';
	const swedish =
		'Skeppet var till sjöss i en vecka, och kaptenen syntes inte till av någon av dem.';
	const langs = (...said: readonly (readonly [string, string | null])[]) =>
		bookOf(
			flow([
				heading('Ett'),
				flowBlock(swedish),
				heading('Två'),
				...said.map(([text, lang]) => ({ ...flowBlock(text), lang }))
			])
		).chapters.map(({ lang }) => lang);

	test('has the language that the file says of nearly all its words', () => {
		expect(langs([english, 'EN_GB'])).toEqual([undefined, 'en']);
		const many = Array.from({ length: 20 }, () => [english, 'en'] as const);
		expect(langs(...many, ['Ja.', null])).toEqual([undefined, 'en']);
	});

	test('has the book’s where it is in several, or looks like the book’s', () => {
		expect(langs([english, 'en'], [swedish, null])).toEqual([undefined, undefined]);
		expect(langs([swedish, 'en'])).toEqual([undefined, undefined]);
		expect(langs([swedish, 'sv-FI'])).toEqual([undefined, undefined]);
	});
});

test('a picture that is left out is listed by its words, or by its name', () => {
	const picture = (alt: string): FlowBlock => ({
		...flowBlock('', { kind: 'picture', picture: 'märke.png', alt }),
		reason: 'front-matter'
	});
	const book = bookOf(flow([picture('Ett *hus*'), picture(''), flowBlock('Text.')]));
	expect(book.leftOut.map(({ text }) => plain(text))).toEqual(['Ett *hus*', 'märke.png']);
});

test('law: every word is in a title, a block or what is left out', () => {
	fc.assert(
		fc.property(fc.array(anyBlock, { minLength: 1 }), fc.array(anyEntry), (all, contents) => {
			const blocks = all.map(({ text, shape, level, anchor }) =>
				flowBlock(
					text.join(' '),
					shape === 'heading' ? { kind: 'heading', level: level + 1 } : { kind: shape as 'quote' },
					[String(anchor)]
				)
			);
			const notes = [
				note('n1', 0, 'Not ett.'),
				note('n3', 2, 'Not tre{n4}.'),
				note('n4', 9, 'Not{n3} tre.'),
				note('n3', 1, 'Not tre.')
			];
			const book = bookOf(flow(blocks, { contents, notes }));
			const there = [
				...book.chapters.flatMap(({ title, blocks }) => [
					title,
					...blocks.map(({ text }) => plain(text))
				]),
				...book.leftOut.map(({ text }) => plain(text))
			];
			const wanted = [...blocks, ...notes.flatMap((one) => one.blocks)].map(({ inline }) =>
				flowWords(inline)
			);
			const count = (texts: readonly string[], word: string) =>
				texts.join(' ').match(new RegExp(word, 'gi'))?.length ?? 0;
			for (const word of ['ett', 'två', 'Ord', 'tre'])
				expect(count(there, word)).toBeGreaterThanOrEqual(count(wanted, word));
		})
	);
});
