/**
 * A book as it is written to a file: chapters of rows, each row as `resolve` gives it. Plain data:
 * a page sends it to a worker. All words that are not the book’s own come in the reader’s language.
 */
import { hasLines } from '../../text/lineBreaks';
import { parseInline } from '../../text/inline';
import type { Inline } from '../../text/inlineTree';
import type { BlockShape, Lang } from '../../text/article';
import type { Row } from '../../translation/row';
import type { BookMetadata, Picture } from '../book';

/**
 * `stacked`: the translation under each paragraph; `columns`: beside it; `notes`: the original
 * alone, with the translation of each paragraph as a note that an e-reader opens over the page.
 */
export const layouts = ['stacked', 'columns', 'notes'] as const;
export type Layout = (typeof layouts)[number];

/** The side that comes first: above, or on the left. */
export const sidesFirst = ['original', 'translation'] as const;
export type Side = (typeof sidesFirst)[number];

export interface WriteOptions {
	readonly layout: Layout;
	readonly first: Side;
}

export interface BilingualBook {
	/** What it was made from, and stays the same when it is made again: an article’s id. */
	readonly id: string;
	/** Its languages; both are the original’s where nothing is translated. */
	readonly langs: BothSides;
	readonly original: BookMetadata;
	/** Null where no paragraph has a translation: the file is then in one language. */
	readonly translated: TranslatedMetadata | null;
	/** The date of the last change to the text or its translation, ISO 8601: `2026-11-28`. */
	readonly modified: string;
	readonly chapters: readonly BilingualChapter[];
	readonly pictures: readonly Picture[];
	/** The cover’s name in `pictures`; null for none. */
	readonly cover: string | null;
	/** A paragraph about the whole, on the title page; null for none. */
	readonly about: BothSides | null;
	readonly credits: BookCredits;
	readonly words: BookWords;
}

interface TranslatedMetadata {
	readonly lang: Lang;
	readonly title?: string;
	/** The authors as the translation writes them, where it does otherwise. */
	readonly authors?: readonly string[];
	/** The persons who translated it or corrected its translation. */
	readonly translators: readonly string[];
	readonly rights?: string;
}

export interface BilingualChapter {
	/** Its languages: a series may hold originals in both. */
	readonly langs: BothSides;
	/** Their names in the language of the interface, for the heads of columns. */
	readonly langNames: BothSides;
	/** Its name on both sides; empty where it has none. */
	readonly title: BothSides;
	/** A paragraph about it, before its rows; null for none. */
	readonly about: BothSides | null;
	/** 1 for a chapter, or for a part; 2 for a chapter in a part. */
	readonly level: number;
	/** Its own authors, in the original’s language; empty where the book’s are all there are. */
	readonly authors: string;
	/** Lines below the title, in the language of the interface: who wrote it, no translation yet. */
	readonly lines: readonly string[];
	/** Footnotes stand last. */
	readonly rows: readonly BookRow[];
}

/** Words on both sides, or the languages of these. */
export interface BothSides {
	readonly original: string;
	readonly translation: string;
}

export interface BookRow {
	readonly row: Row;
	/**
	 * Whose work the translation is, in full; of a paragraph without one, what is said of that. It is
	 * printed where a run begins.
	 */
	readonly said: string;
}

/** Lines of the title page. */
interface BookCredits {
	/** Publication, date, address and rights of both sides, whose work the translation is. */
	readonly lines: readonly string[];
	/** Says that the text of others is for the reader’s own use; null where it may be passed on. */
	readonly ownUse: string | null;
}

/** Words of the file itself, in the language of the interface. */
export interface BookWords {
	readonly lang: Lang;
	readonly contents: string;
	readonly cover: string;
	readonly notes: string;
	/** The link from a note back to the text. */
	readonly back: string;
	/** The link to a paragraph’s translation. */
	readonly translation: string;
	readonly translatorsNote: string;
	readonly stale: string;
	/** Says what the file offers to readers who use a screen reader. */
	readonly accessibility: string;
	readonly untitled: string;
}

/** Returns both sides in the order in which they stand. */
export const inOrder = <Value>(
	original: Value,
	translation: Value,
	first: Side
): readonly Value[] => (first === 'original' ? [original, translation] : [translation, original]);

/** A paragraph of one side, ready to be written. */
export interface BookParagraph {
	readonly shape: BlockShape;
	readonly inline: readonly Inline[];
	/** Whether it is verse, or set in lines for another reason. */
	readonly isInLines: boolean;
	/** A caption’s credit; null for none. */
	readonly credit: string | null;
	/** The name of the picture that a caption belongs to; null for none. */
	readonly picture: string | null;
}

/** Returns the paragraphs of a row’s original, each with its own shape. */
export const originalOf = ({ originals }: Row): readonly BookParagraph[] =>
	originals.map((block) =>
		paragraph(block, block.text, block.kind === 'caption' ? block.credit : undefined)
	);

/** Returns the paragraphs of a row’s translation; none where it has no translation. */
const translationOf = ({ shape, shown, originals }: Row): readonly BookParagraph[] =>
	shown.kind === 'missing'
		? []
		: shown.text.map((text, at, { length }) => {
				const credit = at === length - 1 ? shown.credit : undefined;
				const whole = paragraph(shape, text, credit);
				// The original shows the picture.
				return originals.length > 0 ? { ...whole, picture: null } : whole;
			});

/** Returns the paragraphs of a row on one side. */
export const paragraphsOf = ({ row }: BookRow, side: Side): readonly BookParagraph[] =>
	side === 'original' ? originalOf(row) : translationOf(row);

const paragraph = (shape: BlockShape, text: string, credit?: string): BookParagraph => ({
	shape,
	inline: parseInline(text),
	isInLines: hasLines(text),
	credit: credit ?? null,
	picture: pictureOf(shape)
});

/** Returns the name of the picture that a caption belongs to; null for none. */
const pictureOf = (shape: BlockShape): string | null =>
	'picture' in shape && typeof shape.picture === 'string' ? shape.picture : null;
