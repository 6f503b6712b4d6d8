/**
 * Multiplies rounded vectors by a packed matrix, exactly, as MatMulInteger does, and turns the sums
 * into numbers:
 *
 *     y[row][c] = (Σ x[row][k] · w[k][c] - zero[c] · Σ x[row][k]) · scale[row] · scale[c] + bias[c]
 *
 * A panel is 8 columns of the matrix: for each pair of inputs 16 bytes, two of each column
 * (`pack.ts`). Two numbers of a vector are multiplied by two weights of four columns at once, so
 * that each lane sums a column, and the weights are read once, in order.
 */
import { Linear } from './records';
import { roundedBytes, stepBytes } from './quantise';
import { shareEnd, shareStart } from './threads';

/** Columns that are multiplied together by fewer than four rows: two panels. */
const columns = 16;

/** Multiplies `rows` rows by this thread’s share of the columns. `to`: [rows, outputs] float32. */
export function multiply(layer: Linear, rounded: usize, steps: usize, rows: i32, to: usize): void {
	const end = shareEnd(layer.outputs / columns);
	const bytes = roundedBytes(layer.inputs);
	const stride = layer.outputs << 2;
	for (let pair = shareStart(layer.outputs / columns); pair < end; pair++) {
		let row = 0;
		for (; row + 4 <= rows; row += 4) {
			const x = rounded + row * bytes;
			const y = to + row * stride;
			fourRows(layer, pair << 1, x, steps + row * stepBytes, y);
			fourRows(layer, (pair << 1) + 1, x, steps + row * stepBytes, y);
		}
		if (row + 2 <= rows) {
			twoRows(layer, pair, rounded + row * bytes, steps + row * stepBytes, to + row * stride);
			row += 2;
		}
		if (row < rows)
			oneRow(layer, pair, rounded + row * bytes, steps + row * stepBytes, to + row * stride);
	}
}

/** Multiplies four rows by one panel: as many sums as the registers of a processor hold. */
function fourRows(layer: Linear, panel: i32, x0: usize, steps: usize, to: usize): void {
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
	for (const end = x0 + (layer.inputs << 1); x0 < end; w += 16) {
		const low = v128.load8x8_s(w);
		const high = v128.load8x8_s(w, 8);
		let x = v128.load32_splat(x0);
		low0 = i32x4.add(low0, i32x4.dot_i16x8_s(x, low));
		high0 = i32x4.add(high0, i32x4.dot_i16x8_s(x, high));
		x = v128.load32_splat(x1);
		low1 = i32x4.add(low1, i32x4.dot_i16x8_s(x, low));
		high1 = i32x4.add(high1, i32x4.dot_i16x8_s(x, high));
		x = v128.load32_splat(x2);
		low2 = i32x4.add(low2, i32x4.dot_i16x8_s(x, low));
		high2 = i32x4.add(high2, i32x4.dot_i16x8_s(x, high));
		x = v128.load32_splat(x3);
		low3 = i32x4.add(low3, i32x4.dot_i16x8_s(x, low));
		high3 = i32x4.add(high3, i32x4.dot_i16x8_s(x, high));
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
function twoRows(layer: Linear, pair: i32, x0: usize, steps: usize, to: usize): void {
	const bytes = roundedBytes(layer.inputs);
	const panelBytes = layer.inputs << 3;
	let w = layer.weights + pair * (panelBytes << 1);
	let x1 = x0 + bytes;
	let a0 = i32x4.splat(0);
	let a1 = a0;
	let b0 = a0;
	let b1 = a0;
	let c0 = a0;
	let c1 = a0;
	let d0 = a0;
	let d1 = a0;
	for (const end = x0 + (layer.inputs << 1); x0 < end; w += 16) {
		const first = v128.load32_splat(x0);
		const second = v128.load32_splat(x1);
		let weights = v128.load8x8_s(w);
		a0 = i32x4.add(a0, i32x4.dot_i16x8_s(first, weights));
		a1 = i32x4.add(a1, i32x4.dot_i16x8_s(second, weights));
		weights = v128.load8x8_s(w, 8);
		b0 = i32x4.add(b0, i32x4.dot_i16x8_s(first, weights));
		b1 = i32x4.add(b1, i32x4.dot_i16x8_s(second, weights));
		weights = v128.load8x8_s(w + panelBytes);
		c0 = i32x4.add(c0, i32x4.dot_i16x8_s(first, weights));
		c1 = i32x4.add(c1, i32x4.dot_i16x8_s(second, weights));
		weights = v128.load8x8_s(w + panelBytes, 8);
		d0 = i32x4.add(d0, i32x4.dot_i16x8_s(first, weights));
		d1 = i32x4.add(d1, i32x4.dot_i16x8_s(second, weights));
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
function oneRow(layer: Linear, pair: i32, x: usize, steps: usize, to: usize): void {
	const panelBytes = layer.inputs << 3;
	let w = layer.weights + pair * (panelBytes << 1);
	let a = i32x4.splat(0);
	let b = a;
	let c = a;
	let d = a;
	for (const end = x + (layer.inputs << 1); x < end; x += 4, w += 16) {
		const both = v128.load32_splat(x);
		a = i32x4.add(a, i32x4.dot_i16x8_s(both, v128.load8x8_s(w)));
		b = i32x4.add(b, i32x4.dot_i16x8_s(both, v128.load8x8_s(w, 8)));
		c = i32x4.add(c, i32x4.dot_i16x8_s(both, v128.load8x8_s(w + panelBytes)));
		d = i32x4.add(d, i32x4.dot_i16x8_s(both, v128.load8x8_s(w + panelBytes, 8)));
	}
	finish(layer, pair << 2, a, b, steps, to);
	finish(layer, (pair << 2) + 2, c, d, steps, to);
}

/** Stores the results of eight columns, `four`: the first of them divided by 4. */
function finish(layer: Linear, four: i32, low: v128, high: v128, steps: usize, to: usize): void {
	const at = four << 4;
	const scale = f32x4.splat(load<f32>(steps));
	const sum = i32x4.splat(load<i32>(steps, 4));
	v128.store(to + at, result(layer, at, low, scale, sum));
	v128.store(to + at + 16, result(layer, at + 16, high, scale, sum));
}

function result(layer: Linear, at: i32, sums: v128, scale: v128, rowSum: v128): v128 {
	const centred = i32x4.sub(sums, i32x4.mul(v128.load(layer.zeros + at), rowSum));
	const factor = f32x4.mul(scale, v128.load(layer.scales + at));
	return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(centred), factor), v128.load(layer.bias + at));
}
