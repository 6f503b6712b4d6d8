/**
 * Finds the parts of a quantised Marian model in its graph: linear layers, norms, tables.
 * onnxruntime’s `quantize_dynamic` writes a linear layer as
 *
 *     Add(bias, Mul(Cast(MatMulInteger(DynamicQuantizeLinear(x), W)), Mul(scale of x, scale of W)))
 *
 * where W is [inputs, outputs], or Transpose of [outputs, inputs].
 */
import {
	beforeLayout,
	besideConstant,
	constantAt,
	nodeAt,
	nodeBeforeLayout,
	type FoundNode,
	type Value
} from './dataflow';
import { elements, elementType, type Constant } from './graph';

/** Quantised weights as they are in the file: weight = (table - zero) · scale. */
export interface Table {
	/** int8 or uint8 */
	readonly constant: Constant;
	/** The layout: [outputs, inputs], else [inputs, outputs]. */
	readonly isRows: boolean;
	readonly inputs: number;
	readonly outputs: number;
	/** One for each output. */
	readonly scales: Float32Array;
	/** One for each output, in the table’s own type. */
	readonly zeros: Int32Array;
}

export interface LinearWeights extends Table {
	readonly bias: Float32Array;
}

export interface FoundLinear {
	readonly weights: LinearWeights;
	readonly input: Value;
}

/** Returns the linear layer that computes a value, past changes of layout. */
export function linearAt(value: Value): FoundLinear | null {
	const found = nodeBeforeLayout(value);
	const added = found?.op === 'Add' ? besideConstant(found) : null;
	const product = productAt(added ? added.other : value);
	if (!product) return null;
	const { outputs } = product.table;
	const bias = added ? floats(added.constant) : new Float32Array(outputs);
	if (bias?.length !== outputs) return null;
	return { weights: { ...product.table, bias }, input: product.input };
}

interface FoundProduct {
	readonly table: Table;
	readonly input: Value;
}

function productAt(value: Value): FoundProduct | null {
	const scaled = nodeBeforeLayout(value);
	const parts = scaled?.op === 'Mul' ? scaled.inputs.map(nodeAt) : [];
	const cast = parts.find((part) => part?.op === 'Cast');
	const scales = parts.find((part) => part?.op === 'Mul');
	const [sums] = cast?.inputs ?? [];
	const multiply = sums && nodeAt(sums);
	const scale = scales && besideConstant(scales);
	return multiply?.op === 'MatMulInteger' && scale
		? productOf(multiply, scale.constant, scale.other)
		: null;
}

/** `inputScale`: must be the scale that belongs to the rounded input. */
function productOf(multiply: FoundNode, scale: Constant, inputScale: Value): FoundProduct | null {
	const [rounded, weights, , zero] = multiply.inputs;
	const quantise = rounded && nodeAt(rounded);
	const [input] = quantise?.op === 'DynamicQuantizeLinear' ? quantise.inputs : [];
	const table = weights && tableAt(weights, scale, zero ? constantAt(zero) : null);
	const isScaled = quantise?.node === nodeAt(inputScale)?.node;
	return input && table && isScaled ? { table, input } : null;
}

function tableAt(value: Value, scale: Constant, zero: Constant | null): Table | null {
	const direct = constantAt(value);
	if (direct) return tableOf(direct, false, scale, zero);
	const turn = nodeAt(value);
	const [within] = turn?.op === 'Transpose' ? turn.inputs : [];
	const turned = within && constantAt(within);
	return turned ? tableOf(turned, true, scale, zero) : null;
}

/** Returns a table, or null if its numbers have a type or a size that is not known. */
export function tableOf(
	constant: Constant,
	isRows: boolean,
	scale: Constant,
	zero: Constant | null
): Table | null {
	const [first = 0, second = 0] = constant.dims;
	const [outputs, inputs] = isRows ? [first, second] : [second, first];
	const isSigned = constant.type === elementType.int8;
	if (!isSigned && constant.type !== elementType.uint8) return null;
	if (constant.dims.length !== 2 || constant.bytes.length !== outputs * inputs) return null;
	const scales = repeated(floats(scale) ?? [], outputs);
	const zeros = repeated(zero ? bytesOf(zero, isSigned) : [0], outputs);
	return scales && zeros
		? {
				...{ constant, isRows, inputs, outputs },
				scales: Float32Array.from(scales),
				zeros: Int32Array.from(zeros)
			}
		: null;
}

const bytesOf = ({ bytes }: Constant, isSigned: boolean): ArrayLike<number> =>
	isSigned ? new Int8Array(bytes) : bytes;

/** Returns `count` values: the given, or the only one so often. Null if there are others. */
function repeated(values: ArrayLike<number>, count: number): ArrayLike<number> | null {
	if (values.length === count) return values;
	const [only] = values.length === 1 ? Array.from(values) : [];
	return only === undefined ? null : new Float64Array(count).fill(only);
}

/** Returns the numbers of a float tensor. Copies, since the bytes in a file need not be aligned. */
export function floats(constant: Constant): Float32Array | null {
	const isWhole =
		constant.type === elementType.float && constant.bytes.length === 4 * elements(constant);
	return isWhole ? new Float32Array(new Uint8Array(constant.bytes).buffer) : null;
}

/** Returns the only number of a float tensor. */
export function scalar(constant: Constant | null): number | null {
	const numbers = constant && floats(constant);
	return numbers?.length === 1 ? (numbers[0] ?? null) : null;
}

/** Returns a value without constant factors, and their product. */
export function withoutFactors(value: Value): { readonly value: Value; readonly factor: number } {
	const found = nodeBeforeLayout(value);
	const [first, second] = found?.inputs ?? [];
	if (found?.op === 'Div' && first && second) {
		const by = scalar(constantAt(second));
		const within = withoutFactors(first);
		if (by !== null) return { ...within, factor: within.factor / by };
	}
	const beside = found?.op === 'Mul' ? besideConstant(found) : null;
	const factor = beside && scalar(beside.constant);
	if (!beside || factor === null) return { value: beforeLayout(value), factor: 1 };
	const within = withoutFactors(beside.other);
	return { ...within, factor: within.factor * factor };
}
