/** Residual connections, layer normalisation and the embedding. */
import { sumOf } from './lanes';
import { weightOffset } from './multiply';
import { packedAt } from './pack';
import { Norm, Stack } from './records';

/**
 * Adds what a sublayer computed to the vectors, then normalises each: (x - mean) / √(variance + ε) ·
 * weight + bias (Ba, Kiros and Hinton 2016, https://arxiv.org/abs/1607.06450). In place.
 */
export function addAndNormalise(
	vectors: usize,
	added: usize,
	rows: i32,
	width: i32,
	norm: Norm
): void {
	const bytes = width << 2;
	for (let row = 0; row < rows; row++) {
		const x = vectors + row * bytes;
		const mean = f32x4.splat(addRow(x, added + row * bytes, bytes) / <f32>width);
		let squares = f32x4.splat(0);
		for (let i = 0; i < bytes; i += 16) {
			const distance = f32x4.sub(v128.load(x + i), mean);
			squares = f32x4.add(squares, f32x4.mul(distance, distance));
		}
		const variance: f32 = sumOf(squares) / <f32>width;
		const factor = f32x4.splat(1 / sqrt<f32>(variance + norm.epsilon));
		for (let i = 0; i < bytes; i += 16) {
			const scaled = f32x4.mul(f32x4.sub(v128.load(x + i), mean), factor);
			const weighted = f32x4.mul(scaled, v128.load(norm.weight + i));
			v128.store(x + i, f32x4.add(weighted, v128.load(norm.bias + i)));
		}
	}
}

/** Adds a row to x. Returns the sum of the result. */
function addRow(x: usize, added: usize, bytes: i32): f32 {
	let sums = f32x4.splat(0);
	for (let i = 0; i < bytes; i += 16) {
		const sum = f32x4.add(v128.load(x + i), v128.load(added + i));
		v128.store(x + i, sum);
		sums = f32x4.add(sums, sum);
	}
	return sumOf(sums);
}

/** Writes the vector of a token at a position: (row of the table) · factor + (row of positions). */
export function embed(stack: Stack, token: i32, position: i32, to: usize): void {
	const table = stack.embedding;
	const width = stack.width;
	const zero = load<i32>(table.zeros + (token << 2));
	const scale = load<f32>(table.scales + (token << 2));
	let place = stack.positions + ((position * width) << 2);
	const isFour = table.sums != 0;
	for (let i = 0; i < width; i++, to += 4, place += 4) {
		const packed = load<u8>(table.weights + packedAt(i, token, width, isFour));
		const weight = <i8>(isFour ? packed - weightOffset() : packed);
		const value: f32 = <f32>(<i32>weight - zero) * scale * stack.embeddingFactor;
		store<f32>(to, value + load<f32>(place));
	}
}
