/** Makes flows for tests. */
import type { Inline } from '../text/inlineTree';
import type { ContentsEntry, Flow, FlowBlock, FlowNote, FlowShape } from './flow';

const words = (text: string): Inline => ({ type: 'text', text });

/** Returns inline text; `{key}` in it refers to a note. */
const inline = (text: string): readonly Inline[] =>
	text
		.split(/\{(\w+)\}/)
		.flatMap((part, at): Inline[] =>
			part === '' ? [] : at % 2 === 1 ? [{ type: 'reference', marker: part }] : [words(part)]
		);

export const flowBlock = (
	text: string,
	shape: FlowShape = { kind: 'paragraph' },
	anchors: readonly string[] = []
): FlowBlock => ({ shape, inline: inline(text), anchors, reason: null, lang: null });

export const heading = (text: string, level = 1, ...anchors: readonly string[]): FlowBlock =>
	flowBlock(text, { kind: 'heading', level }, anchors);

export const note = (key: string, before: number, ...paragraphs: readonly string[]): FlowNote => ({
	key,
	before,
	blocks: paragraphs.map((text) => flowBlock(text))
});

export const entry = (title: string, target: string | null = null, level = 1): ContentsEntry => ({
	title,
	target,
	level
});

export const flow = (blocks: readonly FlowBlock[], rest: Partial<Flow> = {}): Flow => ({
	metadata: {},
	blocks,
	notes: [],
	contents: [],
	pictures: new Map(),
	cover: null,
	notices: [],
	...rest
});
