/** Finds attention: softmax(query · keyᵀ + mask) · value, then a linear layer. */
import {
	comesFrom,
	constantAt,
	isSame,
	nodeBeforeLayout,
	type FoundNode,
	type Value
} from './dataflow';
import { linearAt, withoutFactors, type FoundLinear, type LinearWeights } from './linear';
import type { NormWeights } from './norm';

export interface AttentionWeights {
	readonly query: LinearWeights;
	readonly key: LinearWeights;
	readonly value: LinearWeights;
	readonly output: LinearWeights;
	/** Multiplies query · key. */
	readonly factor: number;
	/** The norm after the residual connection. */
	readonly norm: NormWeights;
}

export interface FoundAttention {
	readonly weights: Omit<AttentionWeights, 'norm'>;
	/** What asks. */
	readonly input: Value;
	/** What is asked: the same in self-attention. */
	readonly memory: Value;
}

/** `mask`: the input that masks attention to a sentence. */
export function attentionAt(output: FoundLinear, mask: string): FoundAttention | null {
	const mixed = nodeWith('MatMul', output.input);
	const [weights, values] = mixed?.inputs ?? [];
	const softmax = weights && nodeWith('Softmax', weights);
	const [scores] = softmax?.inputs ?? [];
	const product = scores && unmasked(scores);
	const asked = product && productOf(product.value);
	const value = values && projectionAt(values);
	if (!asked || !value || !isSame(value.found.input, asked.key.found.input)) return null;
	const [input, memory] = [asked.query.found.input, value.found.input];
	// Past tokens need no mask; those of a sentence that is padded do.
	const isOwnOfDecoder = isSame(input, memory) && mask !== 'attention_mask';
	if (!isOwnOfDecoder && !(product.mask && comesFrom(product.mask, mask))) return null;
	if (value.factor !== 1) return null;
	return {
		weights: {
			query: asked.query.found.weights,
			key: asked.key.found.weights,
			value: value.found.weights,
			output: output.weights,
			factor: product.factor * asked.query.factor * asked.key.factor
		},
		input,
		memory
	};
}

function nodeWith(op: string, value: Value): FoundNode | null {
	const found = nodeBeforeLayout(value);
	return found?.op === op ? found : null;
}

/** Returns scores without their mask and constant factors. */
function unmasked(
	scores: Value
): { readonly value: Value; readonly factor: number; readonly mask: Value | null } | null {
	const sum = nodeWith('Add', scores);
	if (!sum) return { ...withoutFactors(scores), mask: null };
	const [first, second] = sum.inputs;
	if (!first || !second || constantAt(first) || constantAt(second)) return null;
	const isFirst = nodeWith('MatMul', withoutFactors(first).value) !== null;
	return isFirst
		? { ...withoutFactors(first), mask: second }
		: { ...withoutFactors(second), mask: first };
}

function productOf(value: Value) {
	const [left, right] = nodeWith('MatMul', value)?.inputs ?? [];
	const query = left && projectionAt(left);
	const key = right && projectionAt(right);
	return query && key ? { query, key } : null;
}

/** Returns a projection and its factor, past the joining of cached and new keys. */
function projectionAt(value: Value): { found: FoundLinear; factor: number } | null {
	const { value: within, factor } = withoutFactors(value);
	const joined = nodeWith('Concat', within);
	const [past, fresh] = joined?.inputs ?? [];
	const isCached = past && /^past_key_values\./.test(past.name);
	const rest = isCached && fresh ? withoutFactors(fresh) : { value: within, factor: 1 };
	const found = linearAt(rest.value);
	return found && { found, factor: factor * rest.factor };
}
