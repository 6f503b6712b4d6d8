/** The page’s requests to the aligning worker and its replies (`worker/protocol.ts`). */
import type { AlignFailure, AlignText } from '../../core/align/align';
import type { Lexicon } from '../../core/align/wordLinks';
import type { Aligned } from '../../core/links/aligned';
import type { DraftSide, Link } from '../../core/links/draft';
import type { Relinked } from '../../core/links/relinked';
import type { LinkedUnit } from '../../core/links/units';
import type { Lang } from '../../core/text/article';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

interface CutTexts {
	readonly source: AlignText;
	readonly target: AlignText;
}

/** `texts`: the sentences of both sides, so that the page need not cut them again. */
export interface AlignValue {
	readonly links: readonly Link[];
	/** What `relink` has found. */
	readonly relinked?: Relinked;
	/** What `learn` has learnt. */
	readonly learnt?: Lexicon;
	readonly texts: CutTexts;
}

export interface TextsRequest {
	/** `cut`: only cuts both texts into sentences; the links are returned as they are. */
	readonly kind: 'align' | 'cut';
	readonly source: DraftSide;
	readonly target: DraftSide;
	/** Links of an earlier alignment: the fixed ones are kept. May be empty. */
	readonly links: readonly Link[];
	/** True if the reader says that one is a translation of the other: it is not asked again. */
	readonly related?: boolean;
	/** Words that are known; where absent, those of the texts that the library has aligned. */
	readonly learnt?: Lexicon;
}

/** Learns words of aligned texts, which `align` is then given. */
export interface LearnRequest {
	readonly kind: 'learn';
	readonly source: Lang;
	readonly target: Lang;
	/** The texts to learn from; null for those that the library has aligned. */
	readonly aligned: readonly Aligned[] | null;
}

/** Finds the links of a saved translation again, beside its original as it is now. */
export interface RelinkRequest {
	readonly kind: 'relink';
	readonly source: DraftSide;
	readonly units: readonly LinkedUnit[];
	readonly lang: Lang;
}

export type AlignRequest = TextsRequest | RelinkRequest | LearnRequest;

export type AligningFailure = AlignFailure | CallFailure;

export type AlignReply = FromWorker<AlignValue, AligningFailure>;

export const parseReply = replyParser<AlignValue, AligningFailure, number>(
	anObject<AlignValue>(),
	failure<AligningFailure>(),
	share
);
