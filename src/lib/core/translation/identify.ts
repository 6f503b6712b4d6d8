/** What is done with a text that comes in: recognise it, and mend what its translation knows better. */
import type { Block } from '../text/article';
import { countWords } from '../text/words';
import { mend, type Mended } from './mend';
import { recognise, type KnownArticle, type Recognition } from './recognise';

export interface Identified {
	/** The text’s blocks, mended where it was recognised. */
	readonly blocks: readonly Mended[];
	readonly recognition: Recognition | null;
}

/** A longer text is recognised by its whole paragraphs or not at all: trying all joints takes seconds. */
const maxUnknownWords = 10_000;

export function identify(blocks: readonly Block[], index: readonly KnownArticle[]): Identified {
	const first = recognise(blocks, index);
	const known = first ? index.filter(({ article }) => article === first.article) : index;
	const asGiven = blocks.map((block, at) => ({ block, from: [at] }));
	if (!first && !isShort(blocks)) return { blocks: asGiven, recognition: null };
	const mended = mend(
		blocks,
		known.flatMap(({ paragraphs }) => paragraphs)
	);
	const recognition = recognise(
		mended.map(({ block }) => block),
		known
	);
	return { blocks: recognition ? mended : asGiven, recognition };
}

function isShort(blocks: readonly Block[]): boolean {
	let words = 0;
	return blocks.every(({ text }) => (words += countWords(text)) <= maxUnknownWords);
}
