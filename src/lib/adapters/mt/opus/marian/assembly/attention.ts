/**
 * Attention with its keys and values in pages: softmax(q · kᵀ) · v for each head (Vaswani et al. 2017,
 * https://arxiv.org/abs/1706.03762); the query is already scaled. A page has the keys of 16 tokens,
 * then their values, for each layer: [layers][key, value][16][width] float32. A row’s list of pages
 * names them in order, so that a row grows, and shares its beginning with others, without copying.
 */
import { softmax } from './activation';

/** Tokens of a page. */
export const pageTokens = 16;

/** Returns the address of a token’s key in a page of the list; its value is `valueBytes` further. */
function keyAt(pages: usize, offset: usize, token: i32, width: i32): usize {
	const page = load<usize>(pages + ((token >> 4) << 2));
	return page + offset + (((token & 15) * width) << 2);
}

function valueBytes(width: i32): i32 {
	return (pageTokens * width) << 2;
}

/** Returns where a layer begins in a page. */
export function layerOffset(layer: i32, width: i32): i32 {
	return layer * 2 * valueBytes(width);
}

/** Stores `bytes` bytes of a token’s key and value; `offset` says of which layer and head. */
export function remember(
	key: usize,
	value: usize,
	pages: usize,
	offset: usize,
	token: i32,
	width: i32,
	bytes: i32
): void {
	const place = keyAt(pages, offset, token, width);
	memory.copy(place, key, bytes);
	memory.copy(place + valueBytes(width), value, bytes);
}

/**
 * Reads for one head of one row: `query` and `to` are its `bytes` within the row’s vectors, `offset`
 * says of which layer and head. `weights`: room for `tokens` numbers, and three more. Four tokens at
 * a time; those behind the last weigh nothing.
 */
export function attend(
	query: usize,
	pages: usize,
	offset: usize,
	tokens: i32,
	width: i32,
	bytes: i32,
	weights: usize,
	to: usize
): void {
	const stride = width << 2;
	for (let token = 0; token < tokens; token += 4) {
		const keys = keyAt(pages, offset, token, width);
		v128.store(weights + (token << 2), fourDots(query, keys, stride, bytes));
	}
	softmax(weights, tokens);
	memory.fill(to, 0, bytes);
	for (let token = 0; token < tokens; token += 4) {
		const values = keyAt(pages, offset, token, width) + valueBytes(width);
		addFour(weights + (token << 2), values, stride, bytes, to);
	}
}

/** Returns the products of a vector with four that are `stride` bytes apart. */
function fourDots(x: usize, y: usize, stride: i32, bytes: i32): v128 {
	let a = f32x4.splat(0);
	let b = a;
	let c = a;
	let d = a;
	const y1 = y + stride;
	const y2 = y1 + stride;
	const y3 = y2 + stride;
	for (let i = 0; i < bytes; i += 16) {
		const four = v128.load(x + i);
		a = f32x4.add(a, f32x4.mul(four, v128.load(y + i)));
		b = f32x4.add(b, f32x4.mul(four, v128.load(y1 + i)));
		c = f32x4.add(c, f32x4.mul(four, v128.load(y2 + i)));
		d = f32x4.add(d, f32x4.mul(four, v128.load(y3 + i)));
	}
	const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
	const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
	return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** Adds four vectors that are `stride` bytes apart, each times its weight. */
function addFour(weights: usize, y: usize, stride: i32, bytes: i32, to: usize): void {
	const a = v128.load32_splat(weights);
	const b = v128.load32_splat(weights, 4);
	const c = v128.load32_splat(weights, 8);
	const d = v128.load32_splat(weights, 12);
	const y1 = y + stride;
	const y2 = y1 + stride;
	const y3 = y2 + stride;
	for (let i = 0; i < bytes; i += 16) {
		let sum = f32x4.add(v128.load(to + i), f32x4.mul(a, v128.load(y + i)));
		sum = f32x4.add(sum, f32x4.mul(b, v128.load(y1 + i)));
		sum = f32x4.add(sum, f32x4.mul(c, v128.load(y2 + i)));
		v128.store(to + i, f32x4.add(sum, f32x4.mul(d, v128.load(y3 + i))));
	}
}
