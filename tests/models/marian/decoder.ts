/**
 * `decoder_model_merged_quantized.onnx`: computes the scores of the next token from the tokens so
 * far. One merged graph holds the first step, which computes the keys and values of the sentence
 * (`no_cache`), and the later steps, which receive them (`use_cache`).
 */
import { Graph, onnxFile } from '../onnx/graph';
import { Layers, type Form } from './layers';
import { layerName, type MarianShape, type Weights } from './weights';

const kinds = ['key', 'value'] as const;
const projection = { key: 'k_proj', value: 'v_proj' } as const;

export function decoderFile(
	shape: MarianShape,
	weights: Weights,
	form: Partial<Form> = {}
): Uint8Array {
	const layers = new Layers('decoder', shape, weights, form);
	const { root } = layers;
	declareInputs(root, shape);
	if (layers.form.merged === 'whole') return wholeDecoder(layers);
	sentenceCache(layers);

	const start = layers.dim('past_key_values.0.decoder.key', 2);
	const end = layers.node('Add', [start, layers.dim('input_ids', 1)]);
	const causal = layers.causalBias(start, end);
	const mask = layers.maskBias('encoder_attention_mask');
	let x = layers.embed('input_ids', start, end);
	for (let layer = 0; layer < shape.layers; layer++)
		x = decoderLayer(layers, x, layer, causal, mask);

	layers.node('Identity', [layers.logits(x)], {}, 'logits');
	root.output('logits', 'float', ['batch_size', 'decoder_sequence_length', shape.vocabulary]);
	return onnxFile(root);
}

/** Two whole decoders of the same weights in the branches of one `If`. */
function wholeDecoder(layers: Layers): Uint8Array {
	const { root, shape } = layers;
	const [first, later] = [true, false].map((isFirst) => branch(layers, isFirst));
	if (!first || !later) throw new Error('no branches');
	const names = ['logits', ...presentNames(shape)];
	const branches = { then_branch: later, else_branch: first };
	root.nodeOf('If', ['use_cache_branch'], names, branches);
	for (const name of names) root.output(name, 'float', ['a', 'b', 'c', 'd'].slice(0, rank(name)));
	return onnxFile(root);
}

const rank = (name: string): number => (name === 'logits' ? 3 : 4);

const presentNames = ({ layers }: MarianShape): readonly string[] =>
	Array.from({ length: layers }, (_, layer) =>
		(['decoder', 'encoder'] as const).flatMap((side) =>
			kinds.map((kind) => `present.${layer}.${side}.${kind}`)
		)
	).flat();

/** The decoder at its first step, or at a later one. */
function branch(layers: Layers, isFirst: boolean): Graph {
	const prefix = isFirst ? 'first.' : 'later.';
	const graph = new Graph(isFirst ? 'no_cache' : 'use_cache');
	layers.within(graph, () => {
		const { shape } = layers;
		const start = isFirst ? layers.integers(0) : layers.dim('past_key_values.0.decoder.key', 2);
		const end = layers.node('Add', [start, layers.dim('input_ids', 1)]);
		const causal = layers.causalBias(start, end);
		const mask = layers.maskBias('encoder_attention_mask');
		let x = layers.embed('input_ids', start, end);
		for (let layer = 0; layer < shape.layers; layer++) {
			for (const kind of kinds) {
				const attention = `${layerName('decoder', layer)}.encoder_attn`;
				const given = `past_key_values.${layer}.encoder.${kind}`;
				const keys = isFirst
					? layers.projected('encoder_hidden_states', attention, projection[kind])
					: given;
				layers.node('Identity', [keys], {}, `${prefix}present.${layer}.encoder.${kind}`);
			}
			x = decoderLayer(layers, x, layer, causal, mask, prefix, isFirst);
		}
		layers.node('Identity', [layers.logits(x)], {}, `${prefix}logits`);
	});
	for (const name of ['logits', ...presentNames(layers.shape)])
		graph.output(`${prefix}${name}`, 'float', ['a', 'b', 'c', 'd'].slice(0, rank(name)));
	return graph;
}

const headWidth = ({ width, heads }: MarianShape): number => width / heads;

function declareInputs(root: Graph, shape: MarianShape): void {
	root.input('encoder_attention_mask', 'int64', ['batch_size', 'encoder_sequence_length']);
	root.input('input_ids', 'int64', ['batch_size', 'decoder_sequence_length']);
	root.input('encoder_hidden_states', 'float', [
		'batch_size',
		'encoder_sequence_length',
		shape.width
	]);
	const lengths = {
		decoder: 'past_decoder_sequence_length',
		encoder: 'encoder_sequence_length_out'
	};
	for (let layer = 0; layer < shape.layers; layer++)
		for (const side of ['decoder', 'encoder'] as const)
			for (const kind of kinds)
				root.input(`past_key_values.${layer}.${side}.${kind}`, 'float', [
					'batch_size',
					shape.heads,
					lengths[side],
					headWidth(shape)
				]);
	root.input('use_cache_branch', 'bool', [1]);
}

/** The keys and values of the sentence’s tokens for every layer: computed once, then reused. */
function sentenceCache(layers: Layers): void {
	const { root, shape } = layers;
	const dims = ['batch_size', shape.heads, 'encoder_sequence_length_out', headWidth(shape)];
	const given = new Graph('use_cache');
	const computed = new Graph('no_cache');
	const outputs: string[] = [];
	for (let layer = 0; layer < shape.layers; layer++)
		for (const kind of kinds) {
			const attention = `${layerName('decoder', layer)}.encoder_attn`;
			const name = `${layer}.encoder.${kind}`;
			layers.within(given, () =>
				layers.node('Identity', [`past_key_values.${name}`], {}, `given.${name}`)
			);
			layers.within(computed, () => {
				const fresh = layers.projected('encoder_hidden_states', attention, projection[kind]);
				layers.node('Identity', [fresh], {}, `computed.${name}`);
			});
			given.output(`given.${name}`, 'float', dims);
			computed.output(`computed.${name}`, 'float', dims);
			outputs.push(`present.${name}`);
			root.output(`present.${name}`, 'float', dims);
		}
	root.nodeOf('If', ['use_cache_branch'], outputs, {
		then_branch: given,
		else_branch: computed
	});
}

function decoderLayer(
	layers: Layers,
	x: string,
	layer: number,
	causal: string,
	mask: string,
	prefix = '',
	isFirst = false
): string {
	const at = layerName('decoder', layer);
	const own = `${at}.self_attn`;
	const query = layers.query(x, own);
	const [keys, values] = kinds.map((kind) => {
		const name = `${layer}.decoder.${kind}`;
		const fresh = layers.projected(x, own, projection[kind]);
		if (prefix === '')
			layers.root.output(`present.${name}`, 'float', [
				'batch_size',
				layers.shape.heads,
				'past_decoder_sequence_length + decoder_sequence_length',
				headWidth(layers.shape)
			]);
		const present = `${prefix}present.${name}`;
		if (isFirst) return layers.node('Identity', [fresh], {}, present);
		const parts = [`past_key_values.${name}`, fresh];
		return layers.node('Concat', parts, { axis: 2 }, present);
	});
	const looked = layers.attend(own, query, keys ?? '', values ?? '', causal);
	const told = layers.added(x, looked, own);

	const sentence = `${at}.encoder_attn`;
	const read = layers.attend(
		sentence,
		layers.query(told, sentence),
		`${prefix}present.${layer}.encoder.key`,
		`${prefix}present.${layer}.encoder.value`,
		mask
	);
	return layers.feedForward(layers.added(told, read, sentence), at);
}
