import { plain } from './inline';

const word = /[\p{L}\p{N}]/u;

/** Counts the words of inline Markdown: runs without white space that hold a letter or a digit. */
export const countWords = (markdown: string): number =>
	plain(markdown)
		.split(/\s+/)
		.filter((run) => word.test(run)).length;

/** Whether inline Markdown holds a word: a scene break, a rule or a picture holds none. */
export const hasWords = (markdown: string): boolean => word.test(plain(markdown));

/**
 * Words a minute. Silent reading of non-fiction: 238 in English on average, most adults between
 * 175 and 300, and fewer in a second language (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
 * Set a little under the mean, for readers of two languages.
 */
export const wordsPerMinute = 220;

/** Returns the minutes it takes to read this many words, rounded up; 0 for no words. */
export const readingMinutes = (words: number): number => Math.ceil(words / wordsPerMinute);
