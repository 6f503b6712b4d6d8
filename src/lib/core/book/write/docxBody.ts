/** The text of a DOCX: title page, and chapters as tables of two columns or as paragraphs. */
import {
	paragraphsOf,
	type BilingualBook,
	type BilingualChapter,
	type BookParagraph,
	type BookRow,
	type Side,
	type WriteOptions
} from './bilingualBook';
import { hasTitleRow, isNote, sidesIn } from './chapterContext';
import { ChapterNotes, type DocxParts, type NoteParagraph } from './docxNotes';
import { pictureXml } from './docxPicture';
import { paragraphXml, runs, textRun } from './docxRuns';
import { bothXml, creditXml, plainText, titlePageXml } from './docxTitlePage';
import { element, empty } from './markup';
import type { NoteGroup } from './noteGroups';
import { chaptersOnOnePage } from './onePage';
import { sidesOf } from './paragraphMarkup';
import { remarksOf, saidAt } from './said';

/** Widths in twentieths of a point: an A4 page with margins of 20 mm. */
const pageWidth = 11_906;
const pageHeight = 16_838;
const margin = 1_134;
const textWidth = pageWidth - 2 * margin;

interface Writing {
	readonly book: BilingualBook;
	readonly chapter: BilingualChapter;
	readonly options: WriteOptions;
	readonly parts: DocxParts;
	readonly notes: ChapterNotes;
	readonly said: readonly string[];
}

export function docxBody(book: BilingualBook, options: WriteOptions, parts: DocxParts): string {
	const chapters = chaptersOnOnePage(book).map((chapter, at) =>
		chapterXml(book, chapter, options, parts, at === 0 ? '' : empty('w:pageBreakBefore'))
	);
	const margins = Object.fromEntries(
		['top', 'right', 'bottom', 'left'].map((side) => [`w:${side}`, margin])
	);
	const section =
		empty('w:pgSz', { 'w:w': pageWidth, 'w:h': pageHeight }) +
		empty('w:pgMar', { ...margins, 'w:header': 567, 'w:footer': 567, 'w:gutter': 0 });
	return [
		coverXml(book, parts),
		titlePageXml(book, options),
		...chapters,
		element('w:sectPr', {}, section)
	].join('');
}

function coverXml({ cover, original: { lang } }: BilingualBook, parts: DocxParts): string {
	const picture = cover === null ? null : parts.picture(cover);
	const shown = picture && pictureXml(picture, textWidth);
	return shown ? paragraphXml('Normal', shown, { lang }) : '';
}

/** `start`: the property of a paragraph that begins a page; empty for the first chapter. */
function chapterXml(
	book: BilingualBook,
	chapter: BilingualChapter,
	options: WriteOptions,
	parts: DocxParts,
	start: string
): string {
	const { rows, title, langs, authors, lines, about } = chapter;
	const said = saidAt(rows, options.layout);
	const inBoth = options.layout === 'notes' && book.translated !== null;
	const noteOn = (group: NoteGroup, side: Side) =>
		group.rows.flatMap((at) => noteParagraphs(book, chapter, options, said, at, side));
	const notes = new ChapterNotes(parts, rows, noteOn, inBoth);
	const writing: Writing = { book, chapter, options, parts, notes, said };
	const titled = hasTitleRow(chapter)
		? ''
		: bothXml(title, langs, options.first, ['Heading1', 'Subtitle'], start);
	// A chapter without a title of its own may begin with a table, which begins no page.
	const head =
		titled === '' && start !== ''
			? paragraphXml('Normal', '', { lang: langs.original, more: start })
			: titled;
	const under = [
		creditXml(book, authors, langs.original),
		...lines.map((line) => creditXml(book, line))
	].join('');
	const paragraph = about ? bothXml(about, langs, options.first, ['Normal', 'Normal']) : '';
	return head + under + paragraph + rowsXml(writing) + leftNotes(writing);
}

/** Returns the paragraphs of a note on one side; on both where the translation opens as a note. */
function noteParagraphs(
	book: BilingualBook,
	chapter: BilingualChapter,
	{ layout }: WriteOptions,
	said: readonly string[],
	at: number,
	side: Side
): readonly NoteParagraph[] {
	const row = chapter.rows[at];
	if (!row) return [];
	const inBoth = layout === 'notes' && side === 'original';
	const sides: readonly Side[] = inBoth ? ['original', 'translation'] : [side];
	const words = sides.flatMap((one) =>
		paragraphsOf(row, one).map(({ inline }) => ({ inline, lang: chapter.langs[one] }))
	);
	return sides.includes('translation')
		? [...words, ...creditNotes(book, row, said[at] ?? '')]
		: words;
}

/** Returns the lines below a note: whose work it is, and what else is to be known of it. */
const creditNotes = (
	{ words }: BilingualBook,
	row: BookRow,
	said: string
): readonly NoteParagraph[] =>
	[said, ...remarksOf(row, words)]
		.filter((line) => line !== '')
		.map((line) => ({ inline: plainText(line), lang: words.lang, style: 'Credit' }));

function rowsXml(writing: Writing): string {
	const { chapter, book, options } = writing;
	const layout = book.translated === null ? 'stacked' : options.layout;
	const numbers = [...chapter.rows.keys()].filter((at) => {
		const row = chapter.rows[at];
		return row && !isNote(row);
	});
	switch (layout) {
		case 'columns':
			return tableXml(writing, numbers);
		case 'stacked':
			return numbers.map((at) => stackedXml(writing, at)).join('');
		case 'notes':
			return numbers.map((at) => withTranslationAsNote(writing, at)).join('');
	}
}

function stackedXml(writing: Writing, at: number): string {
	return sidesIn(writing.book, writing.options)
		.map((side) => around(writing, at, side))
		.join('');
}

/** Writes one side of a row, with whose work it is and what else is to be known of it. */
function around(writing: Writing, at: number, side: Side): string {
	const { book, chapter, said } = writing;
	const words = sideXml(writing, at, side);
	const row = chapter.rows[at];
	if (side === 'original' || !row) return words;
	const remarks = remarksOf(row, book.words).map((remark) => creditXml(book, remark));
	return [creditXml(book, said[at] ?? ''), words, ...remarks].join('');
}

function tableXml(writing: Writing, numbers: readonly number[]): string {
	const { book, chapter, options } = writing;
	if (numbers.length === 0) return '';
	const sides = sidesIn(book, options);
	const width = Math.floor(textWidth / 2);
	const cell = (content: string, lang: string) =>
		element(
			'w:tc',
			{},
			element('w:tcPr', {}, empty('w:tcW', { 'w:w': width, 'w:type': 'dxa' })) +
				(content === '' ? paragraphXml('Normal', '', { lang }) : content)
		);
	const { lang } = book.words;
	const heads = sides.map((side) =>
		cell(paragraphXml('ColumnHead', textRun(chapter.langNames[side], { lang }), { lang }), lang)
	);
	const rows = numbers.map((at) =>
		element(
			'w:tr',
			{},
			sides.map((side) => cell(around(writing, at, side), chapter.langs[side])).join('')
		)
	);
	const properties =
		empty('w:tblW', { 'w:w': width * 2, 'w:type': 'dxa' }) +
		element('w:tblBorders', {}, borders) +
		empty('w:tblLayout', { 'w:type': 'fixed' });
	const columns = empty('w:gridCol', { 'w:w': width }).repeat(2);
	const head = element('w:tr', {}, element('w:trPr', {}, empty('w:tblHeader')) + heads.join(''));
	const table =
		element('w:tblPr', {}, properties) + element('w:tblGrid', {}, columns) + head + rows.join('');
	// Two tables without a paragraph between them become one.
	return element('w:tbl', {}, table) + paragraphXml('Normal', '', { lang });
}

const borders = ['top', 'bottom', 'insideH', 'insideV']
	.map((side) =>
		empty(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BFBFBF' })
	)
	.join('');

/** Writes a row’s original, and its translation as a footnote. */
function withTranslationAsNote(writing: Writing, at: number): string {
	const { book, chapter, parts } = writing;
	const row = chapter.rows[at];
	if (!row) return '';
	const sides = sidesOf(row);
	if (!sides.includes('original') || !sides.includes('translation'))
		return around(writing, at, 'original') + around(writing, at, 'translation');
	const lang = chapter.langs.translation;
	const words = paragraphsOf(row, 'translation').map(({ inline, credit }) => ({
		inline: credit === null ? inline : [...inline, ...plainText(` ${credit}`)],
		lang
	}));
	const note = () =>
		parts.note([...words, ...creditNotes(book, row, row.said)], chapter.langs.original);
	return sideXml(writing, at, 'original', note);
}

/** Writes one side of a row. `after` is written at the end of its last paragraph. */
function sideXml(writing: Writing, at: number, side: Side, after?: () => string): string {
	const row = writing.chapter.rows[at];
	if (!row) return '';
	const paragraphs = paragraphsOf(row, side);
	return paragraphs
		.map((paragraph, nth) => {
			const isLast = nth === paragraphs.length - 1;
			return blockXml(writing, row, paragraph, { side, at, ...(isLast && after && { after }) });
		})
		.join('');
}

interface Place {
	readonly side: Side;
	readonly at: number;
	readonly after?: () => string;
}

function blockXml(writing: Writing, row: BookRow, paragraph: BookParagraph, place: Place): string {
	const { chapter, notes, parts, options, book } = writing;
	const { side, at, after } = place;
	const lang = chapter.langs[side];
	const words = runs(paragraph.inline, { lang }, notes.context(side, lang));
	const credit =
		paragraph.credit === null ? '' : textRun(` ${paragraph.credit}`, { lang, italic: true });
	const content = words + credit + (after?.() ?? '');
	const picture = paragraph.picture === null ? null : parts.picture(paragraph.picture);
	const isWide = options.layout !== 'columns' || book.translated === null;
	const shown =
		picture && pictureXml(picture, isWide ? textWidth : Math.floor(textWidth / 2) - 220);
	const style = styleOf(writing, row, paragraph, side, at);
	return (
		(shown ? paragraphXml('Normal', shown, { lang }) : '') +
		(content === '' ? '' : paragraphXml(style, content, { lang }))
	);
}

function styleOf(
	{ chapter, options }: Writing,
	row: BookRow,
	{ shape }: BookParagraph,
	side: Side,
	at: number
): string {
	switch (shape.kind) {
		case 'heading': {
			const leads = options.layout === 'columns' || sidesOf(row)[0] === side;
			if (!leads) return 'Subtitle';
			const level = at === 0 && hasTitleRow(chapter) ? 1 : Math.max(2, shape.level);
			return `Heading${Math.min(6, level)}`;
		}
		case 'quote':
			return 'Quote';
		case 'caption':
			return 'Caption';
		case 'list-item':
			return 'ListBullet';
		case 'standfirst':
			return 'Lead';
		case 'footnote':
		case 'paragraph':
			return 'Normal';
	}
}

/** Writes the notes that nothing refers to, below the text. */
function leftNotes(writing: Writing): string {
	const { book, chapter, notes } = writing;
	const both: readonly Side[] =
		book.translated === null ? ['original'] : ['original', 'translation'];
	const left = notes.left(both);
	if (left.length === 0) return '';
	const { lang } = book.words;
	const heading = paragraphXml('Heading2', textRun(book.words.notes, { lang }), { lang });
	const rows = left.map(({ at, sides }) => {
		const shape = chapter.rows[at]?.row.shape;
		const marker = shape?.kind === 'footnote' ? `${shape.marker} ` : '';
		const lead = paragraphXml('Credit', textRun(marker, { lang }), { lang });
		return lead + sides.map((side) => around(writing, at, side)).join('');
	});
	return heading + rows.join('');
}
