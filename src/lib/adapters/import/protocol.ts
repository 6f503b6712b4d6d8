/**
 * What the page and the import worker say to each other. Every call has an id and is answered by
 * any number of `progress` and then by one `settled`.
 */
import * as v from 'valibot';
import type { ImportFailure } from '../../core/import/failure';
import type { Imported } from '../../core/import/imported';
import type { Lang } from '../../core/text/article';
import type { KnownArticle } from '../../core/translation/recognise';
import type { CallFailure, Reply } from '../worker/calls';
import { failure, replyParser } from '../worker/reply';

/** `unreadable`: the file could not be read at all; `broken`: our own fault, with its message. */
export type ReadFailure =
	| ImportFailure
	| { readonly kind: 'unreadable'; readonly message: string }
	| Extract<CallFailure, { kind: 'broken' }>;

export interface ImportRequest {
	/** The file’s, which may say what it is. */
	readonly name: string;
	readonly file: Blob;
	/** The language that the reader says it is, or null. */
	readonly lang: Lang | null;
	/** What stored translations know: a text that one of them knows is mended by it. */
	readonly known: readonly KnownArticle[];
}

export type ImportReply = Reply<Imported, ReadFailure>;

/**
 * The envelope alone is checked: the worker is of the same build, and to walk through every block
 * of a novel would hold up the page that the worker is there to keep free.
 */
const imported = v.custom<Imported>((value) => typeof value === 'object' && value !== null);

export const parseReply = replyParser(imported, failure<ReadFailure>());
