/**
 * Multiplies rounded vectors by a packed matrix, exactly, as MatMulInteger does, and turns the sums
 * into numbers:
 *
 *     y[row][c] = (Σ x[row][k] · w[k][c] - zero[c] · Σ x[row][k]) · scale[row] · scale[c] + bias[c]
 *
 * A panel is 8 columns of the matrix (`pack.ts`). Some numbers of a vector are multiplied by as many
 * weights of four columns at once, so that each lane sums a column, and the weights are read once, in
 * order. There are three ways, with the same results bit by bit; `Way` names them:
 *
 * - i16: two numbers as int16, with plain SIMD.
 * - i8: four numbers as int8 with relaxed SIMD, which sums pairs to int16 and then to int32.
 * - u8: four numbers as int8 with relaxed SIMD that sums them to int32 in one instruction, where the
 *   processor has it (`vpdpbusd`, `sdot`) and so never overflows.
 *
 * Relaxed SIMD takes one factor as signed or as unsigned, as the processor does: weights are stored
 * as they are, or with 64 or 128 added (`dotOffset`).
 */
import { Rounding, roundedBytes, stepBytes } from './quantise';
import { Linear } from './records';
import { shareEnd, shareStart } from './threads';

/** Columns that are multiplied together by fewer than four rows: two panels. */
const columns = 16;

/** What is added to a weight for relaxed SIMD. */
let offset: i32 = 0;

/** Whether one instruction sums four products to int32 on this device, whatever the factors. */
let isWhole: bool = false;

/**
 * Returns what must be added to weights for relaxed SIMD on this device: 0 where it takes them as
 * signed; where it takes them as unsigned 128, or 64 if it sums in int16: they are from -64 to 64
 * then. `least` is -128: a constant here would be multiplied by the compiler, in its way.
 */
export function dotOffset(least: i32): i32 {
	if (!ASC_FEATURE_RELAXED_SIMD) return 0;
	// The largest products: they show as well whether the sum overflows.
	if (wholeDot(least, least >> 7) == 4 * -128 * 255) {
		isWhole = true;
		offset = 128;
		return offset;
	}
	isWhole = wholeDot(least, least >> 7) == 4 * 128 && wholeDot(least, least) == 4 * 128 * 128;
	const sums = i16x8.relaxed_dot_i8x16_i7x16_s(i8x16.splat(1), i8x16.splat(<i8>least));
	offset = i16x8.extract_lane_s(sums, 0) > 0 ? 64 : 0;
	return offset;
}

/** Returns four products, as one instruction sums them. */
function wholeDot(x: i32, weight: i32): i32 {
	const zero = i32x4.splat(0);
	const sums = i32x4.relaxed_dot_i8x16_i7x16_add_s(
		i8x16.splat(<i8>x),
		i8x16.splat(<i8>weight),
		zero
	);
	return i32x4.extract_lane(sums, 0);
}

/** Returns what `dotOffset` found. */
export function weightOffset(): u8 {
	return <u8>offset;
}

/** Multiplies `rows` rows by this thread’s share of the columns. `to`: [rows, outputs] float32. */
export function multiply(layer: Linear, rounded: usize, steps: usize, rows: i32, to: usize): void {
	if (ASC_FEATURE_RELAXED_SIMD && layer.sums) {
		if (isWhole) all<u8>(layer, rounded, steps, rows, to);
		else all<i8>(layer, rounded, steps, rows, to);
	} else all<i16>(layer, rounded, steps, rows, to);
}

function all<Way>(layer: Linear, rounded: usize, steps: usize, rows: i32, to: usize): void {
	const end = shareEnd(layer.outputs / columns);
	const bytes = roundedBytes(layer.inputs);
	const stride = layer.outputs << 2;
	for (let pair = shareStart(layer.outputs / columns); pair < end; pair++) {
		let row = 0;
		for (; row + 4 <= rows; row += 4) {
			const x = rounded + row * bytes;
			const y = to + row * stride;
			fourRows<Way>(layer, pair << 1, x, steps + row * stepBytes, y);
			fourRows<Way>(layer, (pair << 1) + 1, x, steps + row * stepBytes, y);
		}
		if (row + 2 <= rows) {
			twoRows<Way>(layer, pair, rounded + row * bytes, steps + row * stepBytes, to + row * stride);
			row += 2;
		}
		if (row < rows)
			oneRow<Way>(layer, pair, rounded + row * bytes, steps + row * stepBytes, to + row * stride);
	}
}

/** Returns the bytes of a vector’s numbers. */
function vectorBytes<Way>(layer: Linear): i32 {
	return sizeof<Way>() == 2 ? layer.inputs << 1 : layer.inputs;
}

/** Returns the bytes of a panel’s weights that are multiplied by four bytes of a vector. */
function weightBytes<Way>(): i32 {
	return sizeof<Way>() == 2 ? 16 : 32;
}

/** Returns the next weights of a panel’s first four columns. */
function lowWeights<Way>(at: usize): v128 {
	if (sizeof<Way>() == 2) return v128.load8x8_s(at);
	return v128.load(at);
}

/** Returns the next weights of a panel’s last four columns. */
function highWeights<Way>(at: usize): v128 {
	if (sizeof<Way>() == 2) return v128.load8x8_s(at, 8);
	return v128.load(at, 16);
}

/** Adds products of numbers of a vector with weights of four columns. */
function addProducts<Way>(sums: v128, x: v128, weights: v128): v128 {
	if (sizeof<Way>() == 2) return i32x4.add(sums, i32x4.dot_i16x8_s(x, weights));
	if (!ASC_FEATURE_RELAXED_SIMD) return sums;
	if (!isSigned<Way>()) return i32x4.relaxed_dot_i8x16_i7x16_add_s(x, weights, sums);
	const pairs = i16x8.relaxed_dot_i8x16_i7x16_s(x, weights);
	return i32x4.add(sums, i32x4.dot_i16x8_s(pairs, i16x8.splat(1)));
}

/** Multiplies four rows by one panel: as many sums as the registers of a processor hold. */
function fourRows<Way>(layer: Linear, panel: i32, x0: usize, steps: usize, to: usize): void {
	const bytes = roundedBytes(layer.inputs);
	let w = layer.weights + panel * (layer.inputs << 3);
	let x1 = x0 + bytes;
	let x2 = x1 + bytes;
	let x3 = x2 + bytes;
	let low0 = i32x4.splat(0);
	let low1 = low0;
	let low2 = low0;
	let low3 = low0;
	let high0 = low0;
	let high1 = low0;
	let high2 = low0;
	let high3 = low0;
	for (const end = x0 + vectorBytes<Way>(layer); x0 < end; w += weightBytes<Way>()) {
		const low = lowWeights<Way>(w);
		const high = highWeights<Way>(w);
		let x = v128.load32_splat(x0);
		low0 = addProducts<Way>(low0, x, low);
		high0 = addProducts<Way>(high0, x, high);
		x = v128.load32_splat(x1);
		low1 = addProducts<Way>(low1, x, low);
		high1 = addProducts<Way>(high1, x, high);
		x = v128.load32_splat(x2);
		low2 = addProducts<Way>(low2, x, low);
		high2 = addProducts<Way>(high2, x, high);
		x = v128.load32_splat(x3);
		low3 = addProducts<Way>(low3, x, low);
		high3 = addProducts<Way>(high3, x, high);
		x0 += 4;
		x1 += 4;
		x2 += 4;
		x3 += 4;
	}
	const stride = layer.outputs << 2;
	finish(layer, panel << 1, low0, high0, steps, to);
	finish(layer, panel << 1, low1, high1, steps + stepBytes, to + stride);
	finish(layer, panel << 1, low2, high2, steps + 2 * stepBytes, to + 2 * stride);
	finish(layer, panel << 1, low3, high3, steps + 3 * stepBytes, to + 3 * stride);
}

/** Multiplies two rows by two panels. */
function twoRows<Way>(layer: Linear, pair: i32, x0: usize, steps: usize, to: usize): void {
	const panelBytes = layer.inputs << 3;
	let w = layer.weights + pair * (panelBytes << 1);
	let x1 = x0 + roundedBytes(layer.inputs);
	let a0 = i32x4.splat(0);
	let a1 = a0;
	let b0 = a0;
	let b1 = a0;
	let c0 = a0;
	let c1 = a0;
	let d0 = a0;
	let d1 = a0;
	for (const end = x0 + vectorBytes<Way>(layer); x0 < end; w += weightBytes<Way>()) {
		const first = v128.load32_splat(x0);
		const second = v128.load32_splat(x1);
		let weights = lowWeights<Way>(w);
		a0 = addProducts<Way>(a0, first, weights);
		a1 = addProducts<Way>(a1, second, weights);
		weights = highWeights<Way>(w);
		b0 = addProducts<Way>(b0, first, weights);
		b1 = addProducts<Way>(b1, second, weights);
		weights = lowWeights<Way>(w + panelBytes);
		c0 = addProducts<Way>(c0, first, weights);
		c1 = addProducts<Way>(c1, second, weights);
		weights = highWeights<Way>(w + panelBytes);
		d0 = addProducts<Way>(d0, first, weights);
		d1 = addProducts<Way>(d1, second, weights);
		x0 += 4;
		x1 += 4;
	}
	const stride = layer.outputs << 2;
	finish(layer, pair << 2, a0, b0, steps, to);
	finish(layer, (pair << 2) + 2, c0, d0, steps, to);
	finish(layer, pair << 2, a1, b1, steps + stepBytes, to + stride);
	finish(layer, (pair << 2) + 2, c1, d1, steps + stepBytes, to + stride);
}

/** Multiplies one row by two panels. */
function oneRow<Way>(layer: Linear, pair: i32, x: usize, steps: usize, to: usize): void {
	const panelBytes = layer.inputs << 3;
	let w = layer.weights + pair * (panelBytes << 1);
	let a = i32x4.splat(0);
	let b = a;
	let c = a;
	let d = a;
	for (const end = x + vectorBytes<Way>(layer); x < end; x += 4) {
		const numbers = v128.load32_splat(x);
		a = addProducts<Way>(a, numbers, lowWeights<Way>(w));
		b = addProducts<Way>(b, numbers, highWeights<Way>(w));
		c = addProducts<Way>(c, numbers, lowWeights<Way>(w + panelBytes));
		d = addProducts<Way>(d, numbers, highWeights<Way>(w + panelBytes));
		w += weightBytes<Way>();
	}
	finish(layer, pair << 2, a, b, steps, to);
	finish(layer, (pair << 2) + 2, c, d, steps, to);
}

/** Stores the results of eight columns, `four`: the first of them divided by 4. */
function finish(layer: Linear, four: i32, low: v128, high: v128, steps: usize, to: usize): void {
	const at = four << 4;
	const rounding = changetype<Rounding>(steps);
	v128.store(to + at, result(layer, at, low, rounding));
	v128.store(to + at + 16, result(layer, at + 16, high, rounding));
}

/**
 * Turns sums of four columns into numbers. With weights for relaxed SIMD a sum is
 * Σ (x + shift) · (w + offset), of which Σ x · w is wanted.
 */
function result(layer: Linear, at: i32, sums: v128, rounding: Rounding): v128 {
	if (ASC_FEATURE_RELAXED_SIMD && layer.sums) {
		const shifted = i32x4.mul(v128.load(layer.sums + at), i32x4.splat(rounding.shift));
		sums = i32x4.sub(i32x4.sub(sums, i32x4.splat(offset * rounding.total)), shifted);
	}
	const centred = i32x4.sub(
		sums,
		i32x4.mul(v128.load(layer.zeros + at), i32x4.splat(rounding.sum))
	);
	const factor = f32x4.mul(f32x4.splat(rounding.scale), v128.load(layer.scales + at));
	return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(centred), factor), v128.load(layer.bias + at));
}
