/** Runs one pass over a corridor: scores every bead in it and computes every bead’s probability. */
import { beadTypes, typeCount, widest } from './beadTypes';
import type { Corridor } from './corridor';
import { beadFeatures } from './features';
import { Gaps } from './gaps';
import type { PairStatistics } from './habits';
import { Lattice } from './lattice';
import type { WordLinks } from './wordLinks';
import { Scorer } from './scorer';
import type { Side } from './side';
import type { AlignerWeights } from './weights';

/** The input of a pass. */
export interface Cues {
	readonly links: WordLinks;
	readonly habits: PairStatistics;
	readonly weights: AlignerWeights;
	/** How many bead types are tried, from the most common on. */
	readonly types: number;
}

const rowsBetweenReports = 32;

/** Yields the share of the pass done, from 0 to 1, and returns the computed lattice. */
export function* pass(
	source: Side,
	target: Side,
	corridor: Corridor,
	{ links, habits, weights, types }: Cues
): Generator<number, Lattice> {
	const scorer = new Scorer(source, target, links, habits);
	const lattice = new Lattice(corridor, new Gaps(source, target, weights.gap, habits));
	const row = scoredRow(scorer, lattice, weights.bead, types);
	for (let i = 1; i <= source.count; i++) {
		row(i);
		if (i % rowsBetweenReports === 0) yield i / source.count;
	}
	lattice.run();
	return lattice;
}

/** Scores the beads that end with source sentence `i`, for `i` from 1 on. */
function scoredRow(scorer: Scorer, lattice: Lattice, weights: readonly number[], types: number) {
	const { low, high } = lattice.corridor;
	const out = new Float64Array(beadFeatures.length);
	return (i: number): void => {
		const first = low[i - 1] ?? 0;
		const end = high[Math.min(lattice.sources, i - 1 + widest)] ?? 0;
		scorer.read(i - 1, first, end);
		for (let j = Math.max(1, low[i] ?? 0); j <= (high[i] ?? 0); j++)
			for (let type = 0; type < types; type++) {
				const [m, n] = beadTypes[type] ?? [1, 1];
				if (lattice.cell(i - m, j - n) < 0 || !scorer.plausible(i, j, type)) continue;
				scorer.features(i, j, type, out);
				let sum = 0;
				for (let k = 0; k < out.length; k++) sum += (out[k] ?? 0) * (weights[k] ?? 0);
				lattice.scores[lattice.cell(i, j) * typeCount + type] = sum;
			}
	};
}
