/** What translates tokens: our own module (`marian/`), or the runtime (`decoding.ts`). */
import type { Stepper } from './greedy';

/** A sentence as the encoder’s output: [tokens, width] */
export interface Encoded {
	readonly tokens: number;
	readonly vectors: Float32Array;
}

export interface Transformer {
	/** Encodes one sentence: so that it can be stopped between sentences. */
	encode(tokens: readonly number[]): Promise<Encoded>;
	/** Begins to decode a batch. The one before it can then not be continued. */
	begin(sentences: readonly Encoded[]): Stepper;
}
