/** Runs a model on the runtime: what is not recognised by `marian/`, or cannot run there. */
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { Stepper } from './greedy';
import { ort } from './ort';
import type { OutputLayer } from './output/layer';
import type { ModelShape } from './modelShape';
import type { Encoded, Transformer } from './transformer';

export interface RuntimeModel {
	readonly encoder: InferenceSession;
	/** Outputs scores, or the vectors for a separate output layer. */
	readonly decoder: InferenceSession;
	readonly output: OutputLayer | null;
	readonly shape: ModelShape;
}

export class RuntimeTransformer implements Transformer {
	constructor(readonly model: RuntimeModel) {}

	encode(tokens: readonly number[]): Promise<Encoded> {
		return encodeSentence(this.model.encoder, tokens);
	}

	begin(sentences: readonly Encoded[]): Stepper {
		return new Decoding(this.model, sentences);
	}
}

/** The encoder gains little from batches. */
async function encodeSentence(
	encoder: InferenceSession,
	tokens: readonly number[]
): Promise<Encoded> {
	const dims = [1, tokens.length];
	const ids = BigInt64Array.from(tokens, BigInt);
	const { last_hidden_state: state } = await encoder.run({
		input_ids: new ort.Tensor('int64', ids, dims),
		attention_mask: new ort.Tensor('int64', ids.slice().fill(1n), dims)
	});
	return { tokens: tokens.length, vectors: floats(state) };
}

/** A batch during decoding: the sentences’ vectors and the decoder’s memory between the steps. */
export class Decoding implements Stepper {
	readonly #session: InferenceSession;
	readonly #output: OutputLayer | null;
	/** The outputs of all steps but the first: the keys and values of the sentences do not change. */
	readonly #laterOutputs: readonly string[];
	#feeds: Readonly<Record<string, Tensor>>;
	/** The sentence of each row. */
	#sentences: readonly number[];
	#isFirst = true;

	constructor({ decoder: session, output, shape }: RuntimeModel, sentences: readonly Encoded[]) {
		this.#session = session;
		this.#output = output;
		this.#laterOutputs = session.outputNames.filter((name) => !name.includes('.encoder.'));
		const none = [sentences.length, shape.heads, 0, shape.headWidth];
		const past = session.inputNames
			.filter((name) => name.startsWith('past_key_values.'))
			.map((name) => [name, new ort.Tensor('float32', new Float32Array(), none)] as const);
		this.#feeds = { ...padded(sentences), ...Object.fromEntries(past) };
		this.#sentences = [...sentences.keys()];
	}

	async step(tokens: readonly number[]): Promise<readonly Float32Array[]> {
		const ids = BigInt64Array.from(tokens, BigInt);
		const feeds: Record<string, Tensor> = {
			...this.#feeds,
			input_ids: new ort.Tensor('int64', ids, [tokens.length, 1])
		};
		if (this.#session.inputNames.includes('use_cache_branch'))
			feeds.use_cache_branch = new ort.Tensor('bool', [!this.#isFirst], [1]);
		const outputs = this.#isFirst
			? await this.#session.run(feeds)
			: await this.#session.run(feeds, this.#laterOutputs);
		this.#isFirst = false;
		this.#feeds = { ...this.#feeds, ...pastOf(outputs) };
		const logits = floats(outputs.logits);
		return this.#output?.scores(logits) ?? rowsOf(logits, tokens.length);
	}

	keep(rows: readonly number[]): void {
		const sentences = rows.map((row) => this.#sentences[row] ?? 0);
		// What belongs to the sentence is the same in all its rows: most of a beam’s steps move only
		// the decoder’s own keys and values.
		const isSame = sentences.join() === this.#sentences.join();
		this.#sentences = sentences;
		this.#feeds = Object.fromEntries(
			Object.entries(this.#feeds).map(([name, tensor]) => [
				name,
				isSame && !name.includes('.decoder.') ? tensor : pick(tensor, rows)
			])
		);
	}
}

/** Stacks sentences, padded to the longest, with the mask of their real tokens. */
function padded(sentences: readonly Encoded[]): Readonly<Record<string, Tensor>> {
	const longest = Math.max(...sentences.map(({ tokens }) => tokens));
	const first = sentences[0];
	const width = first ? first.vectors.length / first.tokens : 0;
	const vectors = new Float32Array(sentences.length * longest * width);
	const mask = new BigInt64Array(sentences.length * longest);
	sentences.forEach((sentence, row) => {
		vectors.set(sentence.vectors, row * longest * width);
		mask.fill(1n, row * longest, row * longest + sentence.tokens);
	});
	return {
		encoder_hidden_states: new ort.Tensor('float32', vectors, [sentences.length, longest, width]),
		encoder_attention_mask: new ort.Tensor('int64', mask, [sentences.length, longest])
	};
}

const pastOf = (outputs: InferenceSession.OnnxValueMapType): Readonly<Record<string, Tensor>> =>
	Object.fromEntries(
		Object.entries(outputs).flatMap(([name, value]) =>
			name.startsWith('present.') && isTensor(value)
				? [[name.replace('present.', 'past_key_values.'), value]]
				: []
		)
	);

/** Returns some rows of a tensor along its first dimension. */
function pick(tensor: Tensor, rows: readonly number[]): Tensor {
	const { data, dims } = tensor;
	const size = data.length / (dims[0] ?? 1);
	if (data instanceof Float32Array) {
		const picked = new Float32Array(rows.length * size);
		rows.forEach((row, i) => picked.set(data.subarray(row * size, (row + 1) * size), i * size));
		return new ort.Tensor('float32', picked, [rows.length, ...dims.slice(1)]);
	}
	if (data instanceof BigInt64Array) {
		const picked = new BigInt64Array(rows.length * size);
		rows.forEach((row, i) => picked.set(data.subarray(row * size, (row + 1) * size), i * size));
		return new ort.Tensor('int64', picked, [rows.length, ...dims.slice(1)]);
	}
	throw new TypeError(`rows of a tensor of ${tensor.type}`);
}

function rowsOf(logits: Float32Array, rows: number): readonly Float32Array[] {
	const size = logits.length / rows;
	return Array.from({ length: rows }, (_, row) => logits.subarray(row * size, (row + 1) * size));
}

function floats(value: unknown): Float32Array {
	if (isTensor(value) && value.data instanceof Float32Array) return value.data;
	throw new TypeError('the model does not answer with numbers');
}

const isTensor = (value: unknown): value is Tensor =>
	typeof value === 'object' && value !== null && 'dims' in value && 'data' in value;
