/** Why a file is not read as a book. Stored data is unchanged. */
import type { ImportFailure } from '../import/failure';

/** Largest file of a book, in bytes; a larger one is refused before it is read. */
export const maxBookBytes = 300_000_000;
/** Most bytes that a book’s text may have when it is unpacked; a file that claims more is refused. */
export const maxTextBytes = 60_000_000;
/** Most files in an archive; one with more is refused. */
export const maxFiles = 20_000;

export type BookFailure =
	| ImportFailure
	/** The file is locked by a shop’s protection (DRM), or by a password. */
	| { readonly kind: 'locked'; readonly by: 'rights' | 'password' }
	/** The archive, or a file in it, is cut short or altered. */
	| { readonly kind: 'damaged'; readonly file: string | null }
	/** Unpacked, the file would have this many bytes. */
	| { readonly kind: 'unpacks-too-large'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'too-many-files'; readonly files: number; readonly limit: number }
	/** A part is missing without which the book cannot be read: `META-INF/container.xml`. */
	| { readonly kind: 'incomplete'; readonly missing: string }
	/** Every page is a picture of a page: there is no text to read. */
	| { readonly kind: 'scanned'; readonly pages: number };
