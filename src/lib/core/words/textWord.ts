/**
 * Cuts words out of a text, by rules of our own: Intl.Segmenter cuts `EU:s` in Chromium and not in
 * Node. Figures are no words, but words may hold them: `80-talet`.
 */
export interface WordInText {
	readonly text: string;
	/** Offset in UTF-16 units. */
	readonly start: number;
}

const address = String.raw`(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|se|nu|eu|co\.uk)(?![\p{L}\p{N}])\S*`;
const letters = String.raw`[\p{L}\p{M}\p{N}]`;
const abbreviation = String.raw`(?<![\p{L}\p{N}])\p{L}{1,4}\.(?:\p{L}{1,4}\.)+`;
/** Swedish abbreviations that are written with spaces too. */
const spaced = String.raw`(?<![\p{L}\p{N}])(?:t\. ex|bl\. a|s\. k|d\. v\. s|m\. m|m\. fl|o\. s\. v|f\. d|p\. g\. a|fr\. o\. m|t\. o\. m)\.`;
/** The source of a pattern: letters and digits, and what may stand inside of a word. */
export const wordSource = String.raw`${letters}+(?:['’:\-‐‑]${letters}+)*`;
const pattern = new RegExp(`(${address})|${spaced}|${abbreviation}|${wordSource}`, 'gu');

/** A word must have a letter; that of `45:e` and `21st` belongs to the figure. */
const figure = /^[\p{N}.,:\-‐‑]+(?::?(?:e|a|de|te|s)|st|nd|rd|th|s)?$/iu;

/** Returns the words of a text, in order. Web addresses are none. */
export const textWords = (text: string): readonly WordInText[] =>
	Array.from(text.matchAll(pattern)).flatMap(({ 0: found, 1: web, index }) =>
		web !== undefined || figure.test(found) ? [] : [{ text: found, start: index }]
	);
