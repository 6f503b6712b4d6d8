/** The models available for the reader’s device, and the files of each. */
import type { Digest } from './digest';
import type { LanguagePair } from './engine';

export interface Model {
	/** The hub’s name for it. */
	readonly id: string;
	readonly pair: LanguagePair;
	/** The format of its weights. */
	readonly dtype: string;
	readonly licence: { readonly name: string; readonly address: string };
	/** Who trained it, and who converted it to the format used here. */
	readonly credit: { readonly maker: string; readonly converter: string };
	/** The files that the engine reads: all are needed, no others are fetched. */
	readonly files: readonly string[];
	/** An estimate shown before any request; the hub’s listing has the exact size. */
	readonly roughBytes: number;
}

/** A file of a model as its source announces it; null for a value that the source does not give. */
export interface ModelFile {
	/** The path within the model: `onnx/encoder_model_quantized.onnx`. */
	readonly name: string;
	readonly bytes: number | null;
	readonly digest: Digest | null;
}

/** The files that the engine reads of an OPUS-MT model. It is complete if all are there. */
export const opusFileNames = [
	'config.json',
	'generation_config.json',
	'tokenizer.json',
	'tokenizer_config.json',
	'onnx/encoder_model_quantized.onnx',
	'onnx/decoder_model_merged_quantized.onnx'
] as const;

const opusMt = (from: string, to: string): Model => ({
	id: `Xenova/opus-mt-${from}-${to}`,
	pair: { from, to },
	dtype: 'q8',
	licence: { name: 'CC-BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
	credit: { maker: 'Helsinki-NLP (OPUS-MT)', converter: 'Xenova' },
	files: opusFileNames,
	roughBytes: 110_000_000
});

export const models: readonly Model[] = [opusMt('sv', 'en'), opusMt('en', 'sv')];

export const modelById = (id: string): Model | null =>
	models.find((model) => model.id === id) ?? null;

export const modelFor = ({ from, to }: LanguagePair): Model | null =>
	models.find(({ pair }) => pair.from === from && pair.to === to) ?? null;

/** Returns the total size of files, null if that of one is unknown. */
export const sum = (files: readonly Pick<ModelFile, 'bytes'>[]): number | null =>
	files.reduce<number | null>(
		(total, { bytes }) => (total === null || bytes === null ? null : total + bytes),
		0
	);
