/**
 * Attention with its keys and values in pages: softmax(q · kᵀ) · v for each head (Vaswani et al. 2017,
 * https://arxiv.org/abs/1706.03762); the query is already scaled. A page has the keys of 16 tokens
 * and their values: [layers][key, value][heads][16][width of a head] float32. A row’s list of pages
 * names them in order, so that a row grows, and shares its beginning with others, without copying.
 */
import { softmax } from './activation';

/** Tokens of a page. */
const pageTokens = 16;

/** Returns the bytes of a page’s keys for one layer; its values are so much further. */
function keyBytes(width: i32): i32 {
	return (pageTokens * width) << 2;
}

/** Returns where the keys of a layer and a head begin in a page; `bytes`: of a head’s vector. */
export function headOffset(layer: i32, head: i32, width: i32, bytes: i32): i32 {
	return layer * 2 * keyBytes(width) + head * pageTokens * bytes;
}

/** Returns the address of a token’s key; `offset` says of which layer and head. */
function keyAt(pages: usize, offset: usize, token: i32, bytes: i32): usize {
	const page = load<usize>(pages + ((token >> 4) << 2));
	return page + offset + (token & 15) * bytes;
}

/** Stores a token’s key and value for one head. */
export function remember(
	key: usize,
	value: usize,
	pages: usize,
	offset: usize,
	token: i32,
	width: i32,
	bytes: i32
): void {
	const place = keyAt(pages, offset, token, bytes);
	memory.copy(place, key, bytes);
	memory.copy(place + keyBytes(width), value, bytes);
}

/** Stores a token’s key and value for all heads of a layer. */
export function rememberAll(
	key: usize,
	value: usize,
	pages: usize,
	layer: i32,
	token: i32,
	width: i32,
	heads: i32
): void {
	const bytes = (width / heads) << 2;
	for (let head = 0; head < heads; head++) {
		const offset = headOffset(layer, head, width, bytes);
		remember(key + head * bytes, value + head * bytes, pages, offset, token, width, bytes);
	}
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
	for (let token = 0; token < tokens; token += 4) {
		const keys = keyAt(pages, offset, token, bytes);
		v128.store(weights + (token << 2), fourDots(query, keys, bytes));
	}
	softmax(weights, tokens);
	memory.fill(to, 0, bytes);
	for (let token = 0; token < tokens; token += 4) {
		const values = keyAt(pages, offset, token, bytes) + keyBytes(width);
		addFour(weights + (token << 2), values, bytes, to);
	}
}

/** Returns the products of a vector of `bytes` bytes with four, one after another. */
function fourDots(x: usize, y: usize, bytes: i32): v128 {
	let a = f32x4.splat(0);
	let b = a;
	let c = a;
	let d = a;
	const y1 = y + bytes;
	const y2 = y1 + bytes;
	const y3 = y2 + bytes;
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

/** Adds four vectors, one after another, each times its weight. */
function addFour(weights: usize, y: usize, bytes: i32, to: usize): void {
	const a = v128.load32_splat(weights);
	const b = v128.load32_splat(weights, 4);
	const c = v128.load32_splat(weights, 8);
	const d = v128.load32_splat(weights, 12);
	const y1 = y + bytes;
	const y2 = y1 + bytes;
	const y3 = y2 + bytes;
	for (let i = 0; i < bytes; i += 16) {
		let sum = f32x4.add(v128.load(to + i), f32x4.mul(a, v128.load(y + i)));
		sum = f32x4.add(sum, f32x4.mul(b, v128.load(y1 + i)));
		sum = f32x4.add(sum, f32x4.mul(c, v128.load(y2 + i)));
		v128.store(to + i, f32x4.add(sum, f32x4.mul(d, v128.load(y3 + i))));
	}
}
