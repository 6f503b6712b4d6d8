/** The page’s request to the worker that counts known words, and its replies. */
import type { Lang } from '../../core/text/article';
import type { KnownWord, KnownWords } from '../../core/words/lemmaCounts';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, type FromWorker } from '../worker/protocol';

/** A text of the library. */
export interface AskedText {
	readonly id: string;
	/** The reader’s own copy, as it was changed last; null for none. */
	readonly own: string | null;
	/** Whether the site has the text, or a translation of it. */
	readonly stored: boolean;
}

export interface KnownRequest {
	readonly texts: readonly AskedText[];
	readonly words: readonly KnownWord[];
	/** The site’s version: its texts and the lexicon change with it. */
	readonly version: string;
}

/** How much of a text is known in one of its languages. */
export interface KnownSide extends KnownWords {
	readonly lang: Lang;
}

/** A text by its key, in the languages that the reader knows words of. */
export interface KnownText {
	readonly key: string;
	readonly sides: readonly KnownSide[];
}

/** Texts come as progress, some at a time. */
export interface KnownValue {
	readonly texts: number;
}

export type KnownReply = FromWorker<KnownValue, CallFailure, readonly KnownText[]>;

export const parseReply = replyParser<KnownValue, CallFailure, readonly KnownText[]>(
	anObject<KnownValue>(),
	failure<CallFailure>(),
	anObject<readonly KnownText[]>()
);
