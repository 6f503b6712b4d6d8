import { plain } from './inline';

const word = /[\p{L}\p{N}]/u;

/** How many words inline Markdown has: runs of anything but white space that hold a letter or a figure. */
export const countWords = (markdown: string): number =>
	plain(markdown)
		.split(/\s+/)
		.filter((run) => word.test(run)).length;

/**
 * Silent reading of non-fiction: 238 words a minute in English on average, most adults between 175
 * and 300, and fewer in a second language (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). A little
 * under the mean, for readers of two languages.
 */
const wordsPerMinute = 220;

/** Minutes it takes to read so many words, rounded up: 0 for none. */
export const readingMinutes = (words: number): number => Math.ceil(words / wordsPerMinute);
