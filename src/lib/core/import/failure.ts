/**
 * Why a file is not imported. A reader sees ``t(`import.${kind}`, failure)``; nothing that is
 * already stored has changed.
 */
import type { Lang } from '../text/article';

/** 20 MB: some ten thousand pages. Check a file’s size against it before reading the file. */
export const maxImportBytes = 20_000_000;
/** More lines than any book has: a log or a table, not a text. */
export const maxImportLines = 500_000;

export const binaryFormats = ['pdf', 'zip', 'word', 'rtf', 'image', 'audio', 'gzip'] as const;
export type BinaryFormat = (typeof binaryFormats)[number];

export type ImportFailure =
	| { readonly kind: 'empty' }
	| { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'too-many-lines'; readonly lines: number; readonly limit: number }
	/** No text: `format` names what it is where its first bytes tell. */
	| { readonly kind: 'binary'; readonly format: BinaryFormat | null }
	/**
	 * Neither Swedish nor English by its words; `guess` is the language that they do look like.
	 * The reader may know better: import again with `options.lang`.
	 */
	| { readonly kind: 'language'; readonly guess: Lang | null };
