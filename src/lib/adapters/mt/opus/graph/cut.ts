/**
 * Cuts the output layer off a decoder: the graph then gives the vectors that went into it. The
 * runtime packs the layer’s 29 million weights anew at every step, which takes longer than all the
 * rest; `output/` multiplies them as they lie.
 */
import { field, nameOfValue, readGraph, type Graph, type Node } from './graph';
import { findHead, type Head, type Place } from './head';
import { fields, joined, messageField, numberField, textField, type Field } from './wire';

export interface Cut {
	readonly decoder: Uint8Array<ArrayBuffer>;
	readonly head: Head;
}

/** The output keeps its name. Null for a file that ends in a way that we do not know. */
export function cutHead(decoder: Uint8Array, output = 'logits'): Cut | null {
	const model = fields(decoder);
	const whole = model.find(({ number }) => number === field.model.graph);
	if (!whole) return null;
	const graph = readGraph(whole.value);
	const found = findHead(graph, output);
	if (!found) return null;
	const parts = model.map((each) =>
		each === whole
			? messageField(field.model.graph, written(graph, output, found.places))
			: each.whole
	);
	return { decoder: joined(parts), head: found.head() };
}

/** A graph whose `output` comes from its place’s vectors, or from its branches’. */
function written(graph: Graph, output: string, places: readonly Place[]): Uint8Array {
	const place = places.find((each) => each.graph === graph);
	const kept = place ? live(graph, place) : graph.nodes;
	const parts = graph.fields.flatMap((each) => {
		switch (each.number) {
			case field.graph.node: {
				const node = kept.find((one) => one.field === each);
				return node ? [writtenNode(node, places)] : [];
			}
			case field.graph.output:
				return [isOutput(each, output, places) ? shapeless(each) : each.whole];
			default:
				return [each.whole];
		}
	});
	return joined(place ? [...parts, identity(place)] : parts);
}

const isOutput = (each: Field, output: string, places: readonly Place[]): boolean =>
	[output, ...places.map((place) => place.output)].includes(nameOfValue(each));

/** The nodes that something else still needs, once the output is taken from elsewhere. */
function live(graph: Graph, place: Place): readonly Node[] {
	const wanted = new Set([place.hidden, ...graph.outputs.filter((name) => name !== place.output)]);
	const kept: Node[] = [];
	for (const node of graph.nodes.toReversed()) {
		if (!node.outputs.some((name) => wanted.has(name))) continue;
		kept.push(node);
		for (const name of namesIn(node)) wanted.add(name);
	}
	return kept;
}

/** What a node reads, its branches too. */
const namesIn = ({ inputs, branches }: Node): readonly string[] => [
	...inputs,
	...branches.flatMap((branch) => [...branch.nodes.flatMap(namesIn), ...branch.outputs])
];

function writtenNode(node: Node, places: readonly Place[]): Uint8Array {
	if (!node.branches.some((branch) => places.some(({ graph }) => graph === branch)))
		return node.field.whole;
	const branches = [...node.branches];
	const parts = fields(node.field.value).map((part) => {
		if (part.number !== field.node.attribute) return part.whole;
		const inner = fields(part.value).map((each) => {
			const branch = each.number === field.attribute.graph ? branches.shift() : undefined;
			return branch ? messageField(field.attribute.graph, written(branch, '', places)) : each.whole;
		});
		return messageField(field.node.attribute, joined(inner));
	});
	return messageField(field.graph.node, joined(parts));
}

const identity = ({ hidden, output }: Place): Uint8Array =>
	messageField(
		field.graph.node,
		joined([
			textField(field.node.input, hidden),
			textField(field.node.output, output),
			textField(field.node.op, 'Identity')
		])
	);

/** An output of floats whose shape is not said: the one that it had was of scores. */
function shapeless(each: Field): Uint8Array {
	const tensor = messageField(1, numberField(1, 1));
	const name = textField(field.value.name, nameOfValue(each));
	return messageField(field.graph.output, joined([name, messageField(field.value.type, tensor)]));
}
