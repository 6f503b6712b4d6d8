/** The functions that are computed number by number. */
import { highestOf, sumOf } from './lanes';

/** Kinds of activation, as in a `Stack`. */
const relu = 0;

/**
 * Returns e to the power of four numbers, with a relative error below 2e-7. x = n · ln 2 + r with
 * |r| ≤ ln 2 / 2, so e^x = 2^n · e^r; e^r is the polynomial of Cephes’ `expf`
 * (https://www.netlib.org/cephes/). Below -87 the result is near 1e-38, above 88 near 1e38.
 */
function exp(x: v128): v128 {
	const bounded = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
	const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(1.44269504088896341)));
	// ln 2 in two parts, so that the difference keeps its digits.
	const most = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
	const r = f32x4.sub(most, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
	let p = f32x4.splat(1.98756915e-4);
	p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
	p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
	p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
	p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
	p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
	const power = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
	const bits = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
	return f32x4.mul(power, bits);
}

/**
 * Applies the activation in place to columns `from` to `to` of `rows` rows: max(x, 0), or swish,
 * x / (1 + e^-x) (https://arxiv.org/abs/1710.05941).
 */
export function activate(kind: i32, x: usize, rows: i32, width: i32, from: i32, to: i32): void {
	for (let row = 0; row < rows; row++) {
		const start = x + ((row * width) << 2);
		for (let i = start + (from << 2); i < start + (to << 2); i += 16)
			v128.store(i, kind == relu ? positive(v128.load(i)) : swish(v128.load(i)));
	}
}

function positive(x: v128): v128 {
	return f32x4.max(x, f32x4.splat(0));
}

function swish(x: v128): v128 {
	return f32x4.div(x, f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
}

/**
 * Makes weights of `count` scores in place: e^x / Σ e^x. The numbers behind them, up to a multiple of
 * four, become 0.
 */
export function softmax(scores: usize, count: i32): void {
	const end = scores + (count << 2);
	for (let at = end; at & 15; at += 4) store<f32>(at, -Infinity);
	let most = v128.load(scores);
	for (let at = scores + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at));
	const highest = f32x4.splat(highestOf(most));
	let sums = f32x4.splat(0);
	for (let at = scores; at < end; at += 16) {
		const power = exp(f32x4.sub(v128.load(at), highest));
		v128.store(at, power);
		sums = f32x4.add(sums, power);
	}
	const factor = f32x4.splat(1 / sumOf(sums));
	for (let at = scores; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor));
	for (let at = end; at & 15; at += 4) store<f32>(at, 0);
}

/** Returns the first of the highest `count` numbers. */
export function likeliest(scores: usize, count: i32): i32 {
	let most = f32x4.splat(-Infinity);
	const whole = count & ~3;
	for (let i = 0; i < whole; i += 4) most = f32x4.pmax(most, v128.load(scores + (i << 2)));
	let highest = highestOf(most);
	for (let i = whole; i < count; i++) highest = max(highest, load<f32>(scores + (i << 2)));
	const sought = f32x4.splat(highest);
	let i = 0;
	while (i < whole && !v128.any_true(f32x4.eq(v128.load(scores + (i << 2)), sought))) i += 4;
	while (i < count && load<f32>(scores + (i << 2)) != highest) i++;
	return i < count ? i : 0;
}
