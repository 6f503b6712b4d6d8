import { countWords } from './words';

/** Counts the words of blocks. */
export const wordsOfBlocks = (blocks: readonly { readonly text: string }[]): number =>
	blocks.reduce((sum, { text }) => sum + countWords(text), 0);
