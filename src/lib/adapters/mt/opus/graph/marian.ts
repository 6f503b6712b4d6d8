/**
 * Recognises a Marian encoder or decoder in a quantised graph, whatever its nodes are called: from
 * its output back to its tokens, layer by layer. Anything unknown on the way, and the graph is not
 * recognised; then the runtime runs it.
 */
import { attentionAt } from './attention';
import {
	beforeLayout,
	constantAt,
	isSame,
	nodeAt,
	nodeBeforeLayout,
	origin,
	type Value
} from './dataflow';
import { embeddingAt } from './embedding';
import { field, readGraph, type OnnxGraph } from './graph';
import { linearAt } from './linear';
import { normAt } from './norm';
import { fields } from './protobuf';
import { unknownWeights } from './usedWeights';
import type { Activation, DecoderWeights, LayerWeights, StackWeights } from './weights';

/** Thrown for a graph that is not recognised; says at what. */
export class UnknownGraph extends Error {
	override readonly name = 'UnknownGraph';
}

export function readEncoder(file: Uint8Array): StackWeights {
	const graph = graphIn(file);
	return stackAt({ graph, name: 'last_hidden_state' }, 'attention_mask');
}

export function readDecoder(file: Uint8Array): DecoderWeights {
	const graph = graphIn(file);
	const output = linearAt({ graph, name: 'logits' }) ?? unknown('the output layer');
	const stack = stackAt(output.input, 'encoder_attention_mask');
	const decoder = { ...stack, output: output.weights };
	if (unknownWeights(graph, decoder)) unknown('weights beside those of the first step');
	return decoder;
}

function graphIn(file: Uint8Array): OnnxGraph {
	const whole = fields(file).find(({ number }) => number === field.model.graph);
	return readGraph(whole?.value ?? unknown('a file without a graph'));
}

function unknown(what: string): never {
	throw new UnknownGraph(what);
}

/** Reads all layers before a value. `mask`: the input that tells which tokens are real. */
function stackAt(value: Value, mask: string): StackWeights {
	const layers: LayerWeights[] = [];
	let at = beforeLayout(value);
	for (let layer = layerAt(at, mask); layer; layer = layerAt(at, mask)) {
		layers.unshift(layer.weights);
		at = layer.input;
	}
	if (layers.length === 0) unknown('a model without layers');
	return { layers, embedding: embeddingAt(at) ?? unknown('the embedding') };
}

interface FoundLayer {
	readonly weights: LayerWeights;
	readonly input: Value;
}

/** Returns null where no layer ends: at the embedding. */
function layerAt(value: Value, mask: string): FoundLayer | null {
	if (!normAt(value)) return null;
	const last = sublayerAt(value);
	const hidden = activationAt(last.added.input) ?? unknown('the activation');
	const inner = linearAt(hidden.input) ?? unknown('the inner layer');
	if (!isSame(inner.input, last.residual)) unknown('the input of the inner layer');
	const second = attentionSublayer(last.residual, mask);
	const first = second.isCross ? attentionSublayer(second.residual, mask) : null;
	if (first?.isCross) unknown('two attentions to the sentence');
	return {
		weights: {
			own: (first ?? second).weights,
			cross: first ? second.weights : null,
			inner: inner.weights,
			outer: last.added.weights,
			norm: last.norm,
			activation: hidden.kind
		},
		input: (first ?? second).residual
	};
}

/** A sublayer: norm(residual + added), where `added` ends in a linear layer. */
function sublayerAt(value: Value) {
	const norm = normAt(value) ?? unknown('a norm');
	const sum = nodeBeforeLayout(norm.input);
	const [a, b] = sum?.op === 'Add' ? sum.inputs : [];
	if (!a || !b || constantAt(a) || constantAt(b)) unknown('a residual connection');
	const [first, second] = [linearAt(a), linearAt(b)];
	const added = first ?? second ?? unknown('a sublayer');
	return { norm: norm.weights, added, residual: origin(first ? b : a) };
}

function attentionSublayer(value: Value, mask: string) {
	const { norm, added, residual } = sublayerAt(value);
	const found = attentionAt(added, mask) ?? unknown('attention');
	const isCross = origin(found.memory).name === 'encoder_hidden_states';
	if (!isSame(found.input, residual) || (!isCross && !isSame(found.memory, residual)))
		unknown('the input of attention');
	return { isCross, residual, weights: { ...found.weights, norm } };
}

function activationAt(value: Value): { readonly kind: Activation; readonly input: Value } | null {
	const found = nodeBeforeLayout(value);
	const [first, second] = found?.inputs ?? [];
	if (found?.op === 'Relu' && first) return { kind: 'relu', input: first };
	if (found?.op !== 'Mul' || !first || !second) return null;
	for (const [x, factor] of [
		[first, second],
		[second, first]
	] as const) {
		const sigmoid = nodeAt(factor);
		const [within] = sigmoid?.op === 'Sigmoid' ? sigmoid.inputs : [];
		if (within && isSame(within, x)) return { kind: 'swish', input: x };
	}
	return null;
}
