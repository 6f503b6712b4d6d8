/**
 * What the page and the translating worker say to each other. The worker is told once what to load;
 * it answers `loaded` or `unloadable`, and is of no use after the latter. Every `translate` is
 * answered by any number of `answer`, then by one `done`, `cancelled` or `failed`.
 */
import * as v from 'valibot';
import { digestKinds } from '../../../core/machine/digest';
import type { EngineFailure } from '../../../core/machine/engine';
import type { OpusModel } from './model';

/** Where the runtime’s own two files are. */
export interface Runtime {
	readonly mjs: string;
	readonly wasm: string;
}

export type ToWorker =
	| {
			readonly type: 'load';
			readonly model: OpusModel;
			readonly runtime: Runtime;
			/** A Web Lock that the worker holds as long as it lives: nothing else says that it died. */
			readonly lock: string;
	  }
	| {
			readonly type: 'translate';
			readonly id: number;
			readonly sentences: readonly string[];
			readonly again: boolean;
	  }
	| { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
	| { readonly type: 'alive' }
	| { readonly type: 'loaded' }
	| { readonly type: 'unloadable'; readonly failure: EngineFailure }
	| {
			readonly type: 'answer';
			readonly id: number;
			readonly index: number;
			readonly answer: string;
	  }
	| { readonly type: 'done' | 'cancelled'; readonly id: number }
	| { readonly type: 'failed'; readonly id: number; readonly failure: EngineFailure };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.pipe(v.string(), v.minLength(1));

const files = v.variant('kind', [
	v.object({ kind: v.literal('cache'), cache: text, prefix: v.string() }),
	v.object({
		kind: v.literal('kept'),
		model: v.object({
			...{ id: text, revision: text },
			files: v.array(
				v.object({
					name: text,
					bytes: v.nullable(count),
					digest: v.nullable(v.object({ kind: v.picklist(digestKinds), hex: text }))
				})
			)
		})
	}),
	v.object({
		kind: v.literal('address'),
		// An address of our own site: no other is ever asked for a model’s file from here.
		prefix: v.pipe(v.string(), v.regex(/^\/(?!\/)/))
	})
]);

const toWorker: v.GenericSchema<unknown, ToWorker> = v.variant('type', [
	v.object({
		type: v.literal('load'),
		model: v.object({
			pair: v.object({ from: text, to: text }),
			model: text,
			revision: v.string(),
			files
		}),
		runtime: v.object({ mjs: text, wasm: text }),
		lock: text
	}),
	v.object({
		type: v.literal('translate'),
		id: count,
		sentences: v.array(v.string()),
		again: v.boolean()
	}),
	v.object({ type: v.literal('cancel'), id: count })
]);

const failure: v.GenericSchema<unknown, EngineFailure> = v.variant('kind', [
	v.object({ kind: v.picklist(['cancelled', 'memory', 'refused', 'missing', 'died']) }),
	v.object({ kind: v.picklist(['broken', 'failed']), message: v.string() })
]);

const fromWorker: v.GenericSchema<unknown, FromWorker> = v.variant('type', [
	v.object({ type: v.literal('alive') }),
	v.object({ type: v.literal('loaded') }),
	v.object({ type: v.literal('unloadable'), failure }),
	v.object({ type: v.literal('answer'), id: count, index: count, answer: v.string() }),
	v.object({ type: v.picklist(['done', 'cancelled']), id: count }),
	v.object({ type: v.literal('failed'), id: count, failure })
]);

/** Throws on what the page cannot have said. */
export const parseToWorker = (raw: unknown): ToWorker => v.parse(toWorker, raw);
/** Throws on what the worker cannot have said. */
export const parseFromWorker = (raw: unknown): FromWorker => v.parse(fromWorker, raw);
