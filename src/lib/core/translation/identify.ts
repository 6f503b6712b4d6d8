/** Recognises an imported text and mends its paragraphs with what the stored translation knows. */
import type { Block } from '../text/article';
import { countWords } from '../text/words';
import { mend, type Mended } from './mend';
import { recognise, type KnownArticle, type Recognition } from './recognise';

export interface Identified {
	/** The text’s blocks, mended if the text was recognised. */
	readonly blocks: readonly Mended[];
	readonly recognition: Recognition | null;
}

/**
 * Limit of unknown words. A longer text is recognised by its whole paragraphs or not at all: trying
 * every joint takes seconds.
 */
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

/** Tells whether joints of a text are tried where none of its paragraphs is known. */
export function isShort(blocks: readonly Block[]): boolean {
	let words = 0;
	return blocks.every(({ text }) => (words += countWords(text)) <= maxUnknownWords);
}
