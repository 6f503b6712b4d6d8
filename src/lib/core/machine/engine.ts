/**
 * The interface of a machine that translates on the reader’s own device. `adapters/mt` implements
 * it, a folder for each engine; no text leaves the device through it.
 */
import type { Result } from '../result';
import type { Lang } from '../text/article';
import type { AskedTerm } from './askedTerm';

export interface LanguagePair {
	readonly from: Lang;
	readonly to: Lang;
}

/** The exact identity of an engine: everything that could change its answer. */
export interface EngineId {
	/** `opus-mt`, `browser`. */
	readonly engine: string;
	/** The name its publisher uses: `Xenova/opus-mt-sv-en`. */
	readonly model: string;
	/** The commit of the model; for the browser’s own translator, the browser’s version. */
	readonly revision: string;
	/** The format of its weights: `q8`. Empty if unknown. */
	readonly dtype: string;
	/** How and on what it generates, in one line in a fixed order: `greedy, wasm, batch 8`. */
	readonly settings: string;
}

/**
 * `cancelled`: stopped on request; `memory`: the device has too little; `refused`: this browser
 * does not run it (WebAssembly is forbidden, say); `missing`: a file of the model is not there;
 * `broken`: the model cannot be loaded; `died`: its worker ended unexpectedly; `failed`: anything
 * else. After a failure the engine can be asked again: it starts anew.
 */
export type EngineFailure =
	| { readonly kind: 'cancelled' | 'memory' | 'refused' | 'missing' | 'died' }
	| { readonly kind: 'broken' | 'failed'; readonly message: string };

/** The first of the settings of an engine in its quick way. */
export const quickly = 'greedy';

/** Returns whether a model made these words in its quick way. */
export const isQuick = ({ settings = '' }: { readonly settings?: string }): boolean =>
	settings.split(', ').includes(quickly);

/** The part of an `AbortSignal` that core needs. */
export interface Cancelling {
	readonly aborted: boolean;
	addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * How an engine generates: `quick` takes the likeliest next token each time; `careful` compares
 * several translations, and takes longer.
 */
export const cares = ['quick', 'careful'] as const;
export type Care = (typeof cares)[number];

export interface TranslateOptions {
	readonly signal: Cancelling;
	/** Called with each answer as soon as it is complete, in any order. */
	readonly onAnswer?: (index: number, answer: string) => void;
	/** True after a rejected answer: generates differently. */
	readonly again?: boolean;
	/** True where a reader waits: the first answer comes sooner, all of them a little later. */
	readonly hurried?: boolean;
	/** The terms asked for in each sentence. Only where the engine can be asked for any. */
	readonly terms?: readonly (readonly AskedTerm[])[];
}

export interface Engine {
	readonly id: EngineId;
	readonly pair: LanguagePair;
	/**
	 * Translates sentences, each separately; the answers are in the same order. An answer is the raw
	 * output, unchecked (see `faultOf`). Fails with `cancelled` within 100 ms of the request to stop.
	 */
	translate(
		sentences: readonly string[],
		asked: TranslateOptions
	): Promise<Result<readonly string[], EngineFailure>>;
	/** Releases its memory. The next call loads it again. */
	rest(): void;
	/** The same model in its careful way, with an identity of its own; absent where it has none. */
	readonly careful?: Engine;
	/** How it is asked for terms, in one line; absent where it cannot be asked for any. */
	readonly asks?: string;
}
