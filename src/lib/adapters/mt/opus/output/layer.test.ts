import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LinearWeights } from '../graph/linear';
import { moduleOf } from '../marian/kernel.fixture';
import { OutputLayer } from './layer';

const width = 32;
let module: WebAssembly.Module;

beforeAll(async () => {
	module = await moduleOf('simd');
});

/** A layer of so many tokens, its table [tokens, width]. */
function head(rows: number, seed: number): LinearWeights {
	const table = Int8Array.from({ length: rows * width }, (_, i) => ((i * 37 + seed) % 256) - 128);
	return {
		constant: { type: 3, dims: [rows, width], bytes: new Uint8Array(table.buffer) },
		...{ isRows: true, inputs: width, outputs: rows },
		scales: Float32Array.from({ length: rows }, (_, i) => 0.01 + i / 1000),
		zeros: new Int32Array(rows),
		bias: Float32Array.from({ length: rows }, (_, i) => i - 2)
	};
}

/** Computes the same scores with plain loops. */
function plain({ constant, bias, scales }: LinearWeights, vector: Float32Array): readonly number[] {
	const table = new Int8Array(constant.bytes.buffer);
	return [...bias].map((shift, row) => {
		const products = vector.map((value, i) => value * (table[row * width + i] ?? 0));
		return shift + (scales[row] ?? 0) * products.reduce((sum, value) => sum + value, 0);
	});
}

test('law: scores equal plain multiplication within the rounding of a vector to 256 steps', () => {
	const vector = fc
		.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: width, maxLength: width })
		.map((values) => Float32Array.from(values));
	fc.assert(
		fc.property(
			fc.array(vector, { minLength: 1, maxLength: 20 }),
			fc.integer({ min: 1, max: 7 }),
			fc.nat(255),
			(vectors, rows, seed) => {
				const of = head(rows, seed);
				const layer = OutputLayer.of(of, module, 20);
				const scores = layer?.scores(Float32Array.from(vectors.flatMap((each) => [...each])));
				const worst = vectors.flatMap((each, i) =>
					plain(of, each).map((value, row) => Math.abs(value - (scores?.[i]?.[row] ?? NaN)))
				);
				// Half a step of each number, times the largest weight and scale.
				const rounding = width * 128 * 0.017 * (18 / 255 / 2);
				expect(Math.max(...worst)).toBeLessThan(rounding);
			}
		),
		{ numRuns: 30 }
	);
});

test('the scores of a vector do not depend on the vectors beside it', () => {
	const layer = OutputLayer.of(head(5, 1), module, 8);
	const small = new Float32Array(width).fill(0.001);
	const large = new Float32Array(width).fill(1000);
	const alone = layer?.scores(small)[0]?.slice();
	const beside = layer?.scores(Float32Array.of(...small, ...large))[0];
	expect(beside).toEqual(alone);
});

test('sizes that the module cannot take are refused', () => {
	expect(OutputLayer.of({ ...head(3, 1), inputs: 28 }, module, 8)).toBe(null);
	expect(() => OutputLayer.of(head(3, 1), module, 1)?.scores(new Float32Array(64))).toThrow('fit');
});
