/**
 * The messages between a page and a worker. Every call has an id; the worker replies with any
 * number of `progress` and then one `settled`.
 */
import * as v from 'valibot';
import type { Result } from '../../core/result';

/** The part of every message. */
export interface Envelope {
	readonly id: number;
}

/** A call, or the request to stop the call with this id. */
export type ToWorker<Request> = Envelope & (Request | { readonly type: 'stop' });

/** `unusable`: the worker can answer no call, so every call fails with this. */
export type FromWorker<Value, Failure, Progress = number> =
	| (Envelope & { readonly type: 'progress'; readonly progress: Progress })
	| (Envelope & { readonly type: 'settled'; readonly result: Result<Value, Failure> })
	| { readonly type: 'unusable'; readonly failure: Failure };

/** Checks a reply. Throws on a malformed one. */
export type ParseReply<Value, Failure, Progress = number> = (
	raw: unknown
) => FromWorker<Value, Failure, Progress>;

type Schema<T> = v.GenericSchema<unknown, T>;

const id = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The share of the work that is done, from 0 to 1. */
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Returns the check of a worker's replies, made from checks of their contents. */
export function replyParser<Value, Failure, Progress>(
	value: Schema<Value>,
	failure: Schema<Failure>,
	progress: Schema<Progress>
): ParseReply<Value, Failure, Progress> {
	const result: Schema<Result<Value, Failure>> = v.variant('ok', [
		v.object({ ok: v.literal(true), value }),
		v.object({ ok: v.literal(false), failure })
	]);
	const reply: Schema<FromWorker<Value, Failure, Progress>> = v.variant('type', [
		v.object({ type: v.literal('progress'), id, progress }),
		v.object({ type: v.literal('settled'), id, result }),
		v.object({ type: v.literal('unusable'), failure })
	]);
	return (raw) => v.parse(reply, raw);
}

/**
 * Accepts any object as a `T`: the worker is of the same build, and checking a whole novel is slow.
 */
export const anObject = <T extends object>() =>
	v.custom<T>((value) => typeof value === 'object' && value !== null);

/** Checks only the kind of a failure. */
export const failure = <Failure extends { readonly kind: string }>() =>
	v.custom<Failure>((value) => typeof value === 'object' && value !== null && 'kind' in value);
