/** Finds the likeliest next tokens of a row among the scores of all. */
import type { BeamStepper, Candidate } from './beam';
import type { Stepper } from './greedy';

/**
 * Returns the `count` likeliest tokens, the likeliest first; of equal ones the lower token first;
 * after them those of `wanted` that are not among them. Their log probabilities are a log softmax
 * over all tokens that are not banned, to 1e-5. Returns fewer where fewer are not banned. Overwrites
 * the scores of banned tokens.
 */
export function topCandidates(
	scores: Float32Array,
	count: number,
	banned: readonly number[],
	wanted: readonly number[] = []
): readonly Candidate[] {
	for (const token of banned) scores[token] = -Infinity;
	const top = highest(scores, count);
	const [first] = top;
	if (first === undefined) return [];
	const most = scores[first] ?? 0;
	const whole = most + Math.log(sumOfPowers(scores, most));
	const others = wanted.filter(
		(token) => !top.includes(token) && (scores[token] ?? -Infinity) > -Infinity
	);
	return [...top, ...others].map((token) => ({
		token,
		logProbability: (scores[token] ?? -Infinity) - whole
	}));
}

/** Returns the indices of the highest scores, the highest first; none of `-Infinity`. */
function highest(scores: Float32Array, count: number): readonly number[] {
	const top: number[] = [];
	let least = -Infinity;
	for (let token = 0; token < scores.length; token++) {
		const score = scores[token] ?? -Infinity;
		if (score <= least) continue;
		let at = top.length;
		while (at > 0 && score > (scores[top[at - 1] ?? 0] ?? 0)) at--;
		top.splice(at, 0, token);
		if (top.length > count) top.pop();
		if (top.length === count) least = scores[top[count - 1] ?? 0] ?? 0;
	}
	return top;
}

/** Entries of the table of powers between 0 and -1. */
const perUnit = 64;
/** Scores so far below the highest are left out: 100,000 of them change a sum by less than 1e-5. */
const farBelow = 24;
const powers = Float64Array.from({ length: farBelow * perUnit }, (_, i) => Math.exp(-i / perUnit));

/**
 * Returns the sum of the powers of e of `scores - most`. By a table, and a parabola between its
 * entries (error below 1e-6): with `Math.exp` it would take as long as a layer of the decoder.
 */
function sumOfPowers(scores: Float32Array, most: number): number {
	let sum = 0;
	for (let token = 0; token < scores.length; token++) {
		const below = (most - (scores[token] ?? -Infinity)) * perUnit;
		if (below >= powers.length) continue;
		const entry = below | 0;
		const rest = (entry - below) / perUnit;
		sum += (powers[entry] ?? 0) * (1 + rest + (rest * rest) / 2);
	}
	return sum;
}

/** Returns a batch that ranks the scores of another. */
export const ranked = (batch: Stepper): BeamStepper => ({
	step: async (tokens, count, banned, wanted) =>
		(await batch.step(tokens)).map((scores, row) =>
			topCandidates(scores, count, banned[row] ?? [], wanted[row])
		),
	reorder: (rows) => batch.keep(rows)
});
