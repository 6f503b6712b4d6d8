/**
 * Cuts the output layer off a decoder: the graph then outputs the vectors that went into the layer.
 * The runtime repacks the layer’s 29 million weights at every step, which takes longer than all the
 * rest; `output/` multiplies them without repacking.
 */
import { field, nameOfValue, readGraph, type OnnxGraph, type OnnxNode } from './graph';
import type { LinearWeights } from './linear';
import { findHead, type HeadLocation } from './lmHead';
import { fields, joined, messageField, numberField, textField, type Field } from './protobuf';

export interface CutModel {
	readonly decoder: Uint8Array<ArrayBuffer>;
	readonly head: LinearWeights;
}

/** Cuts the layer and keeps the output’s name. Returns null for a file with an unknown end. */
export function cutHead(decoder: Uint8Array, output = 'logits'): CutModel | null {
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
	return { decoder: joined(parts), head: found.head };
}

/** Writes a graph whose `output` comes from the vectors of its location, or from its branches’. */
function written(graph: OnnxGraph, output: string, places: readonly HeadLocation[]): Uint8Array {
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

const isOutput = (each: Field, output: string, places: readonly HeadLocation[]): boolean =>
	[output, ...places.map((place) => place.output)].includes(nameOfValue(each));

/** Returns the nodes that are still needed after the cut. */
function live(graph: OnnxGraph, place: HeadLocation): readonly OnnxNode[] {
	const wanted = new Set([place.hidden, ...graph.outputs.filter((name) => name !== place.output)]);
	const kept: OnnxNode[] = [];
	for (const node of graph.nodes.toReversed()) {
		if (!node.outputs.some((name) => wanted.has(name))) continue;
		kept.push(node);
		for (const name of namesIn(node)) wanted.add(name);
	}
	return kept;
}

/** Returns the names that a node reads, also in its branches. */
const namesIn = ({ inputs, branches }: OnnxNode): readonly string[] => [
	...inputs,
	...branches.flatMap((branch) => [...branch.nodes.flatMap(namesIn), ...branch.outputs])
];

function writtenNode(node: OnnxNode, places: readonly HeadLocation[]): Uint8Array {
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

const identity = ({ hidden, output }: HeadLocation): Uint8Array =>
	messageField(
		field.graph.node,
		joined([
			textField(field.node.input, hidden),
			textField(field.node.output, output),
			textField(field.node.op, 'Identity')
		])
	);

/** Returns a float output without a shape: its old shape was that of the scores. */
function shapeless(each: Field): Uint8Array {
	const tensor = messageField(1, numberField(1, 1));
	const name = textField(field.value.name, nameOfValue(each));
	return messageField(field.graph.output, joined([name, messageField(field.value.type, tensor)]));
}
