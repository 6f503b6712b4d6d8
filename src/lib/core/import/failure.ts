/**
 * Why a file is not imported. The interface shows ``t(`import.${kind}`, failure)``; stored data
 * is unchanged.
 */
import type { Lang } from '../text/article';

/**
 * Largest file, in bytes (20 MB, some ten thousand pages); a larger one is refused. Check its
 * size before reading it.
 */
export const maxImportBytes = 20_000_000;
/** Most lines in a file; one with more is refused. No book has as many: it is a log or a table. */
export const maxImportLines = 500_000;

export type BinaryFormat = 'pdf' | 'zip' | 'word' | 'rtf' | 'image' | 'audio' | 'gzip';

export type ImportFailure =
	| { readonly kind: 'empty' }
	| { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'too-many-lines'; readonly lines: number; readonly limit: number }
	/** The file is not text: `format` names its format if the first bytes identify it. */
	| { readonly kind: 'binary'; readonly format: BinaryFormat | null }
	/**
	 * The words look neither Swedish nor English; `guess` is the language that they resemble. If
	 * the reader knows better, import again with `options.lang`.
	 */
	| { readonly kind: 'language'; readonly guess: Lang | null };
