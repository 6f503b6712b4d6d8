/**
 * Learning the aligner’s weights: greatest conditional likelihood of the right ways with a Gaussian
 * prior of variance 1 around 0, by Adam (Kingma and Ba 2015, arXiv:1412.6980).
 */
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures, type GapWeights } from '../src/lib/core/align/gaps';
import type { Weights } from '../src/lib/core/align/weights';
import { weightCount, type Graph } from './lattice-graph';

const rounds = 60;
/** The last rounds go by smaller steps. */
const rateOf = (round: number): number => (round > rounds * 0.65 ? 0.02 : 0.08);

/** From `start` to the weights under which the right ways are likeliest. */
export function climb(graphs: readonly Graph[], { bead, gap }: Weights): Weights {
	const weights = Float64Array.from([...bead, ...gapFeatures.map((name) => gap[name])]);
	const mean = new Float64Array(weightCount);
	const square = new Float64Array(weightCount);
	for (let round = 1; round <= rounds; round++) {
		const slope = weights.map((weight) => -weight);
		for (const graph of graphs) graph.climb(weights, slope);
		for (const [at, value] of slope.entries()) {
			mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * value;
			square[at] = 0.99 * (square[at] ?? 0) + 0.01 * value * value;
			const step = (mean[at] ?? 0) / (1 - 0.9 ** round);
			const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
			weights[at] = (weights[at] ?? 0) + (rateOf(round) * step) / spread;
		}
	}
	return named(weights);
}

/** The weights as the search reads them. */
const named = (weights: Float64Array): Weights => ({
	bead: [...weights.subarray(0, beadFeatures.length)],
	gap: Object.fromEntries(
		gapFeatures.map((name, at) => [name, weights[beadFeatures.length + at] ?? 0])
	) as GapWeights
});
