/**
 * Reads the parts of an ONNX graph that we need. The field numbers are those of
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
import { fields, floatIn, lowBytesIn, numberIn, numbersIn, textIn, type Field } from './protobuf';

export interface OnnxNode {
	readonly op: string;
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	/** The graphs of which the node runs one, in order: `If` has two. */
	readonly branches: readonly OnnxGraph[];
	readonly attributes: ReadonlyMap<string, Attribute>;
	readonly field: Field;
}

/** The value of an attribute, where it is of one of these kinds. */
interface Attribute {
	readonly float: number | null;
	readonly tensor: Constant | null;
	readonly graph: OnnxGraph | null;
}

export interface OnnxGraph {
	readonly fields: readonly Field[];
	readonly nodes: readonly OnnxNode[];
	readonly outputs: readonly string[];
	readonly constants: ReadonlyMap<string, Constant>;
	/** The graph that this one is a branch of: its names are visible here too. */
	readonly outer: OnnxGraph | null;
}

export interface Constant {
	readonly type: number;
	readonly dims: readonly number[];
	/** The elements as they are in memory; of integers that the file has as numbers, the low bytes. */
	readonly bytes: Uint8Array;
}

/** `TensorProto.DataType` */
export const elementType = { float: 1, uint8: 2, int8: 3 } as const;
export const field = {
	model: { graph: 7 },
	graph: { node: 1, constant: 5, output: 12 },
	node: { input: 1, output: 2, op: 4, attribute: 5 },
	attribute: { name: 1, float: 2, tensor: 5, graph: 6 },
	constant: { dims: 1, type: 2, floats: 4, integers: 5, name: 8, bytes: 9 },
	value: { name: 1, type: 2 }
} as const;

export function readGraph(message: Uint8Array, outer: OnnxGraph | null = null): OnnxGraph {
	const all = fields(message);
	const of = (number: number) => all.filter((each) => each.number === number);
	const nodes: OnnxNode[] = [];
	const graph = {
		fields: all,
		nodes,
		outputs: of(field.graph.output).map(nameOfValue),
		constants: new Map(of(field.graph.constant).map(readConstant)),
		outer
	};
	for (const each of of(field.graph.node)) nodes.push(readNode(each, graph));
	return graph;
}

/** Returns the name of a `ValueInfoProto`. */
export const nameOfValue = ({ value }: Field): string => text(fields(value), field.value.name);

function readNode(whole: Field, outer: OnnxGraph): OnnxNode {
	const parts = fields(whole.value);
	const texts = (number: number) => parts.filter((part) => part.number === number).map(textIn);
	const attributes = parts
		.filter((part) => part.number === field.node.attribute)
		.map((part) => readAttribute(part, outer));
	return {
		op: text(parts, field.node.op),
		inputs: texts(field.node.input),
		outputs: texts(field.node.output),
		branches: attributes.flatMap(([, { graph }]) => graph ?? []),
		attributes: new Map(attributes),
		field: whole
	};
}

function readAttribute({ value }: Field, outer: OnnxGraph): readonly [string, Attribute] {
	const parts = fields(value);
	const found = (number: number) => parts.find((part) => part.number === number);
	const [float, tensor, graph] = [
		found(field.attribute.float),
		found(field.attribute.tensor),
		found(field.attribute.graph)
	];
	const attribute = {
		float: float ? floatIn(float) : null,
		tensor: tensor ? readConstant(tensor)[1] : null,
		graph: graph ? readGraph(graph.value, outer) : null
	};
	return [text(parts, field.attribute.name), attribute];
}

function readConstant({ value }: Field): readonly [string, Constant] {
	const parts = fields(value);
	const { dims, type, floats, integers, bytes } = field.constant;
	const data = parts.find((part) => part.number === bytes || part.number === floats);
	const small = parts.filter((part) => part.number === integers).flatMap(lowBytesIn);
	return [
		text(parts, field.constant.name),
		{
			type: parts.filter((part) => part.number === type).map(numberIn)[0] ?? 0,
			dims: parts.filter((part) => part.number === dims).flatMap(numbersIn),
			bytes: data?.value ?? Uint8Array.from(small)
		}
	];
}

const text = (parts: readonly Field[], number: number): string => {
	const found = parts.find((part) => part.number === number);
	return found ? textIn(found) : '';
};

/** Returns the node of this graph that computes `name`. */
export const producer = (graph: OnnxGraph, name: string): OnnxNode | null =>
	graph.nodes.find(({ outputs }) => outputs.includes(name)) ?? null;

export const elements = ({ dims }: Constant): number =>
	dims.reduce((product, dim) => product * dim, 1);

/** Tells whether two constants have the same elements: files may have the same table twice. */
export function isSameConstant(one: Constant, other: Constant): boolean {
	if (one === other) return true;
	const [a, b] = [one.bytes, other.bytes];
	if (one.type !== other.type || one.dims.join() !== other.dims.join()) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return a.length === b.length;
}
