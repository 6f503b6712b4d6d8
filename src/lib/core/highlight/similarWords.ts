/** Finds words that were corrected: the part of a text that says nearly the same as a quote. */
import type { TextRange } from './quote';

/** A quote of fewer words is too short to be recognised once a word of it has changed. */
const fewestWords = 4;

/** The largest part of a quote’s words that may have changed. */
const mostChanged = 1 / 3;

/** Largest table of words by words: longer texts are not compared, so that no page stands still. */
const mostCells = 400_000;

interface Word extends TextRange {
	/** In lower case. */
	readonly text: string;
}

interface SimilarWords extends TextRange {
	/** The part of the words that has changed: 0 for none. */
	readonly changed: number;
}

const wordsOf = (text: string): readonly Word[] =>
	[...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
		text: word.toLowerCase(),
		start: index,
		end: index + word.length
	}));

/**
 * Returns the part of `text` whose words are nearest to those of `quote`; null where more than a
 * third of them have changed. Levenshtein’s distance over words, free at both ends of the text
 * (Sellers 1980, “The theory and computation of evolutionary distances: pattern recognition”).
 */
export function similarWords(text: string, quote: string): SimilarWords | null {
	const wanted = wordsOf(quote);
	const words = wordsOf(text);
	if (wanted.length < fewestWords || wanted.length * words.length > mostCells) return null;
	// One row per word of the quote: the cost up to each word of the text, and where that began.
	let cost = new Array<number>(words.length + 1).fill(0);
	let begin = words.map((_, at) => at).concat(words.length);
	for (const [row, { text: word }] of wanted.entries()) {
		const next = [row + 1];
		const began = [0];
		for (const [column, { text: other }] of words.entries()) {
			const swap = (cost[column] ?? 0) + (word === other ? 0 : 1);
			const drop = (cost[column + 1] ?? 0) + 1;
			const add = (next[column] ?? 0) + 1;
			const least = Math.min(swap, drop, add);
			next.push(least);
			began.push(
				(least === swap ? begin[column] : least === drop ? begin[column + 1] : began[column]) ?? 0
			);
		}
		[cost, begin] = [next, began];
	}
	const least = Math.min(...cost);
	const end = cost.indexOf(least);
	const first = words[begin[end] ?? 0];
	const last = words[end - 1];
	const changed = least / wanted.length;
	if (changed > mostChanged || !first || !last || first.start >= last.end) return null;
	return { start: first.start, end: last.end, changed };
}
