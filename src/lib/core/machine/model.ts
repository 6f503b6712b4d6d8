/** The models that a reader can have on their device, and what a copy of one consists of. */
import type { Digest } from './digest';
import type { Pair } from './engine';

export interface Model {
	/** As the hub names it. */
	readonly id: string;
	readonly pair: Pair;
	/** How its weights are kept. */
	readonly dtype: string;
	readonly licence: { readonly name: string; readonly address: string };
	/** Who trained it, and who brought it into the form that runs here. */
	readonly credit: { readonly maker: string; readonly converter: string };
	/** What the engine reads: every one is needed, no other is fetched. */
	readonly files: readonly string[];
	/** To give the reader an idea before anybody is asked; the truth is the hub’s listing. */
	readonly roughBytes: number;
}

/** A file of a model as its source announces it: null is what the source does not say. */
export interface ModelFile {
	/** The path within the model: `onnx/encoder_model_quantized.onnx`. */
	readonly name: string;
	readonly bytes: number | null;
	readonly digest: Digest | null;
}

const opusMt = (from: string, to: string): Model => ({
	id: `Xenova/opus-mt-${from}-${to}`,
	pair: { from, to },
	dtype: 'q8',
	licence: { name: 'CC-BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
	credit: { maker: 'Helsinki-NLP (OPUS-MT)', converter: 'Xenova' },
	files: [
		'config.json',
		'generation_config.json',
		'tokenizer.json',
		'tokenizer_config.json',
		'onnx/encoder_model_quantized.onnx',
		'onnx/decoder_model_merged_quantized.onnx'
	],
	roughBytes: 110_000_000
});

export const models: readonly Model[] = [opusMt('sv', 'en'), opusMt('en', 'sv')];

export const modelById = (id: string): Model | null =>
	models.find((model) => model.id === id) ?? null;

export const modelFor = ({ from, to }: Pair): Model | null =>
	models.find(({ pair }) => pair.from === from && pair.to === to) ?? null;

/** What files weigh together, null where that of one is not known. */
export const sum = (files: readonly Pick<ModelFile, 'bytes'>[]): number | null =>
	files.reduce<number | null>(
		(total, { bytes }) => (total === null || bytes === null ? null : total + bytes),
		0
	);
