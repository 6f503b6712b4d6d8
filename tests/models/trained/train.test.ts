import { expect, test } from 'vitest';
import { beginWeights, uniform, weight, type MarianShape, type Weights } from '../marian/weights';
import { piecesOf } from './pieces';
import { learn, train } from './train';
import { Tape } from './tape';

const shape: MarianShape = {
	width: 8,
	heads: 2,
	inner: 6,
	layers: 1,
	vocabulary: 9,
	positions: 6
};
const lessons = [
	{ source: [3, 4, 5, 0], target: [6, 7, 0] },
	{ source: [5, 0], target: [4, 3, 6, 0] }
];

const copy = (weights: Weights): Weights =>
	new Map([...weights].map(([name, values]) => [name, values.slice()]));

function lossOf(weights: Weights): { readonly loss: number; readonly gradients: Weights } {
	const gradients: Weights = new Map(
		[...weights].map(([name, { length }]) => [name, new Float32Array(length)])
	);
	return { loss: learn(new Tape(shape, weights, gradients), lessons), gradients };
}

test('the gradient of every kind of weight equals its numerical derivative', () => {
	const weights = beginWeights(shape, uniform(3));
	const { gradients } = lossOf(weights);
	const step = 1e-2;
	for (const [name, values] of gradients) {
		if (name === 'model.positions' || name === 'final_logits_bias') continue;
		const index = values.reduce(
			(best, value, i) => (Math.abs(value) > Math.abs(values[best] ?? 0) ? i : best),
			0
		);
		const moved = [step, -step].map((by) => {
			const other = copy(weights);
			const changed = weight(other, name);
			changed[index] = (changed[index] ?? 0) + by;
			return lossOf(other).loss;
		});
		const slope = ((moved[0] ?? 0) - (moved[1] ?? 0)) / (2 * step);
		expect(slope, name).toBeCloseTo(values[index] ?? 0, 2);
	}
});

test('training learns the lessons, with the same result in every run', () => {
	const [one, other] = [0, 1].map(() => {
		const weights = beginWeights(shape, uniform(3));
		train(shape, weights, lessons, () => {});
		return weights;
	});
	expect(one).toEqual(other);
	const before = lossOf(beginWeights(shape, uniform(3))).loss;
	expect(lossOf(one ?? new Map()).loss).toBeLessThan(before * 0.8);
});

test('pieces are characters, and adjacent characters that occur more than once', () => {
	const pieces = piecesOf(['hela helan hela.'], 20).map(([piece]) => piece);
	expect(pieces).toEqual(expect.arrayContaining(['▁hela', 'n', '.']));
	expect(pieces).not.toContain('hela.');
});
