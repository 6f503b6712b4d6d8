/**
 * A book is a work with chapters. Each chapter becomes an article of its own; the book holds their
 * order, what is known of the work, and the pictures.
 */
import type { LeftOut } from '../import/leftOut';
import type { Notice } from '../import/imported';
import type { Block, Lang, Metadata } from '../text/article';

export interface BookMetadata extends Metadata {
	/** What the file calls the work: an ISBN, a UUID or an address. */
	readonly identifier?: string;
}

export interface Chapter {
	/** As the contents name it; a chapter without a name has the words of its heading, or none. */
	readonly title: string;
	/** 1 for a part, or for a chapter of a book without parts; 2 for a chapter in a part. */
	readonly level: number;
	/** The chapter’s own language, where the file says another one than the book’s. */
	readonly lang?: Lang;
	/** A part that only holds chapters has none. Footnotes stand last. */
	readonly blocks: readonly Block[];
}

export interface Picture {
	/** Its digest and the ending of its type: equal pictures have one name. */
	readonly name: string;
	/** What the file says instead of the picture; empty where it says nothing. */
	readonly alt: string;
	readonly type: PictureType;
	readonly bytes: Uint8Array;
}

/** The types that every browser shows. SVG is none of them: it can hold scripts and addresses. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** The ending of a picture’s name. */
export const pictureEndings: Readonly<Record<PictureType, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/gif': 'gif',
	'image/webp': 'webp'
};

export interface Book {
	readonly metadata: BookMetadata;
	/** In the order of reading. */
	readonly chapters: readonly Chapter[];
	/** In the order in which the chapters show them. */
	readonly pictures: readonly Picture[];
	/** The name of the cover’s picture; null for none. The cover is in `pictures` too. */
	readonly cover: string | null;
	readonly leftOut: readonly LeftOutOfBook[];
	readonly notices: readonly Notice[];
}

/** Text that is not in a chapter, and the reason. `before` counts the blocks of its chapter. */
export interface LeftOutOfBook extends LeftOut {
	/** The 0-based number of the chapter that it stood in. */
	readonly chapter: number;
}
