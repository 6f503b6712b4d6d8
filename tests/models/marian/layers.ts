/**
 * The layers of Marian’s encoder and decoder as nodes of an ONNX graph, quantised like
 * onnxruntime’s `quantize_dynamic`: weights as int8 with one scale per tensor, the input of a
 * linear layer as uint8 with a new scale at every run. Norms follow each layer (post-norm); the
 * activation is swish.
 */
import { Graph } from '../onnx/graph';
import { names, weight, type MarianShape, type Weights } from './weights';

/** Added to the scores of masked positions: far below any real score. */
const never = -1e9;

/** How exporters write the same model. */
export interface Form {
	/** Layer normalisation as one node, or as the nine that exporters wrote before there was one. */
	readonly norm: 'node' | 'spelt out';
	/** One scale for a tensor of int8 or uint8, or one for each column of int8 from -64 to 64. */
	readonly weights: 'int8' | 'uint8' | 'by column';
	/** What the `If` of a merged decoder chooses: the keys of the sentence, or the whole decoder. */
	readonly merged: 'keys' | 'whole';
	readonly activation: 'swish' | 'relu';
}

const usual: Form = { norm: 'node', weights: 'int8', merged: 'keys', activation: 'swish' };

export class Layers {
	readonly root: Graph;
	readonly form: Form;
	#graph: Graph;
	/** The values already quantised, by graph. */
	readonly #quantised = new Map<string, readonly [string, string, string]>();

	constructor(
		name: string,
		readonly shape: MarianShape,
		readonly weights: Weights,
		form: Partial<Form> = {}
	) {
		this.form = { ...usual, ...form };
		this.root = new Graph(name);
		this.#graph = this.root;
	}

	node(...node: Parameters<Graph['node']>): string {
		return this.#graph.node(...node);
	}

	/** Adds the nodes of `build` to a graph within this one, such as a branch of `If`. */
	within(graph: Graph, build: () => void): void {
		const outer = this.#graph;
		this.#graph = graph;
		build();
		this.#graph = outer;
	}

	integers(...values: number[]): string {
		const elements = BigInt64Array.from(values.map(BigInt));
		return this.root.constant(`integers_${values.join('_')}`, 'int64', [values.length], elements);
	}

	integer(value: number): string {
		return this.root.constant(`integer_${value}`, 'int64', [], BigInt64Array.of(BigInt(value)));
	}

	scalar(value: number): string {
		return this.root.constant(`scalar_${value}`, 'float', [], Float32Array.of(value));
	}

	/** Returns the size of a dimension as a tensor of one element. */
	dim(x: string, dim: number): string {
		return this.node('Slice', [
			this.node('Shape', [x]),
			this.integers(dim),
			this.integers(dim + 1)
		]);
	}

	linear(x: string, name: string, inputs: number, outputs: number): string {
		const table = this.#int8(`${name}.weight`, [inputs, outputs], this.form.weights);
		const product = this.#product(x, table, false);
		return this.node('Add', [product, this.#vector(`${name}.bias`)]);
	}

	norm(x: string, name: string): string {
		if (this.form.norm === 'spelt out') return this.#speltOut(x, name);
		const parts = [x, this.#vector(`${name}.weight`), this.#vector(`${name}.bias`)];
		return this.node('LayerNormalization', parts, { axis: -1, epsilon: { float: 1e-5 } });
	}

	#speltOut(x: string, name: string): string {
		const mean = (of: string) => this.node('ReduceMean', [of], { axes: [-1] });
		const distance = this.node('Sub', [x, mean(x)]);
		const variance = mean(this.node('Pow', [distance, this.#spelt(2)]));
		const deviation = this.node('Sqrt', [this.node('Add', [variance, this.#spelt(1e-5)])]);
		const scaled = this.node('Div', [distance, deviation]);
		const weighted = this.node('Mul', [scaled, this.#vector(`${name}.weight`)]);
		return this.node('Add', [weighted, this.#vector(`${name}.bias`)]);
	}

	/** Returns a number as the output of a node. */
	#spelt(value: number): string {
		return this.node('Constant', [], { value: { tensor: Float32Array.of(value) } });
	}

	/** Embeds tokens with their positions in the sentence, from `start` to `end`. */
	embed(ids: string, start: string, end: string): string {
		const { width, vocabulary, positions } = this.shape;
		const rows = this.#rows(names.embedding, [vocabulary, width], (table) =>
			this.node('Gather', [table, ids])
		);
		const places = this.#rows(names.positions, [positions, width], (table) =>
			this.node('Slice', [table, start, end, this.integers(0)])
		);
		return this.node('Add', [this.node('Mul', [rows, this.scalar(Math.sqrt(width))]), places]);
	}

	/** Multiplies the vector of each token by every row of the embedding. */
	logits(x: string): string {
		const { width, vocabulary } = this.shape;
		const table = this.#int8(names.embedding, [vocabulary, width]);
		return this.node('Add', [this.#product(x, table, true), this.#vector(names.logitsBias)]);
	}

	/** Splits heads: [batch, tokens, width] → [batch, heads, tokens, width of a head]. */
	split(x: string): string {
		const { heads, width } = this.shape;
		const parts = this.node('Reshape', [x, this.integers(0, -1, heads, width / heads)]);
		return this.node('Transpose', [parts], { perm: [0, 2, 1, 3] });
	}

	/** Returns a query, scaled and split into heads. */
	query(x: string, attention: string): string {
		const { heads, width } = this.shape;
		const all = this.linear(x, `${attention}.q_proj`, width, width);
		return this.split(this.node('Mul', [all, this.scalar((width / heads) ** -0.5)]));
	}

	projected(x: string, attention: string, projection: 'k_proj' | 'v_proj'): string {
		const { width } = this.shape;
		return this.split(this.linear(x, `${attention}.${projection}`, width, width));
	}

	/** Attends: queries score keys and mix values; `bias` masks positions. */
	attend(name: string, query: string, keys: string, values: string, bias: string): string {
		const { width } = this.shape;
		const turned = this.node('Transpose', [keys], { perm: [0, 1, 3, 2] });
		const scores = this.node('Add', [this.node('MatMul', [query, turned]), bias]);
		const mixed = this.node('MatMul', [this.node('Softmax', [scores], { axis: -1 }), values]);
		const joined = this.node('Reshape', [
			this.node('Transpose', [mixed], { perm: [0, 2, 1, 3] }),
			this.integers(0, -1, width)
		]);
		return this.linear(joined, `${name}.out_proj`, width, width);
	}

	feedForward(x: string, layer: string): string {
		const { width, inner } = this.shape;
		const hidden = this.linear(x, `${layer}.fc1`, width, inner);
		const active =
			this.form.activation === 'relu'
				? this.node('Relu', [hidden])
				: this.node('Mul', [hidden, this.node('Sigmoid', [hidden])]);
		const out = this.linear(active, `${layer}.fc2`, inner, width);
		return this.norm(this.node('Add', [x, out]), `${layer}.final_layer_norm`);
	}

	/** Adds the output of attention to x and normalises the sum. */
	added(x: string, attended: string, attention: string): string {
		return this.norm(this.node('Add', [x, attended]), `${attention}_layer_norm`);
	}

	/** Turns [batch, tokens] of ones and zeros into [batch, 1, 1, tokens] to add to scores. */
	maskBias(mask: string): string {
		const hidden = this.node('Sub', [this.scalar(1), this.node('Cast', [mask], { to: 1 })]);
		const bias = this.node('Mul', [hidden, this.scalar(never)]);
		return this.node('Unsqueeze', [bias, this.integers(1, 2)]);
	}

	/** Returns the causal mask, [new tokens, all tokens]: no token attends to a later one. */
	causalBias(start: string, end: string): string {
		const number = (x: string) => this.node('Squeeze', [x, this.integers(0)]);
		const range = (from: string) => this.node('Range', [from, number(end), this.integer(1)]);
		const queries = this.node('Unsqueeze', [range(number(start)), this.integers(1)]);
		const later = this.node('Greater', [range(this.integer(0)), queries]);
		return this.node('Where', [later, this.scalar(never), this.scalar(0)]);
	}

	#vector(name: string): string {
		const elements = weight(this.weights, name);
		return this.root.constant(name, 'float', [elements.length], elements);
	}

	/** Reads rows of a table that is stored as int8. */
	#rows(name: string, dims: readonly number[], pick: (table: string) => string): string {
		const { values, scale, zero } = this.#int8(name, dims);
		return this.node('DequantizeLinear', [pick(values), scale, zero]);
	}

	/** Quantises symmetrically, with one scale for the whole tensor unless `form` says otherwise. */
	#int8(name: string, dims: readonly number[], form: Form['weights'] = 'int8'): Int8Names {
		const int8 = {
			values: `${name}_quantized`,
			scale: `${name}_scale`,
			zero: `${name}_zero_point`
		};
		if (this.root.has(int8.values)) return int8;
		if (form !== 'int8') {
			this.#tableOf(form, int8, dims, weight(this.weights, name));
			return int8;
		}
		const most = this.form.weights === 'by column' ? mostSmall : undefined;
		const { values, scale } = quantised(weight(this.weights, name), most);
		this.root.constant(int8.values, 'int8', dims, values);
		this.root.constant(int8.scale, 'float', [], Float32Array.of(scale));
		this.root.constant(int8.zero, 'int8', [], Int8Array.of(0));
		return int8;
	}

	/** Adds a matrix of uint8 around 131, or of int8 with a scale and a zero point for each column. */
	#tableOf(
		form: 'uint8' | 'by column',
		{ values, scale, zero }: Int8Names,
		dims: readonly number[],
		elements: Float32Array
	): void {
		const columns = dims[1] ?? 0;
		if (form === 'uint8') {
			const whole = quantised(elements, 120);
			const middle = 131;
			this.root.constant(
				values,
				'uint8',
				dims,
				Uint8Array.from(whole.values, (v) => v + middle)
			);
			this.root.constant(scale, 'float', [], Float32Array.of(whole.scale));
			this.root.small(zero, 'uint8', [], [middle]);
			return;
		}
		const table = new Int8Array(elements.length);
		const scales = Float32Array.from({ length: columns }, (_, column) => {
			const own = quantised(
				Float32Array.from(
					{ length: elements.length / columns },
					(_, row) => elements[row * columns + column] ?? 0
				),
				mostSmall - 2
			);
			own.values.forEach((value, row) => (table[row * columns + column] = value - (column % 3)));
			return own.scale;
		});
		this.root.constant(values, 'int8', dims, table);
		this.root.constant(scale, 'float', [columns], scales);
		this.root.small(
			zero,
			'int8',
			[columns],
			Array.from({ length: columns }, (_, column) => -(column % 3))
		);
	}

	#product(x: string, { values, scale, zero }: Int8Names, isTurned: boolean): string {
		const [input, inputScale, inputZero] = this.#dynamic(x);
		const table = isTurned ? this.node('Transpose', [values], { perm: [1, 0] }) : values;
		const sums = this.node('MatMulInteger', [input, table, inputZero, zero]);
		const scales = this.node('Mul', [inputScale, scale]);
		return this.node('Mul', [this.node('Cast', [sums], { to: 1 }), scales]);
	}

	#dynamic(x: string): readonly [string, string, string] {
		const key = `${this.#graph.name} ${x}`;
		const known = this.#quantised.get(key);
		if (known) return known;
		const parts = [`${key}/uint8`, `${key}/scale`, `${key}/zero`] as const;
		this.#graph.nodeOf('DynamicQuantizeLinear', [x], parts);
		this.#quantised.set(key, parts);
		return parts;
	}
}

/** The largest weight where exporters leave out a bit, since some processors add in int16. */
const mostSmall = 64;

interface Int8Names {
	readonly values: string;
	readonly scale: string;
	readonly zero: string;
}

/** Rounds to the nearest of the steps from the largest value, `most` of them, to its negative. */
function quantised(elements: Float32Array, most = 127): { values: Int8Array; scale: number } {
	let largest = 0;
	for (const element of elements) largest = Math.max(largest, Math.abs(element));
	const scale = largest / most || 1e-8;
	const values = new Int8Array(elements.length);
	for (let i = 0; i < values.length; i++) values[i] = Math.round((elements[i] ?? 0) / scale);
	return { values, scale };
}
