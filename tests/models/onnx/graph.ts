/**
 * Builds an ONNX graph and writes its file. It supports only what a Marian model needs; field
 * numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import { Message } from './message';

/** `TensorProto.DataType` */
const elementType = { float: 1, uint8: 2, int8: 3, int64: 7, bool: 9 } as const;
export type ElementType = keyof typeof elementType;

/** A dimension: a number, or a name whose value is known when the model runs. */
export type Shape = readonly (number | string)[];
type Attribute =
	| number
	| readonly number[]
	| { readonly float: number }
	| { readonly tensor: Float32Array }
	| Graph;
type Attributes = Readonly<Record<string, Attribute>>;
export type Elements = Float32Array | Int8Array | Uint8Array | BigInt64Array;

/** A node that is nowhere named gets its name from the graph’s, so names differ between graphs. */
export class Graph {
	readonly #nodes: Message[] = [];
	readonly #constants = new Map<string, Message>();
	readonly #inputs: Message[] = [];
	readonly #outputs: Message[] = [];

	constructor(readonly name: string) {}

	/** Adds a node with one output and returns the output’s name, generated unless given. */
	node(
		op: string,
		inputs: readonly string[],
		attributes: Attributes = {},
		output = this.#fresh(op)
	): string {
		this.#add(op, inputs, attributes, [output]);
		return output;
	}

	/** Adds a node with several named outputs. */
	nodeOf(
		op: string,
		inputs: readonly string[],
		outputs: readonly string[],
		attributes: Attributes = {}
	): void {
		this.#add(op, inputs, attributes, outputs);
	}

	has(constant: string): boolean {
		return this.#constants.has(constant);
	}

	/** Adds a constant tensor; a second tensor of the same name is ignored. */
	constant(name: string, type: ElementType, dims: readonly number[], elements: Elements): string {
		if (!this.has(name)) this.#constants.set(name, tensor(name, type, dims, elements));
		return name;
	}

	/** Adds a constant whose elements are numbers in the file, as exporters write zero points. */
	small(
		name: string,
		type: 'int8' | 'uint8',
		dims: readonly number[],
		elements: readonly number[]
	): void {
		const message = new Message();
		if (dims.length > 0) message.packed(1, dims);
		message.int(2, elementType[type]).packed(5, elements);
		this.#constants.set(name, message.text(8, name));
	}

	input(name: string, type: ElementType, shape: Shape): void {
		this.#inputs.push(valueInfo(name, type, shape));
	}

	output(name: string, type: ElementType, shape: Shape): void {
		this.#outputs.push(valueInfo(name, type, shape));
	}

	/** `GraphProto` */
	message(): Message {
		const message = new Message();
		for (const node of this.#nodes) message.message(1, node);
		message.text(2, this.name);
		for (const constant of this.#constants.values()) message.message(5, constant);
		for (const input of this.#inputs) message.message(11, input);
		for (const output of this.#outputs) message.message(12, output);
		return message;
	}

	/** Returns a name for an output that is unique in all graphs. */
	#fresh(op: string): string {
		return `${this.name}/${op}_${this.#nodes.length}`;
	}

	#add(
		op: string,
		inputs: readonly string[],
		attributes: Attributes,
		outputs: readonly string[]
	): void {
		const node = new Message();
		for (const input of inputs) node.text(1, input);
		for (const output of outputs) node.text(2, output);
		node.text(3, this.#fresh(op)).text(4, op);
		for (const [name, value] of Object.entries(attributes)) node.message(5, attribute(name, value));
		this.#nodes.push(node);
	}
}

/** Writes `ModelProto`: a whole file. */
export function onnxFile(graph: Graph): Uint8Array {
	const operators = new Message().text(1, '').int(2, 17);
	return new Message()
		.int(1, 8)
		.text(2, 'jamsides')
		.message(7, graph.message())
		.message(8, operators)
		.finish();
}

/** `TensorProto` */
function tensor(
	name: string,
	type: ElementType,
	dims: readonly number[],
	elements: Elements
): Message {
	const size = dims.reduce((product, dim) => product * dim, 1);
	if (elements.length !== size)
		throw new RangeError(`${name}: ${elements.length} elements for [${dims.join(', ')}]`);
	const message = new Message();
	if (dims.length > 0) message.packed(1, dims);
	const bytes = new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength);
	return message.int(2, elementType[type]).text(8, name).bytes(9, bytes);
}

/** Writes `AttributeProto`; field 20 tells which kind of value it holds. */
function attribute(name: string, value: Attribute): Message {
	const message = new Message().text(1, name);
	if (value instanceof Graph) return message.message(6, value.message()).int(20, 5);
	if (typeof value === 'number') return message.int(3, value).int(20, 2);
	if ('tensor' in value)
		return message.message(5, tensor('', 'float', [], value.tensor)).int(20, 4);
	if ('float' in value) return message.float(2, value.float).int(20, 1);
	for (const each of value) message.int(8, each);
	return message.int(20, 7);
}

/** `ValueInfoProto` */
function valueInfo(name: string, type: ElementType, shape: Shape): Message {
	const dims = new Message();
	for (const dim of shape)
		dims.message(
			1,
			typeof dim === 'number' ? new Message().int(1, dim) : new Message().text(2, dim)
		);
	const tensorType = new Message().int(1, elementType[type]).message(2, dims);
	return new Message().text(1, name).message(2, new Message().message(1, tensorType));
}
