/** `encoder_model_quantized.onnx`: computes a vector for each token of a sentence. */
import { onnxFile } from '../onnx/graph';
import { Layers, type Form } from './layers';
import { layerName, type MarianShape, type Weights } from './weights';

export function encoderFile(
	shape: MarianShape,
	weights: Weights,
	form: Partial<Form> = {}
): Uint8Array {
	const layers = new Layers('encoder', shape, weights, form);
	const { root } = layers;
	const tokens = ['batch_size', 'encoder_sequence_length'];
	root.input('input_ids', 'int64', tokens);
	root.input('attention_mask', 'int64', tokens);
	const bias = layers.maskBias('attention_mask');
	let x = layers.embed('input_ids', layers.integers(0), layers.dim('input_ids', 1));
	for (let layer = 0; layer < shape.layers; layer++) {
		const at = layerName('encoder', layer);
		const attention = `${at}.self_attn`;
		const keys = layers.projected(x, attention, 'k_proj');
		const values = layers.projected(x, attention, 'v_proj');
		const attended = layers.attend(attention, layers.query(x, attention), keys, values, bias);
		x = layers.feedForward(layers.added(x, attended, attention), at);
	}
	layers.node('Identity', [x], {}, 'last_hidden_state');
	root.output('last_hidden_state', 'float', [...tokens, shape.width]);
	return onnxFile(root);
}
