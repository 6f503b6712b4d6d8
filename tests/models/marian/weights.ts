/** The shape of a Marian model and its weights, named as in Hugging Face’s exports. */
import { random } from '../random';

export interface MarianShape {
	/** The width of a token’s vector. */
	readonly width: number;
	readonly heads: number;
	/** The width of the feed-forward layer. */
	readonly inner: number;
	/** The number of layers in the encoder, and in the decoder. */
	readonly layers: number;
	readonly vocabulary: number;
	/** The longest sentence, in tokens. */
	readonly positions: number;
}

/** `x.weight` is [in, out]; `model.shared.weight` is [vocabulary, width], for both ends. */
export type Weights = Map<string, Float32Array>;

export const names = {
	embedding: 'model.shared.weight',
	positions: 'model.positions',
	logitsBias: 'final_logits_bias'
} as const;

const sides = ['encoder', 'decoder'] as const;
export type Side = (typeof sides)[number];
const attentions = {
	encoder: ['self_attn'],
	decoder: ['self_attn', 'encoder_attn']
} as const;
const projections = ['q_proj', 'k_proj', 'v_proj', 'out_proj'] as const;

export const layerName = (side: Side, layer: number): string => `model.${side}.layers.${layer}`;

export function weight(weights: Weights, name: string): Float32Array {
	const found = weights.get(name);
	if (!found) throw new RangeError(`no weight is called ${name}`);
	return found;
}

/** Returns the initial weights of a linear layer with [in, out]. */
export type Begin = (inputs: number, outputs: number) => Float32Array;

export const zeros: Begin = (inputs, outputs) => new Float32Array(inputs * outputs);

/** Returns uniform weights after Glorot and Bengio (2010), the same in every run of a seed. */
export function uniform(seed: number): Begin {
	const next = random(seed);
	return (inputs, outputs) => {
		const bound = Math.sqrt(6 / (inputs + outputs));
		const weights = new Float32Array(inputs * outputs);
		for (let i = 0; i < weights.length; i++) weights[i] = (next() * 2 - 1) * bound;
		return weights;
	};
}

/** Returns an untrained model: `begin` fills the linear layers; norms change nothing. */
export function beginWeights(shape: MarianShape, begin: Begin): Weights {
	const { width, inner, vocabulary, positions } = shape;
	const weights: Weights = new Map();
	const linear = (name: string, inputs: number, outputs: number) => {
		weights.set(`${name}.weight`, begin(inputs, outputs));
		weights.set(`${name}.bias`, new Float32Array(outputs));
	};
	const norm = (name: string) => {
		weights.set(`${name}.weight`, new Float32Array(width).fill(1));
		weights.set(`${name}.bias`, new Float32Array(width));
	};
	weights.set(names.embedding, begin(vocabulary, width));
	weights.set(names.positions, sinusoid(positions, width));
	weights.set(names.logitsBias, new Float32Array(vocabulary));
	for (const side of sides)
		for (let layer = 0; layer < shape.layers; layer++) {
			const at = layerName(side, layer);
			for (const attention of attentions[side]) {
				for (const name of projections) linear(`${at}.${attention}.${name}`, width, width);
				norm(`${at}.${attention}_layer_norm`);
			}
			linear(`${at}.fc1`, width, inner);
			linear(`${at}.fc2`, inner, width);
			norm(`${at}.final_layer_norm`);
		}
	return weights;
}

/** Marian’s order: all sines, then all cosines. */
function sinusoid(positions: number, width: number): Float32Array {
	const half = width / 2;
	const table = new Float32Array(positions * width);
	for (let p = 0; p < positions; p++)
		for (let i = 0; i < half; i++) {
			const angle = p / 10000 ** ((2 * i) / width);
			table[p * width + i] = Math.sin(angle);
			table[p * width + half + i] = Math.cos(angle);
		}
	return table;
}
