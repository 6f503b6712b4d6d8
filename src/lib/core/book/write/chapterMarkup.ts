/** A chapter as XHTML: its title, its rows in one of the layouts, and its notes. */
import {
	paragraphsOf,
	type BilingualBook,
	type BilingualChapter,
	type BookRow,
	type BothSides,
	type Side,
	type WriteOptions
} from './bilingualBook';
import {
	chapterContext,
	isNote,
	langOf,
	sidesIn,
	type ChapterContext,
	type Target
} from './chapterContext';
import { element, escaped, inLang } from './markup';
import { footnotesMarkup, popupMarkup } from './notesMarkup';
import { ownWords, sideMarkup, sidesOf } from './paragraphMarkup';
import { originOf, remarksOf } from './said';
import { aboutMarkup, titleMarkup } from './titles';

/** Writes a chapter; its element is a section. */
export function chapterMarkup(
	book: BilingualBook,
	chapter: BilingualChapter,
	options: WriteOptions,
	target: Target
): string {
	const context = chapterContext(book, chapter, options, target);
	const { text, notes } = bodyMarkup(context);
	const after = footnotesMarkup(context) + notes;
	const section = element('div', { class: 'notes' }, after);
	return element(
		'section',
		{ ...target.type('chapter'), id: target.id('chapter') },
		text + (after === '' ? '' : section)
	);
}

interface Body {
	readonly text: string;
	/** Translations that open as notes. */
	readonly notes: string;
}

function bodyMarkup(context: ChapterContext): Body {
	const layout = context.book.translated === null ? 'stacked' : context.options.layout;
	switch (layout) {
		case 'stacked':
			return { text: headMarkup(context) + rowsOf(context, stackedRow), notes: '' };
		case 'columns':
			return { text: headMarkup(context) + columns(context), notes: '' };
		case 'notes':
			return popups(context);
	}
}

/** Writes the title, unless the first heading is it, and what is said below it. */
function headMarkup(context: ChapterContext): string {
	const { chapter, hasTitleRow, options } = context;
	const title = hasTitleRow ? '' : titleMarkup(chapter.title, chapter.langs, options.first);
	return title + underTitle(context);
}

const underTitle = (context: ChapterContext): string =>
	creditLines(context) +
	aboutMarkup(context.chapter.about, context.chapter.langs, context.options.first);

/** Writes the authors, and the other lines below the title. */
function creditLines(context: ChapterContext): string {
	const { authors, lines } = context.chapter;
	const by = { class: 'by', ...inLang(langOf(context, 'original')) };
	return (
		(authors === '' ? '' : element('p', by, escaped(authors))) +
		lines.map((line) => ownWords(context, 'p', { class: 'by' }, line)).join('')
	);
}

/** Writes the rows of the text, list items in lists. The notes stand elsewhere. */
function rowsOf(context: ChapterContext, write: (context: ChapterContext, at: number) => string) {
	const parts: string[] = [];
	let items: string[] = [];
	const close = () => {
		if (items.length > 0) parts.push(element('ul', {}, items.join('')));
		items = [];
	};
	context.chapter.rows.forEach((row, at) => {
		if (isNote(row)) return;
		const isItem = row.row.shape.kind === 'list-item';
		if (!isItem) close();
		(isItem ? items : parts).push(
			element(isItem ? 'li' : 'div', { class: 'row', ...originOf(row.row) }, write(context, at))
		);
	});
	close();
	return parts.join('');
}

/** Writes a row’s paragraphs, one side under the other. */
function stackedRow(context: ChapterContext, at: number): string {
	const { book, options } = context;
	const sides = sidesIn(book, options).map(
		(side) => (side === 'translation' ? byMarkup(context, at) : '') + sideMarkup(context, at, side)
	);
	return sides.join('') + remarks(context, at);
}

/** Writes whose work a row’s translation is, where that is said. */
const byMarkup = (context: ChapterContext, at: number): string =>
	ownWords(context, 'p', { class: 'by' }, context.said[at] ?? '');

/** Writes what a reader should know of a row: an older original, the translator’s note. */
function remarks(context: ChapterContext, at: number): string {
	const row = context.chapter.rows[at];
	if (!row) return '';
	return remarksOf(row, context.book.words)
		.map((remark) => ownWords(context, 'p', { class: 'by' }, remark))
		.join('');
}

/** Writes a table of exactly two columns: Kindle opens others in a viewer of its own. */
function columns(context: ChapterContext): string {
	const { book, options, chapter } = context;
	const sides = sidesIn(book, options);
	const heads = sides.map((side) =>
		element('th', { scope: 'col', ...inLang(book.words.lang) }, escaped(chapter.langNames[side]))
	);
	const rows = chapter.rows.map((row, at) => {
		if (isNote(row)) return '';
		const cells = sides.map((side) => cell(context, row, at, side));
		return element('tr', { class: 'row', ...originOf(row.row) }, cells.join(''));
	});
	const body = rows.join('');
	if (body === '') return '';
	const head = element('thead', {}, element('tr', {}, heads.join('')));
	return element('table', { class: 'columns' }, head + element('tbody', {}, body));
}

function cell(context: ChapterContext, row: BookRow, at: number, side: Side): string {
	const words = sideMarkup(context, at, side);
	const isItem = row.row.shape.kind === 'list-item' && words !== '';
	const content = isItem ? element('ul', {}, element('li', {}, words)) : words;
	const about = side === 'translation' ? [byMarkup(context, at), remarks(context, at)] : ['', ''];
	return element(
		'td',
		{ class: side, ...inLang(langOf(context, side)) },
		`${about[0]}${content}${about[1]}`
	);
}

/** Writes the original with links to its translation, and the translation as notes. */
function popups(context: ChapterContext): Body {
	const { chapter, hasTitleRow, options } = context;
	const notes: string[] = [];
	const { title, about } = chapter;
	const head = hasTitleRow ? null : headAsPopup(context, 'h1', 'title', title);
	const under = about && headAsPopup(context, 'p', 'about', about);
	notes.push(head?.notes ?? '', under?.notes ?? '');
	const text = rowsOf(context, (_, at) => {
		const row = chapter.rows[at];
		if (!row) return '';
		const sides = sidesOf(row);
		// Text that the translation alone has stands in the text.
		if (!sides.includes('original'))
			return byMarkup(context, at) + sideMarkup(context, at, 'translation') + remarks(context, at);
		if (!sides.includes('translation'))
			return sideMarkup(context, at, 'original') + byMarkup(context, at);
		const paragraphs = paragraphsOf(row, 'translation');
		const about = originOf(row.row);
		const popup = popupMarkup(context, `translation-${at}`, { paragraphs, said: row.said, about });
		notes.push(popup.notes);
		return sideMarkup(context, at, 'original', popup.links) + remarks(context, at);
	});
	const named = hasTitleRow ? '' : titleMarkup(title, chapter.langs, options.first);
	const start = [
		head?.text ?? named,
		creditLines(context),
		under
			? element('div', { class: 'row about' }, under.text)
			: aboutMarkup(about, chapter.langs, options.first)
	];
	return { text: start.join('') + text, notes: notes.join('') };
}

/**
 * Writes the title, or the paragraph about the text, with its translation as a note; null where it
 * is not in both languages.
 */
function headAsPopup(
	context: ChapterContext,
	name: 'h1' | 'p',
	id: string,
	{ original, translation }: BothSides
): Body | null {
	if (original.trim() === '' || translation.trim() === '') return null;
	const paragraph = {
		shape: { kind: 'paragraph' },
		inline: [{ type: 'text', text: translation }],
		isInLines: false,
		credit: null,
		picture: null
	} as const;
	const popup = popupMarkup(context, `translation-${id}`, {
		paragraphs: [paragraph],
		said: '',
		about: {}
	});
	const named = { class: 'original', ...inLang(langOf(context, 'original')) };
	return { text: element(name, named, escaped(original) + popup.links), notes: popup.notes };
}
