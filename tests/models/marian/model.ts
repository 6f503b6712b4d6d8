/** Writes a Marian model as the files that transformers.js loads, named as on the hub. */
import { decoderFile } from './decoder';
import { encoderFile } from './encoder';
import type { MarianShape, Weights } from './weights';

/** A piece of a word, with `▁` at the start of a word, and its score in the tokenizer. */
export type Piece = readonly [text: string, score: number];

export interface MarianModel {
	readonly from: string;
	readonly to: string;
	readonly shape: MarianShape;
	readonly weights: Weights;
	/** The vocabulary from `vocabularyOf`. */
	readonly pieces: readonly Piece[];
	/** Splits a text before the pieces are searched. */
	readonly cut: 'words' | 'nowhere';
	/** Wraps words before the search, where set. */
	readonly marking: Marking | null;
}

/** A regular expression and its replacement. */
interface Marking {
	readonly pattern: string;
	readonly replacement: string;
}

export type Files = ReadonlyMap<string, Uint8Array>;

const eos = 0;
const unknown = 1;

/** Marian’s order: the end token first, then the unknown token; padding last. */
export const vocabularyOf = (pieces: readonly Piece[]): readonly Piece[] => [
	['</s>', 0],
	['<unk>', 0],
	...pieces,
	['<pad>', 0]
];

export function marianFiles(model: MarianModel): Files {
	const { shape, weights } = model;
	return new Map([
		['config.json', json(config(model))],
		['generation_config.json', json(generationConfig(model))],
		['tokenizer.json', json(tokenizer(model))],
		['tokenizer_config.json', json(tokenizerConfig(model))],
		['onnx/encoder_model_quantized.onnx', encoderFile(shape, weights)],
		['onnx/decoder_model_merged_quantized.onnx', decoderFile(shape, weights)]
	]);
}

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

const padding = ({ pieces }: MarianModel): number => pieces.length - 1;

const config = (model: MarianModel) => ({
	architectures: ['MarianMTModel'],
	model_type: 'marian',
	is_encoder_decoder: true,
	activation_function: 'swish',
	d_model: model.shape.width,
	encoder_layers: model.shape.layers,
	decoder_layers: model.shape.layers,
	num_hidden_layers: model.shape.layers,
	encoder_attention_heads: model.shape.heads,
	decoder_attention_heads: model.shape.heads,
	encoder_ffn_dim: model.shape.inner,
	decoder_ffn_dim: model.shape.inner,
	max_position_embeddings: model.shape.positions,
	vocab_size: model.shape.vocabulary,
	decoder_vocab_size: model.shape.vocabulary,
	scale_embedding: true,
	normalize_before: false,
	static_position_embeddings: true,
	share_encoder_decoder_embeddings: true,
	use_cache: true,
	...generationConfig(model)
});

const generationConfig = (model: MarianModel) => ({
	bad_words_ids: [[padding(model)]],
	bos_token_id: eos,
	decoder_start_token_id: padding(model),
	eos_token_id: eos,
	forced_eos_token_id: eos,
	max_length: model.shape.positions,
	num_beams: 4,
	pad_token_id: padding(model)
});

const tokenizerConfig = ({ from, to, shape }: MarianModel) => ({
	tokenizer_class: 'MarianTokenizer',
	model_max_length: shape.positions,
	source_lang: from,
	target_lang: to,
	eos_token: '</s>',
	unk_token: '<unk>',
	pad_token: '<pad>',
	separate_vocabs: false,
	clean_up_tokenization_spaces: true
});

/** Returns a Unigram tokenizer in the format of the library `tokenizers`. */
const tokenizer = (model: MarianModel) => ({
	version: '1.0',
	truncation: null,
	padding: null,
	added_tokens: [eos, unknown, padding(model)].map((id) => ({
		id,
		content: model.pieces[id]?.[0],
		single_word: false,
		lstrip: false,
		rstrip: false,
		normalized: false,
		special: true
	})),
	normalizer: normalizer(model),
	pre_tokenizer: preTokenizer(model),
	post_processor: {
		type: 'TemplateProcessing',
		single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
		pair: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
		special_tokens: { '</s>': { id: '</s>', ids: [eos], tokens: ['</s>'] } }
	},
	decoder: metaspace,
	model: { type: 'Unigram', unk_id: unknown, vocab: model.pieces }
});

const precompiled = { type: 'Precompiled', precompiled_charsmap: null };

const normalizer = ({ marking }: MarianModel) =>
	marking
		? {
				type: 'Sequence',
				normalizers: [
					precompiled,
					{ type: 'Replace', pattern: { Regex: marking.pattern }, content: marking.replacement }
				]
			}
		: precompiled;

const metaspace = { type: 'Metaspace', replacement: '▁', add_prefix_space: true };

function preTokenizer({ cut }: MarianModel) {
	switch (cut) {
		case 'words':
			return { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, metaspace] };
		case 'nowhere':
			return metaspace;
	}
}
