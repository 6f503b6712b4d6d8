/** Whose words a note is, and what else is to be known of it: in every format and layout. */
import { describe, expect, it } from 'vitest';
import type { BilingualBook, BookRow, Layout } from './bilingualBook';
import { ai, bookOfRows, bookRow, filesIn, options, person, tagsIn } from './book.fixture';
import { writeDocx } from './docx';
import { writeEpub } from './epub';
import { saidAt } from './said';

const noteRow = (marker: string, more: Parameters<typeof bookRow>[0] = {}): BookRow =>
	bookRow({
		...{ shape: { kind: 'footnote', marker }, original: 'Noten.', translation: 'The note.' },
		...more
	});
const [byAi, byPerson] = ['AI draft by A model', 'Translated by Ada Ek'];

describe('whose work a row’s translation is', () => {
	it('is said where a run begins, and again in every note where several translated', () => {
		const rows = [bookRow({ by: person }), bookRow({}), noteRow('1'), noteRow('2')];
		expect(saidAt(rows, 'stacked')).toEqual([byPerson, byAi, byAi, byAi]);
	});

	it('is said once where one translated all, whatever has no translation', () => {
		const rows = [bookRow({}), bookRow({ translation: null }), bookRow({}), noteRow('1')];
		expect(saidAt(rows, 'columns')).toEqual([byAi, 'No translation yet.', byAi, '']);
	});

	it('is said in every note where notes open over the page', () => {
		expect(saidAt([bookRow({}), noteRow('1'), noteRow('2')], 'notes')).toEqual([byAi, byAi, byAi]);
	});

	it('is said once in a note of several paragraphs, unless they are by different translators', () => {
		const rows = [noteRow('1'), noteRow('1'), noteRow('1', { by: person })];
		expect(saidAt(rows, 'notes')).toEqual([byAi, '', byPerson]);
	});
});

const stale = { note: 'Läses två.', stale: true };
const remarks = 'The original has changed.Translator’s note: Läses två.';

/** Returns the words of each note. */
const notesOf = {
	epub: (book: BilingualBook, layout: Layout) =>
		tagsIn(filesIn(writeEpub(book, options(layout))).get('EPUB/chapter-001.xhtml') ?? '')
			.filter(({ name }) => name === 'aside')
			.map(({ text }) => text),
	docx: (book: BilingualBook, layout: Layout) =>
		tagsIn(filesIn(writeDocx(book, options(layout))).get('word/footnotes.xml') ?? '')
			.filter(({ name }) => name === 'w:footnote')
			.map(({ text }) => text.trim())
};

describe.each(['epub', 'docx'] as const)('a footnote in %s', (format) => {
	const book = bookOfRows(
		bookRow({ original: 'Ett.[^1]', translation: 'One.[^1]', by: person }),
		noteRow('1', { by: ai, more: stale })
	);
	it.each(['stacked', 'columns', 'notes'] as const)(
		'says whose its translation is, that the original has changed, and the translator’s note (%s)',
		(layout) => {
			const [translation] = notesOf[format](book, layout).filter((text) =>
				text.includes('The note.')
			);
			expect(translation).toMatch(new RegExp(`The note\\.${byAi}${remarks}$`));
		}
	);
});

it('a translation that is a footnote of a DOCX has what is to be known of it', () => {
	const notes = notesOf.docx(bookOfRows(bookRow({ more: stale })), 'notes');
	expect(notes).toContain(`One.${byAi}${remarks}`);
});

it.each(['epub', 'docx'] as const)(
	'a paragraph on one side alone stands in the text with what is said of it (%s)',
	(format) => {
		const book = bookOfRows(
			bookRow({ original: null, more: stale }),
			bookRow({ original: 'Två.', translation: null })
		);
		const written = { epub: writeEpub, docx: writeDocx }[format](book, options('notes'));
		const part = { epub: 'EPUB/chapter-001.xhtml', docx: 'word/document.xml' }[format];
		const text = tagsIn(filesIn(written).get(part) ?? '').at(-1)?.text ?? '';
		expect(text).toContain(`${byAi}One.${remarks}Två.No translation yet.`);
	}
);
