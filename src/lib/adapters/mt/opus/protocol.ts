/**
 * The page’s requests to the translating worker and its replies (`worker/protocol.ts`). The first
 * message names the model to load; the worker replies how it runs it, or `unusable` if that fails. It
 * replies `alive` once it holds the lock that it was given.
 */
import * as v from 'valibot';
import { digestKinds } from '../../../core/machine/digest';
import { cares, type Care, type EngineFailure } from '../../../core/machine/engine';
import { slowReasons, type SlowReason } from '../../../core/machine/slow';
import {
	replyParser,
	type FromWorker as Reply,
	type ToWorker as Call
} from '../../worker/protocol';
import type { OpusModel } from './model';

/** The addresses of the files that run a model. */
export interface Runtime {
	/** The runtime’s two. */
	readonly mjs: string;
	readonly wasm: string;
	/** Our own module, for each kind of device (`scripts/kernels.mjs`). */
	readonly kernels: Readonly<
		Record<'simd' | 'simd-threads' | 'relaxed' | 'relaxed-threads', string>
	>;
	/** The script of the threads beside the worker’s own. */
	readonly thread: string;
}

export interface LoadRequest {
	readonly type: 'load';
	readonly model: OpusModel;
	readonly runtime: Runtime;
	/**
	 * The name of a Web Lock that the worker holds while it lives. Its release is the only sign of a
	 * death.
	 */
	readonly lock: string;
}

/** For each sentence its terms, each in its spellings. */
export type SpelledTerms = readonly (readonly (readonly string[])[])[];

export interface TranslateRequest {
	readonly type: 'translate';
	readonly sentences: readonly string[];
	readonly again: boolean;
	readonly hurried: boolean;
	readonly care: Care;
	/** Absent where no terms are asked for. */
	readonly terms?: SpelledTerms;
}

/** The translation of one sentence of a request. */
export interface Answer {
	readonly index: number;
	readonly answer: string;
}

export type ToWorker = LoadRequest | Call<TranslateRequest>;

/** The answers are the progress of a call; its end carries no value. */
export type TranslateReply = Reply<null, EngineFailure, Answer>;

/** The model is loaded. `slow`: why it does not run in our own module; null if it does. */
export interface LoadedReply {
	readonly type: 'loaded';
	readonly slow: SlowReason | null;
}

export type FromWorker = { readonly type: 'alive' } | LoadedReply | TranslateReply;

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
		// Only a path of our own site: no other host is ever asked for a model’s file.
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
		runtime: v.object({
			mjs: text,
			wasm: text,
			kernels: v.object({
				simd: text,
				'simd-threads': text,
				relaxed: text,
				'relaxed-threads': text
			}),
			thread: text
		}),
		lock: text
	}),
	v.object({
		type: v.literal('translate'),
		id: count,
		sentences: v.array(v.string()),
		again: v.boolean(),
		hurried: v.boolean(),
		care: v.picklist(cares),
		terms: v.exactOptional(v.array(v.array(v.array(v.string()))))
	}),
	v.object({ type: v.literal('stop'), id: count })
]);

const failure: v.GenericSchema<unknown, EngineFailure> = v.variant('kind', [
	v.object({ kind: v.picklist(['cancelled', 'memory', 'refused', 'missing', 'died']) }),
	v.object({ kind: v.picklist(['broken', 'failed']), message: v.string() })
]);

const answer: v.GenericSchema<unknown, Answer> = v.object({ index: count, answer: v.string() });

/** Parses a request. Throws on a malformed message. */
export const parseToWorker = (raw: unknown): ToWorker => v.parse(toWorker, raw);

export const parseReply = replyParser(v.null(), failure, answer);

/** Tells whether a message says that the worker holds its lock. */
export const isAlive = (raw: unknown): boolean => v.is(v.object({ type: v.literal('alive') }), raw);

const loaded: v.GenericSchema<unknown, LoadedReply> = v.object({
	type: v.literal('loaded'),
	slow: v.nullable(v.picklist(slowReasons))
});

/** Returns the reply that the model is loaded; null for any other message. */
export function parseLoaded(raw: unknown): LoadedReply | null {
	const parsed = v.safeParse(loaded, raw);
	return parsed.success ? parsed.output : null;
}
