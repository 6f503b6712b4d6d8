/** The notes at the end of a chapter as XHTML: its footnotes, and translations that open as notes. */
import type { Inline } from '../../text/inlineTree';
import { type BookParagraph, type Side, paragraphsOf } from './bilingualBook';
import { langOf, sidesIn, type ChapterContext } from './chapterContext';
import { cut, maxNoteText } from './cut';
import { inlineMarkup } from './inlineMarkup';
import { element, escaped, inLang, type Attributes } from './markup';
import type { NoteGroup } from './noteGroups';
import { noteLink, ownWords, referenceIn } from './paragraphMarkup';
import { originOf, remarksOf } from './said';

/** Writes a chapter’s footnotes: one note for each language, or one for both in popup notes. */
export const footnotesMarkup = (context: ChapterContext): string =>
	context.groups
		.map((group) =>
			context.options.layout === 'notes'
				? footnote(context, group, ['original', 'translation'])
				: sidesIn(context.book, context.options)
						.map((side) => footnote(context, group, [side]))
						.join('')
		)
		.join('');

/** Writes a note in one language, or in both; nothing where it has no words in these. */
function footnote(context: ChapterContext, group: NoteGroup, sides: readonly Side[]): string {
	const { ids, chapter } = context;
	const rows = group.rows.flatMap((at) => chapter.rows[at] ?? []);
	const paragraphs = sides.flatMap((side) =>
		rows.flatMap((row) => paragraphsOf(row, side).map((one) => ({ ...one, side })))
	);
	const [first] = paragraphs;
	if (!first) return '';
	const lead = backLink(context, group.marker, ids[first.side].firstReference(group));
	const words = paragraphs.map(({ inline, side }, at) =>
		element(
			'p',
			{ class: side, ...inLang(langOf(context, side)) },
			(at === 0 ? lead : '') + inlineMarkup(inline, referenceIn(context, side))
		)
	);
	const by = sides.includes('translation')
		? group.rows.map((at) => aboutRow(context, at)).join('')
		: '';
	const about = rows[0] && sides.includes('translation') ? originOf(rows[0].row) : {};
	const attributes = { id: ids[first.side].noteOf(group), lang: langOf(context, first.side) };
	return aside(context, { ...attributes, side: first.side, about }, words.join('') + by);
}

/** Writes whose work a row of a note is, and what else is to be known of it. */
function aboutRow(context: ChapterContext, at: number): string {
	const { book, chapter, said } = context;
	const row = chapter.rows[at];
	const lines = [said[at] ?? '', ...(row ? remarksOf(row, book.words) : [])];
	return lines.map((line) => ownWords(context, 'p', { class: 'by' }, line)).join('');
}

function aside(
	{ target }: ChapterContext,
	{ id, lang, side, about }: { id: string; lang: string; side: Side; about: Attributes },
	content: string
): string {
	const type = target.type('footnote');
	const named = { id: target.id(id), class: `note ${side}`, ...type, role: 'doc-footnote' };
	return element('aside', { ...named, ...inLang(lang), ...about }, content);
}

/** The link back stands first: Kindle runs notes together whose link stands last. */
function backLink(context: ChapterContext, marker: string, to: string | null): string {
	const { target, book } = context;
	return to === null
		? `${escaped(marker)} `
		: `${element('a', { role: 'doc-backlink', href: `#${target.id(to)}`, title: book.words.back }, escaped(marker))} `;
}

/** A translation that opens as a note: in several notes where it is long. */
interface PopupNote {
	readonly id: string;
	readonly reference: string;
	readonly marker: string;
	readonly paragraphs: readonly (readonly Inline[])[];
}

/** Returns the notes that hold a translation. `name` is unique in the chapter. */
function popupNotes(
	context: ChapterContext,
	name: string,
	paragraphs: readonly BookParagraph[]
): readonly PopupNote[] {
	const pieces = paragraphs.flatMap(({ inline, credit }) => {
		const ending: readonly Inline[] = credit === null ? [] : [{ type: 'text', text: ` ${credit}` }];
		return cut([...inline, ...ending]);
	});
	const code = langOf(context, 'translation');
	return packed(pieces).map((paragraphs, at) => {
		const end = at === 0 ? '' : `-${at + 1}`;
		const marker = at === 0 ? code : `${code} ${at + 1}`;
		return { id: `${name}${end}`, reference: `to-${name}${end}`, marker, paragraphs };
	});
}

/** Puts pieces together while they fit in a note. */
function packed(pieces: readonly (readonly Inline[])[]): readonly (readonly Inline[])[][] {
	const notes: (readonly Inline[])[][] = [];
	let length = 0;
	for (const piece of pieces) {
		const own = JSON.stringify(piece).length;
		const last = notes.at(-1);
		if (last && length + own <= maxNoteText) last.push(piece);
		else notes.push([piece]);
		length = last && length + own <= maxNoteText ? length + own : own;
	}
	return notes;
}

/** Writes the links to a translation’s notes, and the notes themselves. */
export function popupMarkup(
	context: ChapterContext,
	name: string,
	{ paragraphs, said, about }: Popup
): { readonly links: string; readonly notes: string } {
	const { book, target } = context;
	const notes = popupNotes(context, name, paragraphs);
	const title = book.words.translation;
	const links = notes.map(({ id, reference, marker }) =>
		noteLink(target, { marker, to: id, id: reference, title, className: 'to-translation' })
	);
	const lang = langOf(context, 'translation');
	const written = notes.map((note) => {
		const words = note.paragraphs.map((inline, at) =>
			element(
				'p',
				{},
				(at === 0 ? backLink(context, note.marker, note.reference) : '') +
					inlineMarkup(inline, referenceIn(context, 'translation'))
			)
		);
		const by = ownWords(context, 'p', { class: 'by' }, said);
		return aside(context, { id: note.id, lang, side: 'translation', about }, words.join('') + by);
	});
	return { links: links.join(''), notes: written.join('') };
}

interface Popup {
	readonly paragraphs: readonly BookParagraph[];
	readonly said: string;
	readonly about: Attributes;
}
