/**
 * The form between a file and a book: what every reader of a format gives, whatever the format.
 * `assemble.ts` makes a book of it: it cuts chapters, numbers notes and leaves out furniture.
 */
import type { LeftOutReason } from '../import/leftOut';
import type { Notice } from '../import/imported';
import type { Inline } from '../text/inlineTree';
import type { Lang } from '../text/article';
import type { BookMetadata, PictureType } from './book';

export type FlowShape =
	/** `level` as the file says, from 1. The contents may correct it. */
	| { readonly kind: 'heading'; readonly level: number }
	| { readonly kind: 'paragraph' | 'quote' | 'list-item' | 'caption' }
	/** The words of the block are its caption; `alt` stands in for them where there are none. */
	| { readonly kind: 'picture'; readonly picture: string; readonly alt: string };

/** A block in the order of reading. References in `inline` have the keys of notes as markers. */
export interface FlowBlock {
	readonly shape: FlowShape;
	readonly inline: readonly Inline[];
	/** Addresses within the file that lead here: `text/ch1.xhtml`, `text/ch1.xhtml#part2`. */
	readonly anchors: readonly string[];
	/** Why it is not part of the text; null where it is. */
	readonly reason: LeftOutReason | null;
	/** Its language, where the file says one. */
	readonly lang: Lang | null;
}

/** A note: found by its key, which is unique in the file. It may have several paragraphs. */
export interface FlowNote {
	readonly key: string;
	readonly blocks: readonly FlowBlock[];
	/** The number of the flow’s block before which the note stands in the file. */
	readonly before: number;
}

export interface ContentsEntry {
	readonly title: string;
	/** From 1. */
	readonly level: number;
	/** One of the blocks’ anchors; null for an entry that leads nowhere, such as a part’s name. */
	readonly target: string | null;
}

export interface FlowPicture {
	readonly type: PictureType;
	/** Reads it from the file; null where the file does not have it after all. */
	bytes(): Uint8Array | null;
}

export interface Flow {
	readonly metadata: Partial<BookMetadata>;
	readonly blocks: readonly FlowBlock[];
	readonly notes: readonly FlowNote[];
	/** Empty where the file has no contents: headings are used then. */
	readonly contents: readonly ContentsEntry[];
	/** By the name that blocks use. */
	readonly pictures: ReadonlyMap<string, FlowPicture>;
	/** The cover’s name in `pictures`; null for none. */
	readonly cover: string | null;
	readonly notices: readonly Notice[];
}
