/**
 * Packs the weights of a linear layer, as they are in the file, into panels of 8 columns: for each
 * two inputs (or four, for relaxed SIMD) the weights of each column. `multiply.ts` reads them in this
 * order.
 */

import { totalOf } from './lanes';

/** Returns where the weight of an input and a column is in a packed matrix of `inputs` inputs. */
export function packedAt(input: i32, column: i32, inputs: i32, isFour: bool): i32 {
	const panel = (column >> 3) * (inputs << 3);
	if (isFour) return panel + ((input >> 2) << 5) + ((column & 7) << 2) + (input & 3);
	return panel + ((input >> 1) << 4) + ((column & 7) << 1) + (input & 1);
}

/**
 * Packs a table with a row for each column of the matrix: [columns, inputs]. `flip` is 128 for
 * uint8, which turns it into int8, and 0 for int8; `first`: the column of the matrix that the first
 * row becomes. `sums`: the sums of the columns are written there, for weights that are packed by
 * fours, and `offset` is added to these weights; else 0.
 */
export function packRows(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32,
	sums: usize,
	offset: i32
): void {
	const flips = i8x16.splat(<i8>flip);
	const offsets = i8x16.splat(<i8>offset);
	for (let column = first; column < first + columns; column++) {
		let at = to + packedAt(0, column, inputs, sums != 0);
		let sum = i32x4.splat(0);
		for (const end = from + inputs; from < end; from += 8, at += 64) {
			const eight = v128.xor(v128.load64_zero(from), flips);
			if (sums) {
				sum = i32x4.add(sum, i32x4.extadd_pairwise_i16x8_s(i16x8.extend_low_i8x16_s(eight)));
				const shifted = i8x16.add(eight, offsets);
				v128.store32_lane(at, shifted, 0);
				v128.store32_lane(at, shifted, 1, 32);
			} else {
				v128.store16_lane(at, eight, 0);
				v128.store16_lane(at, eight, 1, 16);
				v128.store16_lane(at, eight, 2, 32);
				v128.store16_lane(at, eight, 3, 48);
			}
		}
		if (sums) store<i32>(sums + (column << 2), totalOf(sum));
	}
}

/**
 * Packs inputs `firstInput` and on of a table [inputs, columns]: `count` of them, a multiple of four.
 * The sums of the columns are added to those that are there.
 */
export function packColumns(
	from: usize,
	columns: i32,
	inputs: i32,
	flip: i32,
	to: usize,
	first: i32,
	firstInput: i32,
	count: i32,
	sums: usize,
	offset: i32
): void {
	const flips = i8x16.splat(<i8>flip);
	const offsets = i8x16.splat(<i8>offset);
	for (let column = 0; column < columns; column += 8) {
		let at = to + packedAt(firstInput, first + column, inputs, sums != 0);
		const sum = sums + ((first + column) << 2);
		let row = from + column;
		for (let input = 0; input < count; input += 4, row += columns << 2) {
			const a = v128.load64_zero(row);
			const b = v128.load64_zero(row + columns);
			const c = v128.load64_zero(row + (columns << 1));
			const d = v128.load64_zero(row + columns * 3);
			const ab = v128.xor(interleaved(a, b), flips);
			const cd = v128.xor(interleaved(c, d), flips);
			if (sums) {
				const low = v128.shuffle<i16>(ab, cd, 0, 8, 1, 9, 2, 10, 3, 11);
				const high = v128.shuffle<i16>(ab, cd, 4, 12, 5, 13, 6, 14, 7, 15);
				v128.store(sum, i32x4.add(v128.load(sum), sumsOfFours(low)));
				v128.store(sum, i32x4.add(v128.load(sum, 16), sumsOfFours(high)), 16);
				v128.store(at, i8x16.add(low, offsets));
				v128.store(at, i8x16.add(high, offsets), 16);
			} else {
				v128.store(at, ab);
				v128.store(at, cd, 16);
			}
			at += 32;
		}
	}
}

/** Returns the first eight bytes of two vectors in turn. */
function interleaved(a: v128, b: v128): v128 {
	return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/** Returns the sums of four int8 each. */
function sumsOfFours(x: v128): v128 {
	return i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(x));
}

/** Returns the largest absolute value of `count` weights, a multiple of 16; `flip` as above. */
export function largest(from: usize, count: i32, flip: i32): i32 {
	const flips = i8x16.splat(<i8>flip);
	let most = i8x16.splat(0);
	for (const end = from + count; from < end; from += 16)
		most = i8x16.max_u(most, i8x16.abs(v128.xor(v128.load(from), flips)));
	let found = 0;
	for (let i = 0; i < 16; i++) {
		found = max<i32>(found, i8x16.extract_lane_u(most, 0));
		most = i8x16.shuffle(most, most, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0);
	}
	return found;
}
