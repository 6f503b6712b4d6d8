/** The weights of a Marian model, as they are in its files. */
import type { AttentionWeights } from './attention';
import type { EmbeddingWeights } from './embedding';
import type { LinearWeights } from './linear';
import type { NormWeights } from './norm';

export type Activation = 'relu' | 'swish';

export interface LayerWeights {
	readonly own: AttentionWeights;
	/** Attention to the sentence; the encoder has none. */
	readonly cross: AttentionWeights | null;
	readonly inner: LinearWeights;
	readonly outer: LinearWeights;
	readonly norm: NormWeights;
	readonly activation: Activation;
}

export interface StackWeights {
	readonly embedding: EmbeddingWeights;
	readonly layers: readonly LayerWeights[];
}

export interface DecoderWeights extends StackWeights {
	readonly output: LinearWeights;
}
