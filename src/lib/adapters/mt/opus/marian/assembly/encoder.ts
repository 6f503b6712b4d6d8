/** The encoder. */
import { rememberAll } from './attention';
import { addRead, attention, feedForward, layerAt, project } from './layers';
import { embed } from './norm';
import { Scratch, Stack } from './records';
import { barrier, shareEnd, shareStart } from './threads';

/**
 * Computes the vectors of a sentence’s tokens at `scratch.vectors`. `pages`: for each token, the
 * address of the same list of pages with room for one layer; `lengths`: for each token, the number
 * of tokens, since each attends to all.
 */
export function encode(
	stack: Stack,
	tokens: usize,
	count: i32,
	pages: usize,
	lengths: usize,
	scratch: Scratch
): void {
	const width = stack.width;
	for (let i = 0; i < count; i++)
		embed(stack, load<i32>(tokens + (i << 2)), i, scratch.vectors + ((i * width) << 2));
	for (let i = 0; i < stack.layerCount; i++) {
		const layer = layerAt(stack, i);
		project(layer.ownProjections, scratch.vectors, count, count, scratch, scratch.wide);
		rememberTokens(stack, count, load<usize>(pages), scratch);
		// One layer is remembered at a time, in the place of the first.
		attention(stack, 0, count, 3 * width, pages, lengths, false, scratch);
		addRead(layer.ownOutput, layer.ownNorm, count, count, scratch);
		feedForward(stack, layer, count, count, scratch);
	}
	// What is shared may be written again as soon as this returns.
	barrier();
}

/** Stores the keys and values of all tokens, which stand behind their queries. */
function rememberTokens(stack: Stack, tokens: i32, pages: usize, scratch: Scratch): void {
	const width = stack.width;
	const end = shareEnd(tokens);
	for (let token = shareStart(tokens); token < end; token++) {
		const key = scratch.wide + ((token * 3 * width + width) << 2);
		rememberAll(key, key + (width << 2), pages, 0, token, width, stack.heads);
	}
	barrier();
}
