/**
 * A machine that translates on the reader’s own device, and the interface behind which it works.
 * `adapters/mt` implements it, a folder for each engine; no text leaves the device through it.
 */
import type { Result } from '../result';
import type { Lang } from '../text/article';

export interface Pair {
	readonly from: Lang;
	readonly to: Lang;
}

/** What translates, exactly: whatever could change its answer. */
export interface EngineId {
	/** `opus-mt`, `browser`. */
	readonly engine: string;
	/** As its maker names it: `Xenova/opus-mt-sv-en`. */
	readonly model: string;
	/** The commit of the model; of the browser’s own translator, the browser’s version. */
	readonly revision: string;
	/** How its weights are kept: `q8`. Empty where nobody can tell. */
	readonly dtype: string;
	/** How it generates and on what, in one line in one order: `greedy, wasm, batch 8`. */
	readonly settings: string;
}

/**
 * `cancelled`: it was asked to stop; `memory`: the device has too little; `refused`: this browser
 * does not run it (WebAssembly is forbidden, say); `missing`: a file of the model is not there;
 * `broken`: the model cannot be loaded; `died`: its worker ended by itself; `failed`: anything else.
 * After a failure the engine can be asked again: it starts anew.
 */
export type EngineFailure =
	| { readonly kind: 'cancelled' | 'memory' | 'refused' | 'missing' | 'died' }
	| { readonly kind: 'broken' | 'failed'; readonly message: string };

/** An `AbortSignal`, as far as core needs one. */
export interface Cancelling {
	readonly aborted: boolean;
	addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Asked {
	readonly signal: Cancelling;
	/** Called with each answer when it is whole, in any order. */
	readonly onAnswer?: (index: number, answer: string) => void;
	/** Asked again after an answer that would not do: generates differently. */
	readonly again?: boolean;
}

export interface Engine {
	readonly id: EngineId;
	readonly pair: Pair;
	/**
	 * Translates sentences, each by itself; the answers in their order. An answer is what the
	 * machine said, unchecked (see `answer`). `cancelled` within 100 ms of its being asked.
	 */
	translate(
		sentences: readonly string[],
		asked: Asked
	): Promise<Result<readonly string[], EngineFailure>>;
	/** Gives its memory back. The next call loads it anew. */
	rest(): void;
}
