/** Checks that the later steps of a merged decoder use the weights of its first step. */
import type { OnnxGraph } from './graph';
import type { DecoderWeights } from './weights';
import { constantAt, nodeAt } from './dataflow';

/** Tells whether some product in the graph has weights that are none of the recognised. */
export function unknownWeights(graph: OnnxGraph, decoder: DecoderWeights): boolean {
	const known = new Set(
		[
			decoder.output,
			...decoder.layers.flatMap(({ own, cross, inner, outer }) => [
				...[own, cross].flatMap((each) =>
					each ? [each.query, each.key, each.value, each.output] : []
				),
				inner,
				outer
			])
		].map(({ constant }) => constant)
	);
	return tablesIn(graph).some((table) => !table || !known.has(table));
}

/** Returns the weights of all products of a graph and its branches; null for any that is computed. */
const tablesIn = (graph: OnnxGraph): ReturnType<typeof constantAt>[] =>
	graph.nodes.flatMap((node) => {
		const within = node.branches.flatMap(tablesIn);
		if (node.op !== 'MatMulInteger') return within;
		const weights = { graph, name: node.inputs[1] ?? '' };
		const turned = nodeAt(weights);
		const [table] = turned?.op === 'Transpose' ? turned.inputs : [weights];
		return [...within, table ? constantAt(table) : null];
	});
