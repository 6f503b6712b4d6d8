import { describe, expect, test } from 'vitest';
import type { Imported } from '../import/imported';
import { block } from '../text/block';
import { bookOfText, newPairing } from './newPairing';
import type { OwnBook } from './ownBook';

const paragraph = (text: string) => block({ kind: 'paragraph' }, text);
const heading = (text: string) => block({ kind: 'heading', level: 2 }, text);
const text = (blocks: Imported['article']['blocks'], ...leftOut: string[]): Imported => ({
	article: { lang: 'en', title: 'The Lighthouse', blocks },
	leftOut: leftOut.map((line) => ({ text: line, reason: 'frame', before: 0 })),
	notices: []
});
const book: OwnBook = {
	...{ id: 'fyren', metadata: { lang: 'sv' }, chapters: [], cover: null, pictures: [] },
	...{ addedAt: '2026-11-02T08:00:00.000Z', changedAt: '2026-11-02T08:00:00.000Z' }
};
const pairingOf = (read: Imported) =>
	newPairing(bookOfText(read), book, { id: 'p', name: 'x.txt', now: book.addedAt }).pairing;

describe('a text that is taken as a book', () => {
	const blocks = [heading('One'), paragraph('A.'), heading('Two'), paragraph('B.')];

	test('has the claim of a line that the importer left out', () => {
		const { machine } = pairingOf(text(blocks, 'Produced by volunteers', 'Translated by DeepL'));
		expect(machine).toEqual({ origin: 'machine', name: 'DeepL', certain: true, answer: null });
		const { translator } = pairingOf(text(blocks, 'Translated by Ida Holm'));
		expect(translator).toBe('Ida Holm');
	});

	test('has the claim of a heading that becomes the title of a chapter', () => {
		const { machine } = pairingOf(text([...blocks, heading('Translated by DeepL')]));
		expect(machine).toMatchObject({ name: 'DeepL', certain: true });
	});

	test('has chapters whose titles have no marks', () => {
		const { chapters } = bookOfText(text([heading('*One* \\* 2'), ...blocks]));
		expect(chapters.map(({ title }) => title)).toEqual(['One * 2', 'One', 'Two']);
	});

	test('gives the notes at its end to the chapters that refer to them', () => {
		const note = (marker: string, text: string) => block({ kind: 'footnote', marker }, text);
		const { chapters } = bookOfText(
			text([
				heading('One'),
				paragraph('A.[^1]'),
				heading('Two'),
				paragraph('B.[^2]'),
				note('1', 'First.[^3]'),
				note('2', 'Second.'),
				note('3', 'Third.'),
				note('4', 'Loose.')
			])
		);
		expect(chapters.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
			['A.[^1]', 'First.[^3]', 'Third.'],
			['B.[^2]', 'Second.', 'Loose.']
		]);
	});
});

test('a notice at the end of one long chapter makes the reader be asked about the book', () => {
	const long = (line: string) => ({
		...{ title: '', level: 1 },
		blocks: [
			paragraph('A'),
			paragraph('word '.repeat(500)),
			...['b', 'c', 'd', 'e'].map(paragraph),
			paragraph(line)
		]
	});
	const chapters = [long('f'), long('Translated by DeepL'), long('g'), long('h')];
	const { machine } = newPairing({ metadata: { lang: 'en' }, chapters, leftOut: [] }, book, {
		...{ id: 'p', name: 'x.epub', now: book.addedAt }
	}).pairing;
	expect(machine).toMatchObject({ name: 'DeepL', certain: false });
});
