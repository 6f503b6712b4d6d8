/**
 * Follows the values of an ONNX graph back to where they come from. A merged decoder is read as it
 * runs at the first step, when nothing is cached.
 */
import type { Constant, OnnxGraph, OnnxNode } from './graph';

/** A value: its name, and the graph in which the name is written. */
export interface Value {
	readonly graph: OnnxGraph;
	readonly name: string;
}

/** A node, and its inputs as values. */
export interface FoundNode {
	readonly op: string;
	readonly graph: OnnxGraph;
	readonly node: OnnxNode;
	readonly inputs: readonly Value[];
}

/** Operations that only change how numbers are laid out, or pass them on. */
const layout = ['Identity', 'Reshape', 'Transpose', 'Squeeze', 'Unsqueeze'];

/** The input that tells a merged decoder whether keys and values are given. */
const cacheFlag = 'use_cache_branch';

const producers = new WeakMap<OnnxGraph, ReadonlyMap<string, OnnxNode>>();

/** Returns the node of this graph that computes `name`. */
function producedIn(graph: OnnxGraph, name: string): OnnxNode | null {
	let known = producers.get(graph);
	if (!known) {
		known = new Map(graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node])));
		producers.set(graph, known);
	}
	return known.get(name) ?? null;
}

/**
 * Returns the value that this one is, past nodes that pass it on and past the choice of a merged
 * decoder. Two values are the same where their origins are.
 */
export function origin(value: Value): Value {
	const { graph, name } = value;
	const node = producedIn(graph, name);
	if (!node) {
		const isHere = graph.constants.has(name) || !graph.outer;
		return isHere ? value : origin({ graph: graph.outer, name });
	}
	if (node.op === 'Identity') return origin({ graph, name: node.inputs[0] ?? '' });
	const first = node.op === 'If' && firstStep(graph, node);
	return first
		? origin({ graph: first, name: first.outputs[node.outputs.indexOf(name)] ?? '' })
		: value;
}

/** Returns the branch that a merged decoder runs at the first step. */
function firstStep(graph: OnnxGraph, node: OnnxNode): OnnxGraph | null {
	const flag = origin({ graph, name: node.inputs[0] ?? '' });
	return flag.name === cacheFlag ? (node.attributes.get('else_branch')?.graph ?? null) : null;
}

export const isSame = (a: Value, b: Value): boolean => {
	const [first, second] = [origin(a), origin(b)];
	return first.graph === second.graph && first.name === second.name;
};

/** Returns the node that computes a value; null for an input or a constant of the graph. */
export function nodeAt(value: Value): FoundNode | null {
	const { graph, name } = origin(value);
	const node = producedIn(graph, name);
	const valueOf = (input: string) => ({ graph, name: input });
	return node && { op: node.op, graph, node, inputs: node.inputs.map(valueOf) };
}

/** Returns the value before changes of its layout. */
export function beforeLayout(value: Value): Value {
	const found = nodeAt(value);
	const [first] = found && layout.includes(found.op) ? found.inputs : [];
	return first ? beforeLayout(first) : origin(value);
}

export const nodeBeforeLayout = (value: Value): FoundNode | null => nodeAt(beforeLayout(value));

/** Returns the constant that a value is: of the graph, of one around it, or a node’s. */
export function constantAt(value: Value): Constant | null {
	const { graph, name } = origin(value);
	const found = graph.constants.get(name);
	if (found) return found;
	const node = producedIn(graph, name);
	return node?.op === 'Constant' ? (node.attributes.get('value')?.tensor ?? null) : null;
}

/** Returns the two inputs of a node with the constant first; null if it does not have just one. */
export function besideConstant(
	found: FoundNode
): { readonly constant: Constant; readonly other: Value } | null {
	const [first, second] = found.inputs;
	if (!first || !second) return null;
	const [one, two] = [constantAt(first), constantAt(second)];
	if (one && !two) return { constant: one, other: second };
	return two && !one ? { constant: two, other: first } : null;
}

/** Tells whether a value is computed from an input of the model. */
export function comesFrom(value: Value, input: string, seen = new Set<OnnxNode>()): boolean {
	const found = nodeAt(value);
	if (!found) return origin(value).name === input;
	if (seen.has(found.node)) return false;
	seen.add(found.node);
	return found.inputs.some((each) => comesFrom(each, input, seen));
}
