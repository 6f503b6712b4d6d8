import { plainOf } from '../../text/inline';
import {
	inOrder,
	originalOf,
	type BilingualBook,
	type BilingualChapter,
	type BookRow,
	type Side,
	type WriteOptions
} from './bilingualBook';
import type { Attributes } from './markup';
import { noteGroups, noteIds, type NoteGroup, type NoteIds } from './noteGroups';
import { saidAt } from './said';

/** What differs between a chapter of an EPUB and one on a page of HTML. */
export interface Target {
	/** Returns the attribute by which e-readers know a part: only EPUB has it. */
	type(name: string): Attributes;
	/** Makes an id unique in its file: a page of HTML holds all chapters. */
	id(name: string): string;
	/** Returns a picture’s address and `alt`; null for a picture that is not there. */
	picture(name: string): { readonly src: string; readonly alt: string } | null;
}

/** What writing the rows of a chapter needs. It serves for writing the chapter once. */
export interface ChapterContext {
	readonly book: BilingualBook;
	readonly options: WriteOptions;
	readonly target: Target;
	readonly chapter: BilingualChapter;
	/** What is printed with each row of whose work it is. */
	readonly said: readonly string[];
	readonly groups: readonly NoteGroup[];
	readonly ids: Readonly<Record<Side, NoteIds>>;
	/** Whether the first heading is the chapter’s title: the title is then not printed itself. */
	readonly hasTitleRow: boolean;
}

export function chapterContext(
	book: BilingualBook,
	chapter: BilingualChapter,
	options: WriteOptions,
	target: Target
): ChapterContext {
	const { rows } = chapter;
	const groups = noteGroups(rows);
	return {
		...{ book, options, target, chapter, groups },
		said: saidAt(rows, options.layout),
		ids: {
			original: noteIds('original', rows, groups),
			translation: noteIds('translation', rows, groups)
		},
		hasTitleRow: hasTitleRow(chapter)
	};
}

/** Whether a chapter begins with a heading that has the words of its title. */
export function hasTitleRow({ title, rows: [first] }: BilingualChapter): boolean {
	if (first?.row.shape.kind !== 'heading') return false;
	const [own, ...more] = originalOf(first.row);
	return own !== undefined && more.length === 0 && plainOf(own.inline) === title.original;
}

/** Returns the sides of a file in order; the original alone where nothing is translated. */
export const sidesIn = ({ translated }: BilingualBook, { first }: WriteOptions): readonly Side[] =>
	translated === null ? ['original'] : inOrder<Side>('original', 'translation', first);

export const isNote = ({ row }: BookRow): boolean => row.shape.kind === 'footnote';

/** The id of a heading, which the contents lead to. */
export const headingId = (at: number): string => `heading-${at}`;

export const langOf = ({ chapter }: ChapterContext, side: Side): string => chapter.langs[side];
