/**
 * The records of the reader’s books. A chapter with text is an article of its own; the book holds
 * the order of its chapters and the names of its pictures. A picture is kept once, however many
 * books show it: its name is its digest. Pictures that no book names are swept away.
 */
import type { BookMetadata, LeftOutOfBook, PictureType } from '../book/book';
import type { Block, Lang } from '../text/article';
import type { Notice } from '../import/imported';
import type { KeptArticle } from './ownArticle';
import type { StoreResult } from './storeFailure';

export interface OwnBook {
	readonly id: string;
	readonly metadata: BookMetadata;
	/** What its translations are called, one a language; none before a chapter of one is saved. */
	readonly translations?: readonly BookTranslation[];
	/** In the order of reading. */
	readonly chapters: readonly BookChapter[];
	/** The name of the cover’s picture; null for none. */
	readonly cover: string | null;
	/** All its pictures, the cover too, without their bytes. */
	readonly pictures: readonly BookPicture[];
	readonly addedAt: string;
	readonly changedAt: string;
	/** A removed book has no chapters and no pictures. */
	readonly deleted?: true;
}

/** What a translation of a book is called as a whole. */
export interface BookTranslation {
	readonly lang: Lang;
	readonly title: string;
	/** The authors as the translation writes them; empty where it does as the original. */
	readonly authors: readonly string[];
}

export interface BookChapter {
	/** The id of the chapter’s article; null for a part without text. */
	readonly article: string | null;
	readonly title: string;
	/** 1 for a part, or for a chapter of a book without parts; 2 for a chapter in a part. */
	readonly level: number;
	readonly words: number;
}

export interface BookPicture {
	readonly name: string;
	/** What the file says instead of the picture; empty where it says nothing. */
	readonly alt: string;
	/** In pixels, so that a page keeps its room; 0 where the file does not say it. */
	readonly width: number;
	readonly height: number;
}

export interface KeptPicture {
	/** As `Picture.name`: equal pictures have one name. */
	readonly name: string;
	readonly type: PictureType;
	readonly bytes: Uint8Array;
}

/** A whole book, as it is added: its chapters and pictures with it. */
export interface KeptBook {
	readonly about: OwnBook;
	readonly chapters: readonly KeptArticle[];
	readonly pictures: readonly KeptPicture[];
}

/** A book that is read and not saved yet; it survives a closed tab. Its pictures are kept apart. */
export interface BookDraft {
	readonly id: string;
	/** The name of the file. */
	readonly name: string;
	readonly metadata: BookMetadata;
	readonly chapters: readonly DraftChapter[];
	readonly pictures: readonly BookPicture[];
	readonly cover: string | null;
	readonly leftOut: readonly LeftOutOfBook[];
	readonly notices: readonly Notice[];
	readonly changedAt: string;
}

export interface DraftChapter {
	readonly title: string;
	readonly level: number;
	readonly lang?: Lang;
	readonly blocks: readonly Block[];
	/** Whether the reader wants it. */
	readonly chosen: boolean;
}

export interface BookStore {
	/** Returns null for none, and for a removed one. */
	book(id: string): StoreResult<OwnBook | null>;
	/** Adds a book with its chapters and pictures: all of it or nothing. */
	addBook(book: KeptBook): StoreResult<void>;
	/**
	 * Removes a book and its chapters; the work on them stays. Its pictures go when it can no longer
	 * be put back.
	 */
	removeBook(id: string): StoreResult<void>;
	/** Returns null for none. */
	picture(name: string): StoreResult<KeptPicture | null>;
	bookDrafts(): StoreResult<readonly BookDraft[]>;
	/** `pictures`: those that the store may not have yet. */
	putBookDraft(draft: BookDraft, pictures: readonly KeptPicture[]): StoreResult<void>;
	removeBookDraft(id: string): StoreResult<void>;
}

/** Returns the trace of a removed book: an old backup does not bring it back. */
export const trace = ({ id, metadata, addedAt }: OwnBook, changedAt: string): OwnBook => ({
	id,
	metadata: { lang: metadata.lang },
	chapters: [],
	cover: null,
	pictures: [],
	addedAt,
	changedAt,
	deleted: true
});

/** Returns the names of the pictures that these books show. */
export const picturesOf = (books: readonly Pick<OwnBook, 'pictures'>[]): ReadonlySet<string> =>
	new Set(books.flatMap(({ pictures }) => pictures.map(({ name }) => name)));
