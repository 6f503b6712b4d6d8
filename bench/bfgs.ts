/**
 * Learning the aligner’s weights: greatest conditional likelihood of the right ways with a Gaussian
 * prior of variance 1 around 0, by BFGS (Nocedal and Wright 2006, algorithm 6.1).
 */
import { beadFeatures } from '../src/lib/core/align/features';
import { gapFeatures, type GapWeights } from '../src/lib/core/align/gaps';
import type { AlignerWeights } from '../src/lib/core/align/weights';
import { weightCount, type Graph } from './lattice-graph';

/** A point, how high it is (log of likelihood and prior), and the slope there. */
interface Point {
	readonly at: Float64Array;
	readonly height: number;
	readonly slope: Float64Array;
}

/** The slope that counts as none: hardly a weight changes by a hundredth any more. */
const flat = 0.2;
const mostSteps = 400;
/** Of what the slope promises, so much must come of a step. */
const enough = 1e-4;

/** From 0 to the weights under which the right ways are likeliest. */
export function climb(graphs: readonly Graph[]): AlignerWeights {
	let here = pointAt(new Float64Array(weightCount), graphs);
	let curve = unit(1 / norm(here.slope));
	for (let step = 0; step < mostSteps && norm(here.slope) > flat; step++) {
		const there = stepFrom(here, times(curve, here.slope), graphs);
		if (!there) break; // no higher point can be told apart from this one
		curve = bent(curve, minus(there.at, here.at), minus(here.slope, there.slope), step === 0);
		here = there;
	}
	return named(here.at);
}

function pointAt(at: Float64Array, graphs: readonly Graph[]): Point {
	const slope = at.map((weight) => -weight);
	const likelihood = graphs.reduce((sum, graph) => sum + graph.likelihood(at, slope), 0);
	return { at, slope, height: likelihood - dot(at, at) / 2 };
}

/** A higher point in a direction, by halves; null where there is none. */
function stepFrom(here: Point, way: Float64Array, graphs: readonly Graph[]): Point | null {
	for (let size = 1; size > 1e-8; size /= 2) {
		const there = pointAt(
			here.at.map((weight, nth) => weight + size * (way[nth] ?? 0)),
			graphs
		);
		if (there.height >= here.height + enough * size * dot(here.slope, way)) return there;
	}
	return null;
}

/** The inverse of the curvature, by what the last step (`s`) changed of the slope (`y`). */
function bent(curve: Matrix, s: Float64Array, y: Float64Array, isFirst: boolean): Matrix {
	const bend = dot(s, y);
	if (bend <= 1e-12) return curve;
	const old = isFirst ? unit(bend / dot(y, y)) : curve;
	const moved = times(old, y);
	const scale = (1 + dot(y, moved) / bend) / bend;
	return old.map((row, i) =>
		row.map(
			(value, j) =>
				value +
				scale * (s[i] ?? 0) * (s[j] ?? 0) -
				((moved[i] ?? 0) * (s[j] ?? 0) + (s[i] ?? 0) * (moved[j] ?? 0)) / bend
		)
	);
}

type Matrix = readonly Float64Array[];

const unit = (scale: number): Matrix =>
	Array.from({ length: weightCount }, (_, nth) =>
		new Float64Array(weightCount).fill(scale, nth, nth + 1)
	);
const dot = (a: Float64Array, b: Float64Array): number =>
	a.reduce((sum, value, nth) => sum + value * (b[nth] ?? 0), 0);
const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));
const minus = (a: Float64Array, b: Float64Array): Float64Array =>
	a.map((value, nth) => value - (b[nth] ?? 0));
const times = (matrix: Matrix, a: Float64Array): Float64Array =>
	Float64Array.from(matrix, (row) => dot(row, a));

/** The weights as the search reads them. */
const named = (weights: Float64Array): AlignerWeights => ({
	bead: [...weights.subarray(0, beadFeatures.length)],
	gap: Object.fromEntries(
		gapFeatures.map((name, at) => [name, weights[beadFeatures.length + at] ?? 0])
	) as GapWeights
});
