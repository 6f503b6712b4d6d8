/** Checks what a worker replies to a call. */
import * as v from 'valibot';
import type { Result } from '../../core/result';
import type { Reply } from './calls';

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const done = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A parser of replies that carry such values and failures. It throws on what the worker cannot have said. */
export function replyParser<Value, Failure>(
	value: v.GenericSchema<unknown, Value>,
	failure: v.GenericSchema<unknown, Failure>
): (raw: unknown) => Reply<Value, Failure> {
	const result: v.GenericSchema<unknown, Result<Value, Failure>> = v.variant('ok', [
		v.object({ ok: v.literal(true), value }),
		v.object({ ok: v.literal(false), failure })
	]);
	const reply: v.GenericSchema<unknown, Reply<Value, Failure>> = v.variant('type', [
		v.object({ type: v.literal('progress'), id, done }),
		v.object({ type: v.literal('settled'), id, result })
	]);
	return (raw) => v.parse(reply, raw);
}

/** A failure, known by its kind. What else it holds is not looked at: the worker is of the same build. */
export const failure = <Failure extends { readonly kind: string }>() =>
	v.custom<Failure>((value) => typeof value === 'object' && value !== null && 'kind' in value);
