import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OutputLayer } from './layer';

const width = 32;

function layer(rows: number, seed: number, most = 8) {
	const table = Int8Array.from({ length: rows * width }, (_, i) => ((i * 37 + seed) % 256) - 128);
	const scales = Float32Array.from({ length: rows }, (_, i) => 0.01 + i / 1000);
	const bias = Float32Array.from({ length: rows }, (_, i) => i - 2);
	const head = { rows: table, width, scales, bias };
	return { head, made: OutputLayer.of(head, most) };
}

/** Computes the same scores with plain loops. */
function plain({ head }: ReturnType<typeof layer>, vector: Float32Array): readonly number[] {
	return [...head.bias].map((bias, row) => {
		const products = vector.map((value, i) => value * (head.rows[row * width + i] ?? 0));
		return bias + (head.scales[row] ?? 0) * products.reduce((sum, value) => sum + value, 0);
	});
}

test('law: scores equal plain multiplication for any number of vectors', () => {
	const vector = fc
		.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: width, maxLength: width })
		.map((values) => Float32Array.from(values));
	fc.assert(
		fc.property(
			fc.array(vector, { minLength: 1, maxLength: 8 }),
			fc.integer({ min: 1, max: 7 }),
			fc.nat(255),
			(vectors, rows, seed) => {
				const of = layer(rows, seed);
				const scores = of.made?.scores(Float32Array.from(vectors.flatMap((each) => [...each])));
				vectors.forEach((each, i) => {
					const expected = plain(of, each);
					expected.forEach((value, row) => expect(scores?.[i]?.[row]).toBeCloseTo(value, 0));
				});
			}
		)
	);
});

test('the largest numbers do not overflow', () => {
	const head = {
		rows: new Int8Array(2048).fill(-128),
		width: 2048,
		scales: Float32Array.of(1),
		bias: Float32Array.of(0)
	};
	const scores = OutputLayer.of(head, 1)?.scores(new Float32Array(2048).fill(1));
	expect(scores?.[0]?.[0]).toBeCloseTo(-128 * 2048);
});

test('the scores of a vector do not depend on the vectors beside it', () => {
	const of = layer(5, 1);
	const small = new Float32Array(width).fill(0.001);
	const large = new Float32Array(width).fill(1000);
	const alone = of.made?.scores(small)[0]?.slice();
	const beside = of.made?.scores(Float32Array.of(...small, ...large))[0];
	expect(beside).toEqual(alone);
});

test('sizes that the kernel cannot take are refused', () => {
	const { head } = layer(3, 1);
	expect(OutputLayer.of({ ...head, width: 24 }, 8)).toBe(null);
	expect(OutputLayer.of({ ...head, width: 4096 }, 8)).toBe(null);
});
