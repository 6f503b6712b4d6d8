/** A step of the decoder, and what it needs to know of a sentence. */
import { likeliest } from './activation';
import { rememberAll } from './attention';
import { addRead, attention, feedForward, layerAt, project } from './layers';
import { embed } from './norm';
import { Scratch, Stack, Step } from './records';
import { barrier, isFirst, shareEnd, shareStart } from './threads';

/** Computes the scores of the next token of each row, and the likeliest that is not barred. */
export function decode(step: Step, scratch: Scratch): void {
	const stack = step.stack;
	const rows = step.rows;
	const width = stack.width;
	for (let row = 0; row < rows; row++) {
		const token = load<i32>(step.tokens + (row << 2));
		const position = load<i32>(step.lengths + (row << 2));
		embed(stack, token, position, scratch.vectors + ((row * width) << 2));
	}
	for (let i = 0; i < stack.layerCount; i++) {
		const layer = layerAt(stack, i);
		project(layer.ownProjections, scratch.vectors, rows, 1, scratch, scratch.wide);
		attention(stack, i, rows, 3 * width, step.pages, step.lengths, true, scratch);
		addRead(layer.ownOutput, layer.ownNorm, rows, 1, scratch);
		project(layer.crossQuery, scratch.vectors, rows, 1, scratch, scratch.wide);
		attention(stack, i, rows, width, step.sentencePages, step.sentenceLengths, false, scratch);
		addRead(layer.crossOutput, layer.crossNorm, rows, 1, scratch);
		feedForward(stack, layer, rows, 1, scratch);
	}
	project(stack.output, scratch.vectors, rows, 1, scratch, step.scores);
	if (isFirst()) for (let row = 0; row < rows; row++) choose(step, row);
}

/** Bars the tokens that a row may not have, and chooses the likeliest of the others. */
function choose(step: Step, row: i32): void {
	const scores = step.scores + ((row * step.stack.output.outputs) << 2);
	const end = load<i32>(step.barredStarts + (row << 2), 4);
	for (let i = load<i32>(step.barredStarts + (row << 2)); i < end; i++) {
		const token = load<i32>(step.barred + (i << 2));
		store<f32>(scores + (token << 2), -Infinity);
	}
	store<i32>(step.best + (row << 2), likeliest(scores, step.vocabulary));
}

/**
 * Computes the keys and values of a sentence for every layer: of its `tokens` vectors, which are at
 * `added`, into a list of pages.
 */
export function memorise(stack: Stack, tokens: i32, pages: usize, scratch: Scratch): void {
	const width = stack.width;
	for (let i = 0; i < stack.layerCount; i++) {
		project(layerAt(stack, i).crossMemory, scratch.added, tokens, tokens, scratch, scratch.wide);
		const end = shareEnd(tokens);
		for (let token = shareStart(tokens); token < end; token++) {
			const key = scratch.wide + ((token * 2 * width) << 2);
			const value = key + (width << 2);
			rememberAll(key, value, pages, i, token, width, stack.heads);
		}
		barrier();
	}
}
