/** Models in all forms that exporters write, each run by the runtime and by our module. */
import { beforeAll, expect, test } from 'vitest';
import { decoderFile } from '../../../../../../tests/models/marian/decoder';
import { encoderFile } from '../../../../../../tests/models/marian/encoder';
import type { Form } from '../../../../../../tests/models/marian/layers';
import { beginWeights, uniform } from '../../../../../../tests/models/marian/weights';
import { runtime } from '../../../../../../tests/models/local';
import { RuntimeTransformer } from '../decoding';
import { moduleOf } from '../marian/kernel.fixture';
import { Marian } from '../marian/marian';
import { ort } from '../ort';
import type { Transformer } from '../transformer';
import { readDecoder, readEncoder, UnknownGraph } from './marian';

const sizes = { width: 32, heads: 2, inner: 48, layers: 2, vocabulary: 50, positions: 40 };
const shape = { heads: 2, headWidth: 16, positions: 40, start: 49, end: 0, forbidden: [] };
const weights = beginWeights(sizes, uniform(3));
/** Norms and biases that change something, unlike those of an untrained model. */
for (const [name, values] of weights)
	if (/norm|bias/.test(name)) values.forEach((value, i) => (values[i] = value + (i % 7) / 10));

let module: WebAssembly.Module;

beforeAll(async () => {
	ort.env.wasm.wasmPaths = { mjs: runtime.mjs, wasm: runtime.wasm };
	ort.env.wasm.numThreads = 1;
	module = await moduleOf('simd');
});

interface Files {
	readonly encoder: Uint8Array;
	readonly decoder: Uint8Array;
}

const filesOf = (form: Partial<Form>): Files => ({
	encoder: encoderFile(sizes, weights, form),
	decoder: decoderFile(sizes, weights, form)
});

async function onRuntime({ encoder, decoder }: Files): Promise<Transformer> {
	const session = (file: Uint8Array) => ort.InferenceSession.create(file);
	return new RuntimeTransformer({
		encoder: await session(encoder),
		decoder: await session(decoder),
		output: null,
		shape
	});
}

const inModule = ({ encoder, decoder }: Files): Transformer =>
	new Marian(
		module,
		new WebAssembly.Memory({ initial: 1 }),
		{ encoder: readEncoder(encoder), decoder: readDecoder(decoder) },
		shape
	);

/** The scores of some steps on a sentence. */
async function scoresOf(transformer: Transformer): Promise<readonly number[]> {
	const batch = transformer.begin([await transformer.encode([5, 17, 3, 44, 8, 0])]);
	const scores: number[] = [];
	for (const token of [49, 7, 20, 20, 31]) scores.push(...((await batch.step([token]))[0] ?? []));
	return scores;
}

const forms: readonly Partial<Form>[] = [
	{},
	{ merged: 'whole' },
	{ norm: 'spelt out', activation: 'relu' },
	{ weights: 'uint8' },
	{ weights: 'by column' },
	{ merged: 'whole', norm: 'spelt out', weights: 'by column' }
];

for (const form of forms)
	test(`a model is read as the runtime reads it: ${JSON.stringify(form)}`, async () => {
		const files = filesOf(form);
		const [ours, theirs] = [
			await scoresOf(inModule(files)),
			await scoresOf(await onRuntime(files))
		];
		const spread = Math.max(...theirs) - Math.min(...theirs);
		const worst = Math.max(...ours.map((score, i) => Math.abs(score - (theirs[i] ?? 0))));
		expect(ours).toHaveLength(5 * sizes.vocabulary);
		expect(worst).toBeLessThan(spread / 50);
	});

/** Returns a file in which the name of an operation or a value is replaced by one as long. */
function renamed(file: Uint8Array, from: string, to: string): Uint8Array {
	const text = Buffer.from(file).toString('latin1');
	expect(text).toContain(from);
	return new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1'));
}

test('a graph with something unknown in it is not recognised', () => {
	const { encoder, decoder } = filesOf({});
	for (const [from, to] of [
		['Sigmoid', 'Softsig'],
		['LayerNormalization', 'LayerNormalisation'],
		['DynamicQuantizeLinear', 'DynamicQuantiseLinear'],
		['Softmax', 'Hardmax'],
		['Gather', 'Bather']
	] as const)
		expect(() => readDecoder(renamed(decoder, from, to)), from).toThrow(UnknownGraph);
	expect(() => readEncoder(renamed(encoder, 'attention_mask', 'attention_nask'))).toThrow(
		'attention'
	);
	expect(() =>
		readDecoder(renamed(decoder, 'encoder_hidden_states', 'encoder_hidden_statez'))
	).toThrow(UnknownGraph);
	expect(() => readDecoder(encoder)).toThrow('the output layer');
	expect(() => readDecoder(new Uint8Array())).toThrow('a file without a graph');
	expect(() => readDecoder(decoder.slice(0, -9))).toThrow(RangeError);
});

test('a merged decoder whose later steps have weights of their own is not recognised', () => {
	const file = filesOf({ merged: 'whole' }).decoder;
	const name = 'model.decoder.layers.1.fc1.weight_quantized';
	const at = Buffer.from(file).lastIndexOf(name);
	const other = new Uint8Array(file);
	// The last use of the weights is in one of the branches: it gets those of another layer.
	other[at + 'model.decoder.layers.'.length] = '0'.charCodeAt(0);
	expect(() => readDecoder(other)).toThrow(UnknownGraph);
});
