/** Finds layer normalisation: as one node, or spelt out as older exports have it. */
import { besideConstant, constantAt, isSame, nodeAt, type Value } from './dataflow';
import { floats, scalar } from './linear';

export interface NormWeights {
	readonly weight: Float32Array;
	readonly bias: Float32Array;
	readonly epsilon: number;
}

export interface FoundNorm {
	readonly weights: NormWeights;
	readonly input: Value;
}

/** The standard’s, where the node has none. */
const defaultEpsilon = 1e-5;

export function normAt(value: Value): FoundNorm | null {
	const found = nodeAt(value);
	if (found?.op === 'LayerNormalization') {
		const [input, weight, bias] = found.inputs;
		const epsilon = found.node.attributes.get('epsilon')?.float ?? defaultEpsilon;
		return input && weight && bias
			? normOf(input, constantAt(weight), constantAt(bias), epsilon)
			: null;
	}
	return found?.op === 'Add' ? speltOut(value) : null;
}

type Constant = ReturnType<typeof constantAt>;

function normOf(input: Value, weight: Constant, bias: Constant, epsilon: number): FoundNorm | null {
	const [factors, shifts] = [weight && floats(weight), bias && floats(bias)];
	return factors && shifts ? { input, weights: { weight: factors, bias: shifts, epsilon } } : null;
}

/** Add(Mul(Div(Sub(x, mean), Sqrt(Add(variance, ε))), weight), bias) */
function speltOut(value: Value): FoundNorm | null {
	const shifted = beside(value, 'Add');
	const weighted = shifted && beside(shifted.other, 'Mul');
	const divided = weighted && nodeAt(weighted.other);
	const [distance, deviation] = divided?.op === 'Div' ? divided.inputs : [];
	const root = deviation && nodeAt(deviation);
	const [inRoot] = root?.op === 'Sqrt' ? root.inputs : [];
	const sum = inRoot && beside(inRoot, 'Add');
	const epsilon = sum && scalar(sum.constant);
	const centred = distance && centredAt(distance);
	if (!centred || !sum || typeof epsilon !== 'number') return null;
	if (!shifted || !weighted || !isVariance(sum.other, centred)) return null;
	return normOf(centred, weighted.constant, shifted.constant, epsilon);
}

function beside(value: Value, op: string): ReturnType<typeof besideConstant> {
	const found = nodeAt(value);
	return found?.op === op ? besideConstant(found) : null;
}

/** Returns x of Sub(x, ReduceMean(x)). */
function centredAt(value: Value): Value | null {
	const found = nodeAt(value);
	const [x, mean] = found?.op === 'Sub' ? found.inputs : [];
	const reduce = mean && nodeAt(mean);
	const [of] = reduce?.op === 'ReduceMean' ? reduce.inputs : [];
	return x && of && isSame(x, of) ? x : null;
}

/** Tells whether a value is ReduceMean((x - mean)²). */
function isVariance(value: Value, x: Value): boolean {
	const reduce = nodeAt(value);
	const [squares] = reduce?.op === 'ReduceMean' ? reduce.inputs : [];
	const square = squares && nodeAt(squares);
	const [base, second] = square ? square.inputs : [];
	if (!base || !second) return false;
	const centred = centredAt(base);
	const isSquare =
		(square?.op === 'Pow' && scalar(constantAt(second)) === 2) ||
		(square?.op === 'Mul' && isSame(base, second));
	return isSquare && centred !== null && isSame(centred, x);
}
