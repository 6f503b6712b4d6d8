/** An OPUS-MT model in the form that transformers.js loads, and where its files are. */
import type { EngineId, Pair } from '../../../core/machine/engine';
import type { OpenModel } from '../../../core/machine/modelStore';

export interface OpusModel {
	readonly pair: Pair;
	/** As its maker names it: `Xenova/opus-mt-sv-en`. */
	readonly model: string;
	/** The commit. */
	readonly revision: string;
	readonly files: ModelFiles;
}

/**
 * A file is at `prefix` + its name: in a cache of this name, or at an address of our own site, which
 * begins with a slash. A worker cannot be handed a function, so this is what it is told.
 */
export type ModelFiles =
	| { readonly kind: 'cache'; readonly cache: string; readonly prefix: string }
	| { readonly kind: 'address'; readonly prefix: string }
	/** As the reader keeps it (`adapters/models`). */
	| { readonly kind: 'kept'; readonly model: OpenModel };

export const dtype = 'q8';

/** Every file that loading reads; a model is whole when all are there. */
export const modelFileNames = [
	'config.json',
	'generation_config.json',
	'tokenizer.json',
	'tokenizer_config.json',
	'onnx/encoder_model_quantized.onnx',
	'onnx/decoder_model_merged_quantized.onnx'
] as const;

/** Sentences that are decoded at the same time. More are hardly faster, and the first comes later. */
export const batchRows = 8;

/** A test holds these against what is installed: another version may answer differently. */
export const library = {
	transformers: '4.3.1',
	runtime: '1.31.0-dev.20260914-8d85527a0'
};

export const opusId = ({ model, revision }: OpusModel): EngineId => ({
	engine: 'opus-mt',
	model,
	revision,
	dtype,
	settings: [
		'greedy',
		'wasm',
		`batch ${batchRows}`,
		`transformers.js ${library.transformers}`,
		`onnxruntime-web ${library.runtime}`
	].join(', ')
});
