/**
 * An ONNX graph as it is put together, and the file that holds it. Only what a Marian model needs
 * is here; the numbers of fields are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import { Message } from './message';

/** `TensorProto.DataType` */
export const elementType = { float: 1, int8: 3, int64: 7, bool: 9 } as const;
export type ElementType = keyof typeof elementType;

/** A dimension is a number, or the name of one that is known when the model runs. */
export type Shape = readonly (number | string)[];
export type Attribute = number | readonly number[] | { readonly float: number } | Graph;
type Attributes = Readonly<Record<string, Attribute>>;
export type Elements = Float32Array | Int8Array | BigInt64Array;

/** A node that is nowhere named gets its name from the graph’s, so names differ between graphs. */
export class Graph {
	readonly #nodes: Message[] = [];
	readonly #constants = new Map<string, Message>();
	readonly #inputs: Message[] = [];
	readonly #outputs: Message[] = [];

	constructor(readonly name: string) {}

	/** A node with one output; gives back the output’s name, which is made up where none is given. */
	node(
		op: string,
		inputs: readonly string[],
		attributes: Attributes = {},
		output = this.#fresh(op)
	): string {
		this.#add(op, inputs, attributes, [output]);
		return output;
	}

	/** A node with several outputs, which are given. */
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

	/** A constant tensor; the first of a name stands. */
	constant(name: string, type: ElementType, dims: readonly number[], elements: Elements): string {
		if (!this.has(name)) this.#constants.set(name, tensor(name, type, dims, elements));
		return name;
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

	/** A name for an output that nobody else has, in no graph. */
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

/** `ModelProto`: a whole file. */
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

/** `AttributeProto`; field 20 says which of its values it holds. */
function attribute(name: string, value: Attribute): Message {
	const message = new Message().text(1, name);
	if (value instanceof Graph) return message.message(6, value.message()).int(20, 5);
	if (typeof value === 'number') return message.int(3, value).int(20, 2);
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
