/**
 * Finds the output layer of a quantised Marian decoder: it multiplies the last vector of each
 * sentence by every row of the vocabulary and adds a bias. Quantised by onnxruntime’s
 * `quantize_dynamic`, it is
 *
 *     Add(bias, Mul(Cast(MatMulInteger(DynamicQuantizeLinear(x), W)), Mul(scale of x, scale of W)))
 *
 * where W is [width, vocabulary], or Transpose of [vocabulary, width]. A merged decoder may have it
 * in each branch of an `If`.
 */
import {
	constant,
	elements,
	elementType,
	producer,
	type Constant,
	type OnnxGraph,
	type OnnxNode
} from './graph';

export interface LmHead {
	/** [vocabulary, width] */
	readonly rows: Int8Array;
	readonly width: number;
	/** One scale for each row. */
	readonly scales: Float32Array;
	readonly bias: Float32Array;
}

/** Where a graph’s output is computed: `hidden` is the input of the output layer. */
export interface HeadLocation {
	readonly graph: OnnxGraph;
	readonly output: string;
	readonly hidden: string;
}

interface FoundHead {
	readonly weight: string;
	readonly head: () => LmHead;
	readonly places: readonly HeadLocation[];
}

/** Returns null for a graph with another end, which is then used unchanged. */
export function findHead(graph: OnnxGraph, output: string): FoundHead | null {
	const node = producerBehind(graph, output);
	if (node?.op === 'If') return inBranches(graph, node, output);
	const bias = node?.op === 'Add' ? constantInput(graph, node) : null;
	const product = node && bias ? producerBehind(graph, otherInput(node, bias.name)) : null;
	return bias && product?.op === 'Mul' ? inProduct(graph, product, bias.constant, output) : null;
}

/** Returns the layer if both branches end in the same one. */
function inBranches(graph: OnnxGraph, node: OnnxNode, output: string): FoundHead | null {
	const place = node.outputs.indexOf(output);
	const found = node.branches.map((branch) => findHead(branch, branch.outputs[place] ?? ''));
	const [first, second] = found;
	if (!first || !second || first.weight !== second.weight || graph.outer) return null;
	return { ...first, places: [...first.places, ...second.places] };
}

function inProduct(
	graph: OnnxGraph,
	product: OnnxNode,
	bias: Constant,
	output: string
): FoundHead | null {
	const parts = product.inputs.map((input) => producerBehind(graph, input));
	const cast = parts.find((part) => part?.op === 'Cast');
	const scales = parts.find((part) => part?.op === 'Mul');
	const multiply = cast && producerBehind(graph, cast.inputs[0] ?? '');
	if (!scales || multiply?.op !== 'MatMulInteger') return null;
	const [input = '', weight = '', , zero = ''] = multiply.inputs;
	const quantise = producer(graph, input);
	const scale = constantInput(graph, scales);
	const table = tableOf(graph, weight);
	if (quantise?.op !== 'DynamicQuantizeLinear' || !scale || !table) return null;
	const head = headOf(table, scale.constant, constant(graph, zero), bias);
	const hidden = quantise.inputs[0];
	return head && hidden !== undefined
		? { weight: table.name, head, places: [{ graph, output, hidden }] }
		: null;
}

interface Table {
	readonly name: string;
	readonly constant: Constant;
	/** [width, vocabulary] */
	readonly isTurned: boolean;
}

function tableOf(graph: OnnxGraph, weight: string): Table | null {
	const direct = constant(graph, weight);
	if (direct) return { name: weight, constant: direct, isTurned: true };
	const turn = producer(graph, weight);
	const [name = ''] = turn?.op === 'Transpose' ? turn.inputs : [];
	const turned = constant(graph, name);
	return turned && { name, constant: turned, isTurned: false };
}

/** Returns the layer, or null if its numbers have a type that we cannot multiply. */
function headOf(
	{ constant: table, isTurned }: Table,
	scale: Constant,
	zero: Constant | null,
	bias: Constant
): (() => LmHead) | null {
	const [first = 0, second = 0] = table.dims;
	const [vocabulary, width] = isTurned ? [second, first] : [first, second];
	const isSymmetric = !zero || zero.bytes.every((byte) => byte === 0);
	const isKnown =
		table.type === elementType.int8 &&
		table.dims.length === 2 &&
		isSymmetric &&
		scale.type === elementType.float &&
		[1, vocabulary].includes(elements(scale)) &&
		bias.type === elementType.float &&
		elements(bias) === vocabulary;
	if (!isKnown) return null;
	return () => ({
		rows: isTurned ? turned(int8(table), width, vocabulary) : int8(table),
		width,
		scales: repeated(floats(scale), vocabulary),
		bias: floats(bias)
	});
}

const int8 = ({ bytes }: Constant): Int8Array =>
	new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Copies, since the bytes in a file need not be aligned for floats. */
const floats = ({ bytes }: Constant): Float32Array => new Float32Array(bytes.slice().buffer);

const repeated = (values: Float32Array, count: number): Float32Array =>
	values.length === count ? values : new Float32Array(count).fill(values[0] ?? 0);

function turned(table: Int8Array, rows: number, columns: number): Int8Array {
	const result = new Int8Array(table.length);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++)
			result[column * rows + row] = table[row * columns + column] ?? 0;
	return result;
}

/** Returns the node that computes `name`, skipping nodes that only pass a value on. */
function producerBehind(graph: OnnxGraph, name: string): OnnxNode | null {
	const node = producer(graph, name);
	return node?.op === 'Identity' ? producerBehind(graph, node.inputs[0] ?? '') : node;
}

/** Returns the only constant input of a node. */
function constantInput(
	graph: OnnxGraph,
	node: OnnxNode
): { readonly name: string; readonly constant: Constant } | null {
	for (const name of node.inputs) {
		const found = constant(graph, name);
		if (found) return { name, constant: found };
	}
	return null;
}

const otherInput = (node: OnnxNode, name: string): string =>
	node.inputs.find((input) => input !== name) ?? '';
