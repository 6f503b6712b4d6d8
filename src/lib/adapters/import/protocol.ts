/** The page’s requests to the import worker and its replies (`worker/protocol.ts`). */
import type { Book } from '../../core/book/book';
import type { BookFailure } from '../../core/book/failure';
import type { Encoding } from '../../core/import/decode';
import type { Imported } from '../../core/import/imported';
import type { Lang } from '../../core/text/article';
import type { Candidates } from '../../core/translation/identifyInLibrary';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

/** `unreadable`: the file could not be read at all. */
export type ReadFailure =
	BookFailure | { readonly kind: 'unreadable'; readonly message: string } | CallFailure;

export interface ImportRequest {
	/** The name of the file, which may tell its format. */
	readonly name: string;
	readonly file: Blob;
	/** The language that the reader chose, or null. */
	readonly lang: Lang | null;
	/** The encoding that the reader chose; absent where it is detected. */
	readonly encoding?: Encoding;
	/** Whether a text is compared with the library, and repaired where a stored translation knows it. */
	readonly compares?: true;
	/** Whether a book comes back as a book: otherwise as one text. */
	readonly books?: true;
}

/** A text, with the stored articles that it was compared with, if it was. */
export interface ImportedText extends Imported {
	readonly candidates?: Candidates;
}

export interface ImportedBook {
	readonly book: Book;
}

export type ImportReply = FromWorker<ImportedText | ImportedBook, ReadFailure>;

export const parseReply = replyParser(
	anObject<ImportedText | ImportedBook>(),
	failure<ReadFailure>(),
	share
);
