import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Arena } from './arena';
import { kernelOf, leastInt8, type Kernel } from './kernel';
import { kernelIn, moduleOf } from './kernel.fixture';
import { roundedBytes, stepBytes } from './scratch';

let arena: Arena;
let kernel: Kernel;

beforeAll(async () => ({ arena, kernel } = await kernelIn('simd')));

const numbers = (length: number, min = -9, max = 9) =>
	fc.array(fc.double({ min, max, noNaN: true }).map(Math.fround), {
		minLength: length,
		maxLength: length
	});

interface Rounded {
	readonly rounded: readonly number[];
	readonly scales: readonly number[];
	readonly sums: readonly number[];
	readonly at: { readonly rounded: number; readonly steps: number };
}

function quantised(rows: readonly number[], width: number, group: number): Rounded {
	const count = rows.length / width;
	const from = arena.floats(rows);
	const at = {
		rounded: arena.take(count * roundedBytes(width)),
		steps: arena.take(stepBytes * count)
	};
	kernel.quantise(from, count, width, group, at.rounded, at.steps, 0);
	const { buffer } = arena.memory;
	const steps = Array.from({ length: count }, (_, i) => at.steps + stepBytes * i);
	return {
		rounded: Array.from({ length: count }, (_, row) => [
			...new Int16Array(buffer, at.rounded + row * roundedBytes(width), width)
		]).flat(),
		scales: steps.map((step) => new Float32Array(buffer, step, 1)[0] ?? 0),
		sums: steps.map((step) => new Int32Array(buffer, step + 4, 1)[0] ?? 0),
		at
	};
}

/** DynamicQuantizeLinear in plain numbers, less its zero point. */
function plainQuantised(x: readonly number[]) {
	const [low, high] = [Math.min(0, ...x), Math.max(0, ...x)];
	const scale = Math.fround(Math.fround(high - low) / 255) || 1;
	const even = (value: number) => {
		const floor = Math.floor(value);
		return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
	};
	const zero = Math.min(255, Math.max(0, even(Math.fround(-low / scale))));
	const rounded = x.map((value) =>
		Math.min(255 - zero, Math.max(-zero, even(Math.fround(value / scale))))
	);
	return { scale, rounded: rounded.map((value) => value + 0) };
}

test('law: rows are rounded as DynamicQuantizeLinear rounds them', () => {
	fc.assert(
		fc.property(numbers(16), (x) => {
			const { rounded, scales, sums } = quantised(x, 16, 1);
			const plain = plainQuantised(x);
			expect(scales[0]).toBeCloseTo(plain.scale, 6);
			expect(rounded).toEqual(plain.rounded);
			expect(sums).toEqual([rounded.reduce((sum, value) => sum + value, 0)]);
		})
	);
});

test('rows of a group share a scale; others do not', () => {
	const x = [...new Array<number>(8).fill(1), ...new Array<number>(8).fill(10)];
	expect(quantised(x, 8, 2).scales.map((scale) => scale * 255)).toEqual([
		expect.closeTo(10, 4),
		expect.closeTo(10, 4)
	]);
	expect(quantised(x, 8, 1).scales.map((scale) => scale * 255)).toEqual([
		expect.closeTo(1, 4),
		expect.closeTo(10, 4)
	]);
	expect(quantised(new Array<number>(8).fill(0), 8, 1)).toMatchObject({ scales: [1], sums: [0] });
});

interface Matrix {
	/** [inputs, outputs], as uint8 or int8. */
	readonly bytes: Uint8Array;
	readonly isUnsigned: boolean;
	readonly inputs: number;
	readonly outputs: number;
	readonly zeros: readonly number[];
}

const weightOf = (
	{ bytes, isUnsigned, outputs }: Matrix,
	input: number,
	output: number
): number => {
	const byte = bytes[input * outputs + output] ?? 0;
	return isUnsigned || byte < 128 ? byte : byte - 256;
};

/** Packs a matrix from either layout and writes its record. Scale: 1 / 64; bias: the column. */
function linear(matrix: Matrix, layout: 'rows' | 'columns'): number {
	const { bytes, isUnsigned, inputs, outputs, zeros } = matrix;
	const flip = isUnsigned ? 128 : 0;
	const weights = arena.take(inputs * outputs);
	const stage = arena.take(bytes.length + 16);
	const staged = bytes.map((byte, i) => {
		if (layout === 'columns') return byte;
		const [output, input] = [Math.floor(i / inputs), i % inputs];
		return bytes[input * outputs + output] ?? 0;
	});
	arena.viewBytes(stage, bytes.length).set(staged);
	if (layout === 'rows') kernel.packRows(stage, outputs, inputs, flip, weights, 0, 0, 0);
	else kernel.packColumns(stage, outputs, inputs, flip, weights, 0, 0, inputs, 0, 0);
	return arena.integers([
		weights,
		arena.floats(new Float32Array(outputs).fill(1 / 64)),
		arena.floats(Float32Array.from({ length: outputs }, (_, i) => i)),
		arena.integers(zeros.map((zero) => zero - flip)),
		inputs,
		outputs,
		0
	]);
}

const matrices = fc
	.record({
		isUnsigned: fc.boolean(),
		inputs: fc.constantFrom(8, 16, 40),
		outputs: fc.constantFrom(16, 32, 48)
	})
	.chain(({ isUnsigned, inputs, outputs }) =>
		fc.record({
			isUnsigned: fc.constant(isUnsigned),
			inputs: fc.constant(inputs),
			outputs: fc.constant(outputs),
			bytes: fc.uint8Array({ minLength: inputs * outputs, maxLength: inputs * outputs }),
			zeros: fc.array(fc.integer(isUnsigned ? { min: 0, max: 255 } : { min: -128, max: 127 }), {
				minLength: outputs,
				maxLength: outputs
			})
		})
	);

test('law: products of 1 to 9 rows are exact for both layouts and both types of weights', () => {
	fc.assert(
		fc.property(
			matrices,
			fc.integer({ min: 1, max: 9 }),
			fc.constantFrom('rows', 'columns'),
			fc.nat(1000),
			(matrix, rows, layout, seed) => {
				const { inputs, outputs, zeros } = matrix;
				const x = Array.from({ length: rows * inputs }, (_, i) => Math.sin(i + seed));
				const { rounded, scales, at } = quantised(x, inputs, 1);
				const to = arena.take(4 * rows * outputs);
				kernel.multiply(linear(matrix, layout), at.rounded, at.steps, rows, to);
				const result = arena.viewFloats(to, rows * outputs);
				const exact = Array.from(result, (_, i) => {
					const [row, output] = [Math.floor(i / outputs), i % outputs];
					let sum = 0;
					for (let input = 0; input < inputs; input++)
						sum +=
							(rounded[row * inputs + input] ?? 0) *
							(weightOf(matrix, input, output) - (zeros[output] ?? 0));
					return (sum * (scales[row] ?? 0)) / 64 + output;
				});
				const worst = exact.map((value, i) => Math.abs(value - (result[i] ?? 0)));
				expect(Math.max(...worst)).toBeLessThan(1e-3);
			}
		)
	);
});

/**
 * Weights that relaxed SIMD takes on this device: all of int8 where it sums to int32 (128 is added),
 * else those that do not overflow.
 */
test('law: relaxed SIMD gives the same products as plain SIMD, bit by bit', async () => {
	const { arena, kernel: relaxed } = await kernelIn('relaxed');
	const plain = kernelOf(await moduleOf('simd'), arena.memory);
	const offset = relaxed.dotOffset(leastInt8);
	expect([0, 64, 128]).toContain(offset);
	const most = offset === 0 ? 127 : offset;
	const [inputs, outputs] = [40, 32];
	const vectors = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
		minLength: 9 * inputs,
		maxLength: 9 * inputs
	});
	const tables = fc.array(fc.integer({ min: -most, max: Math.min(most, 127) }), {
		minLength: inputs * outputs,
		maxLength: inputs * outputs
	});
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 9 }), vectors, tables, (rows, x, table) => {
			const from = arena.floats(x);
			const stage = arena.take(table.length + 16);
			arena.viewBytes(stage, table.length).set(table);
			const [first, second] = [plain, relaxed].map((by) => {
				const isSmall = by === relaxed;
				const [weights, sums] = [arena.take(table.length), arena.take(4 * outputs)];
				const added = isSmall ? offset : 0;
				by.packRows(stage, outputs, inputs, 0, weights, 0, isSmall ? sums : 0, added);
				const scales = arena.floats(new Float32Array(outputs).fill(0.1));
				const nothing = arena.integers(new Int32Array(outputs));
				const layer = arena.integers([
					...[weights, scales, nothing, nothing, inputs, outputs],
					isSmall ? sums : 0
				]);
				const [rounded, steps] = [
					arena.take(rows * roundedBytes(inputs)),
					arena.take(stepBytes * rows)
				];
				by.quantise(from, rows, inputs, 1, rounded, steps, isSmall ? 1 : 0);
				const to = arena.take(4 * rows * outputs);
				by.multiply(layer, rounded, steps, rows, to);
				return arena.viewFloats(to, rows * outputs).slice();
			});
			expect(second).toEqual(first);
		})
	);
});

test('law: a normalised vector has mean 0 and variance 1 before weight and bias', () => {
	fc.assert(
		fc.property(numbers(32), numbers(32), (x, added) => {
			const [weight, bias] = [new Float32Array(32).fill(2), new Float32Array(32).fill(3)];
			const epsilon = new Int32Array(Float32Array.of(1e-5).buffer)[0] ?? 0;
			const norm = arena.integers([arena.floats(weight), arena.floats(bias), epsilon]);
			const vectors = arena.floats(x);
			kernel.addAndNormalise(vectors, arena.floats(added), 1, 32, norm);
			const sums = x.map((value, i) => value + (added[i] ?? 0));
			const mean = sums.reduce((sum, value) => sum + value, 0) / 32;
			const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 32;
			const result = arena.viewFloats(vectors, 32);
			sums.forEach((sum, i) =>
				expect(result[i]).toBeCloseTo(((sum - mean) / Math.sqrt(variance + 1e-5)) * 2 + 3, 2)
			);
		})
	);
});

test('law: softmax gives e^x / Σ e^x, and nothing to what is behind', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 23 }), fc.nat(99), (count, seed) => {
			const scores = Array.from({ length: count }, (_, i) => 20 * Math.sin(i * seed));
			const at = arena.floats([...scores, 7, 7, 7, 7]);
			kernel.softmax(at, count);
			const most = Math.max(...scores);
			const powers = scores.map((score) => Math.exp(score - most));
			const sum = powers.reduce((all, power) => all + power, 0);
			const result = arena.viewFloats(at, Math.ceil(count / 4) * 4);
			powers.forEach((power, i) => expect(result[i]).toBeCloseTo(power / sum, 5));
			expect([...result.slice(count)].every((value) => value === 0)).toBe(true);
		})
	);
});

test('law: the likeliest is the first of the highest scores', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 }),
			(all) => {
				const at = arena.floats([...all, 9, 9, 9, 9]);
				expect(kernel.likeliest(at, all.length)).toBe(all.indexOf(Math.max(...all)));
			}
		)
	);
});
