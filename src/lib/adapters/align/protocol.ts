/**
 * What the page and the aligning worker say to each other. Every call has an id and is answered by
 * any number of `progress` and then by one `settled`.
 */
import * as v from 'valibot';
import type { AlignFailure } from '../../core/align/align';
import type { DraftSide, Link } from '../../core/align/draft';
import type { Aligned } from '../../core/align/aligned';
import type { CallFailure, Reply } from '../worker/calls';
import { failure, replyParser } from '../worker/reply';

export interface AlignRequest {
	readonly source: DraftSide;
	readonly target: DraftSide;
	/** Of an earlier alignment: the fixed ones are kept. May be none. */
	readonly links: readonly Link[];
	/** Texts in the same two languages that are aligned already: their words are learnt from. */
	readonly aligned: readonly Aligned[];
}

/** `broken`: our own fault, with its message. */
export type WorkFailure = AlignFailure | Extract<CallFailure, { kind: 'broken' }>;

export type AlignReply = Reply<readonly Link[], WorkFailure>;

const indices = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.readonly());

const link = v.object({
	source: indices,
	target: indices,
	confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	fixed: v.boolean()
});

export const parseReply = replyParser<readonly Link[], WorkFailure>(
	v.array(link),
	failure<WorkFailure>()
);
