/**
 * The layers of Marian’s encoder and decoder (https://aclanthology.org/P18-4020/): attention and a
 * feed-forward network, each followed by a residual connection and a normalisation (post-norm).
 * Every thread runs the same; a linear layer’s columns and attention’s heads are shared out.
 */
import { activate } from './activation';
import { attend, headOffset, remember } from './attention';
import { multiply } from './multiply';
import { addAndNormalise } from './norm';
import { quantise } from './quantise';
import { Layer, Linear, Norm, Scratch, Stack } from './records';
import { barrier, shareEnd, shareStart } from './threads';

const layerBytes: i32 = offsetof<Layer>();

export function layerAt(stack: Stack, index: i32): Layer {
	return changetype<Layer>(stack.layers + index * layerBytes);
}

/** Rounds vectors as a linear layer takes them; `group` of them together. */
function round(linear: Linear, from: usize, rows: i32, group: i32, scratch: Scratch): void {
	const isSmall = linear.sums != 0;
	quantise(from, rows, linear.inputs, group, scratch.rounded, scratch.steps, isSmall);
}

/** Computes a linear layer of `rows` vectors at `from`; `group` of them are rounded together. */
export function project(
	linear: Linear,
	from: usize,
	rows: i32,
	group: i32,
	scratch: Scratch,
	to: usize
): void {
	round(linear, from, rows, group, scratch);
	multiply(linear, scratch.rounded, scratch.steps, rows, to);
	barrier();
}

/**
 * Computes attention of each row to what it remembers. Queries: the first `width` numbers of each
 * row of `wide`, whose rows have `stride` numbers. `pages` and `lengths`: each row’s list of pages,
 * and how many tokens are in them. `appends`: each row’s key and value stand behind
 * its query, and are remembered first.
 */
export function attention(
	stack: Stack,
	layer: i32,
	rows: i32,
	stride: i32,
	pages: usize,
	lengths: usize,
	appends: bool,
	scratch: Scratch
): void {
	const width = stack.width;
	const bytes = (width / stack.heads) << 2;
	const end = shareEnd(rows * stack.heads);
	for (let unit = shareStart(rows * stack.heads); unit < end; unit++) {
		const row = unit / stack.heads;
		const head = unit % stack.heads;
		const at = head * bytes;
		const query = scratch.wide + ((row * stride) << 2) + at;
		const list = load<usize>(pages + (row << 2));
		const offset = headOffset(layer, head, width, bytes);
		let tokens = load<i32>(lengths + (row << 2));
		if (appends) {
			const key = query + (width << 2);
			remember(key, key + (width << 2), list, offset, tokens, width, bytes);
			tokens++;
		}
		const to = scratch.read + ((row * width) << 2) + at;
		attend(query, list, offset, tokens, width, bytes, scratch.weights, to);
	}
	barrier();
}

/** Puts what attention read through its output layer, adds it to the vectors and normalises them. */
export function addRead(linear: Linear, norm: Norm, rows: i32, group: i32, scratch: Scratch): void {
	project(linear, scratch.read, rows, group, scratch, scratch.added);
	addAndNormalise(scratch.vectors, scratch.added, rows, linear.outputs, norm);
}

/** Computes the feed-forward network of a layer: outer(activation(inner(x))). */
export function feedForward(
	stack: Stack,
	layer: Layer,
	rows: i32,
	group: i32,
	scratch: Scratch
): void {
	const inner = layer.inner.outputs;
	const columns = 16;
	round(layer.inner, scratch.vectors, rows, group, scratch);
	multiply(layer.inner, scratch.rounded, scratch.steps, rows, scratch.wide);
	const from = shareStart(inner / columns) * columns;
	activate(stack.activation, scratch.wide, rows, inner, from, shareEnd(inner / columns) * columns);
	barrier();
	project(layer.outer, scratch.wide, rows, group, scratch, scratch.added);
	addAndNormalise(scratch.vectors, scratch.added, rows, stack.width, layer.lastNorm);
}
