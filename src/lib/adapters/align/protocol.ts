/**
 * What the page and the aligning worker say to each other. Every call has an id and is answered by
 * any number of `progress` and then by one `settled`.
 */
import * as v from 'valibot';
import type { AlignFailure } from '../../core/align/align';
import type { DraftSide, Link } from '../../core/align/draft';
import type { Aligned } from '../../core/align/aligned';
import type { Result } from '../../core/result';
import type { CallFailure, Reply } from '../worker/calls';

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

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const indices = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.readonly());
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const link = v.object({
	source: indices,
	target: indices,
	confidence: probability,
	fixed: v.boolean()
});

const failure = v.custom<WorkFailure>(
	(value) => typeof value === 'object' && value !== null && 'kind' in value
);

const result: v.GenericSchema<unknown, Result<readonly Link[], WorkFailure>> = v.variant('ok', [
	v.object({ ok: v.literal(true), value: v.array(link) }),
	v.object({ ok: v.literal(false), failure })
]);

const replySchema: v.GenericSchema<unknown, AlignReply> = v.variant('type', [
	v.object({ type: v.literal('progress'), id, done: probability }),
	v.object({ type: v.literal('settled'), id, result })
]);

/** Throws on what the worker cannot have said. */
export const parseReply = (raw: unknown): AlignReply => v.parse(replySchema, raw);
