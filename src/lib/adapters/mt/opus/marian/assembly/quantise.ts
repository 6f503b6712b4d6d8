/**
 * Rounds vectors to 256 steps as ONNX’s DynamicQuantizeLinear does
 * (https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html):
 *
 *     scale = (max(x, 0) - min(x, 0)) / 255
 *     zero  = round(-min(x, 0) / scale)
 *     y     = clamp(round(x / scale) + zero, 0, 255)
 *
 * Stored are y - zero as int16, or y - 128 as int8. The runtime takes one scale for all rows of a tensor; here rows of a
 * group share one, so that no row depends on another sentence’s.
 */
import { highestOf, lowestOf, totalOf } from './lanes';

/** What is known of a rounded row. */
@unmanaged
export class Rounding {
	scale: f32 = 0;
	/** Σ (y - zero) */
	sum: i32 = 0;
	/** zero - 128 */
	shift: i32 = 0;
	/** Σ (y - 128) */
	total: i32 = 0;
}

/** Bytes of a `Rounding`. */
export const stepBytes = 16;

/**
 * Returns the bytes from one rounded row to the next. With 4096 of 2048 numbers alone, rows that are
 * read together would fall into the same places of a processor’s first cache: half the speed.
 */
export function roundedBytes(width: i32): i32 {
	return (width << 1) + 64;
}

/**
 * Rounds `rows` rows of `width` numbers at `from`. `group`: rows that share a scale; `rows` is a
 * multiple of it. `isSmall`: stores y - 128 as int8 instead of y - zero as int16.
 */
export function quantise(
	from: usize,
	rows: i32,
	width: i32,
	group: i32,
	rounded: usize,
	steps: usize,
	isSmall: bool
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
		// Of zeros, and of a range too small to be divided, the scale is 1.
		const step: f32 = (highestOf(high) - least) / 255;
		const scale: f32 = step > 0 ? step : 1;
		const zero: f32 = clamp255(nearest<f32>(-least / scale));
		for (let i = row; i < row + group; i++) {
			const to = rounded + i * roundedBytes(width);
			const rounding = changetype<Rounding>(steps + i * stepBytes);
			rounding.scale = scale;
			rounding.sum = roundRow(from + ((i * width) << 2), width, scale, zero, to, isSmall);
			rounding.shift = <i32>zero - 128;
			rounding.total = rounding.sum + rounding.shift * width;
		}
	}
}

/** Rounds one row. Returns the sum of its numbers less the zero. */
function roundRow(from: usize, width: i32, scale: f32, zero: f32, to: usize, isSmall: bool): i32 {
	const scales = f32x4.splat(scale);
	const least = f32x4.splat(-zero);
	const most = f32x4.splat(255 - zero);
	const ones = i16x8.splat(1);
	const shift = i16x8.splat(<i16>(<i32>zero - 128));
	let sums = i32x4.splat(0);
	for (const end = from + (width << 2); from < end; from += 32) {
		const low = roundFour(v128.load(from), scales, least, most);
		const high = roundFour(v128.load(from, 16), scales, least, most);
		const both = i16x8.narrow_i32x4_s(low, high);
		sums = i32x4.add(sums, i32x4.dot_i16x8_s(both, ones));
		if (isSmall) {
			const shifted = i16x8.add(both, shift);
			v128.store64_lane(to, i8x16.narrow_i16x8_s(shifted, shifted), 0);
			to += 8;
		} else {
			v128.store(to, both);
			to += 16;
		}
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
