/**
 * What the page and the import worker say to each other. Every call has an id and is answered by
 * any number of `progress` and then by one `done` or `failed`, never both.
 */
import * as v from 'valibot';
import type { Imported } from '../../core/import/imported';
import type { Lang } from '../../core/text/article';
import type { KnownArticle } from '../../core/translation/recognise';
import type { ImportFailure } from '../../core/import/failure';

/** `unreadable`: the file could not be read at all; `broken`: our own fault, with its message. */
export type ReadFailure =
	| ImportFailure
	| { readonly kind: 'aborted' }
	| { readonly kind: 'unreadable'; readonly message: string }
	| { readonly kind: 'broken'; readonly message: string };

export interface ImportRequest {
	readonly type: 'import';
	readonly id: number;
	/** The file’s, which may say what it is. */
	readonly name: string;
	readonly file: Blob;
	/** The language that the reader says it is, or null. */
	readonly lang: Lang | null;
	/** What stored translations know: a text that one of them knows is mended by it. */
	readonly known: readonly KnownArticle[];
}

export type ImportReply =
	| { readonly type: 'progress'; readonly id: number; readonly done: number }
	| { readonly type: 'done'; readonly id: number; readonly imported: Imported }
	| { readonly type: 'failed'; readonly id: number; readonly failure: ReadFailure };

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const object = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null);

/**
 * The envelope alone is checked: the worker is of the same build, and to walk through every block
 * of a novel would hold up the page that the worker is there to keep free.
 */
const replySchema: v.GenericSchema<unknown, ImportReply> = v.variant('type', [
	v.object({
		type: v.literal('progress'),
		id,
		done: v.pipe(v.number(), v.minValue(0), v.maxValue(1))
	}),
	v.object({ type: v.literal('done'), id, imported: object<Imported>() }),
	v.object({ type: v.literal('failed'), id, failure: object<ReadFailure>() })
]);

/** Throws on what the worker cannot have said. */
export const parseReply = (raw: unknown): ImportReply => v.parse(replySchema, raw);
