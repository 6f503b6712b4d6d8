/**
 * Finds the output layer of a quantised Marian decoder: the linear layer that multiplies the last
 * vector of each sentence by every row of the vocabulary. A merged decoder may have it in each
 * branch of an `If`.
 */
import { isSameConstant, producer, type OnnxGraph, type OnnxNode } from './graph';
import { linearAt, type LinearWeights } from './linear';

/** Where a graph’s output is computed: `hidden` is the input of the output layer. */
export interface HeadLocation {
	readonly graph: OnnxGraph;
	readonly output: string;
	readonly hidden: string;
}

interface FoundHead {
	readonly head: LinearWeights;
	readonly places: readonly HeadLocation[];
}

/** Returns null for a graph with another end, which is then used unchanged. */
export function findHead(graph: OnnxGraph, output: string): FoundHead | null {
	const node = producerBehind(graph, output);
	if (node?.op === 'If') return inBranches(graph, node, output);
	const found = linearAt({ graph, name: output });
	return found?.input.graph === graph
		? { head: found.weights, places: [{ graph, output, hidden: found.input.name }] }
		: null;
}

/** Returns the layer if both branches end in the same one. */
function inBranches(graph: OnnxGraph, node: OnnxNode, output: string): FoundHead | null {
	const place = node.outputs.indexOf(output);
	const found = node.branches.map((branch) => findHead(branch, branch.outputs[place] ?? ''));
	const [first, second] = found;
	if (!first || !second || graph.outer) return null;
	if (!isSameConstant(first.head.constant, second.head.constant)) return null;
	return { ...first, places: [...first.places, ...second.places] };
}

/** Returns the node that computes `name`, skipping nodes that only pass a value on. */
function producerBehind(graph: OnnxGraph, name: string): OnnxNode | null {
	const node = producer(graph, name);
	return node?.op === 'Identity' ? producerBehind(graph, node.inputs[0] ?? '') : node;
}
