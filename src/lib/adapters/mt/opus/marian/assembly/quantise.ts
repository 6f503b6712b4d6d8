/**
 * Rounds vectors to 256 steps as ONNX’s DynamicQuantizeLinear does
 * (https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html):
 *
 *     scale = (max(x, 0) - min(x, 0)) / 255
 *     zero  = round(-min(x, 0) / scale)
 *     y     = clamp(round(x / scale) + zero, 0, 255)
 *
 * Stored are y - zero as int16. The runtime takes one scale for all rows of a tensor; here rows of a
 * group share one, so that no row depends on another sentence’s.
 */
import { highestOf, lowestOf, totalOf } from './lanes';

/** Bytes of what `quantise` says of a row: its scale (float32) and the sum of its numbers (int32). */
export const stepBytes = 8;

/**
 * Returns the bytes from one rounded row to the next. With 4096 of 2048 numbers alone, rows that are
 * read together would fall into the same places of a processor’s first cache: half the speed.
 */
export function roundedBytes(width: i32): i32 {
	return (width << 1) + 64;
}

/**
 * Rounds `rows` rows of `width` numbers at `from`. `group`: rows that share a scale; `rows` is a
 * multiple of it.
 */
export function quantise(
	from: usize,
	rows: i32,
	width: i32,
	group: i32,
	rounded: usize,
	steps: usize
): void {
	for (let row = 0; row < rows; row += group) {
		const start = from + ((row * width) << 2);
		const end = start + ((group * width) << 2);
		let low = f32x4.splat(0);
		let high = low;
		for (let at = start; at < end; at += 16) {
			const x = v128.load(at);
			low = f32x4.min(low, x);
			high = f32x4.max(high, x);
		}
		const least = lowestOf(low);
		const range = highestOf(high) - least;
		const scale: f32 = range > 0 ? range / 255 : 1;
		const zero: f32 = clamp255(nearest<f32>(-least / scale));
		for (let i = row; i < row + group; i++) {
			const sum = roundRow(
				from + ((i * width) << 2),
				width,
				scale,
				zero,
				rounded + i * roundedBytes(width)
			);
			store<f32>(steps + i * stepBytes, scale);
			store<i32>(steps + i * stepBytes, sum, 4);
		}
	}
}

/** Rounds one row. Returns the sum of its rounded numbers. */
function roundRow(from: usize, width: i32, scale: f32, zero: f32, to: usize): i32 {
	const scales = f32x4.splat(scale);
	const least = f32x4.splat(-zero);
	const most = f32x4.splat(255 - zero);
	const ones = i16x8.splat(1);
	let sums = i32x4.splat(0);
	for (const end = from + (width << 2); from < end; from += 32, to += 16) {
		const low = roundFour(v128.load(from), scales, least, most);
		const high = roundFour(v128.load(from, 16), scales, least, most);
		const both = i16x8.narrow_i32x4_s(low, high);
		v128.store(to, both);
		sums = i32x4.add(sums, i32x4.dot_i16x8_s(both, ones));
	}
	return totalOf(sums);
}

function roundFour(x: v128, scales: v128, least: v128, most: v128): v128 {
	const rounded = f32x4.nearest(f32x4.div(x, scales));
	return i32x4.trunc_sat_f32x4_s(f32x4.min(f32x4.max(rounded, least), most));
}

function clamp255(x: f32): f32 {
	return min<f32>(max<f32>(x, 0), 255);
}
