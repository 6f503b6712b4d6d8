/**
 * Finds a quote again in a paragraph.
 *
 * Laws (`findQuote.test.ts`): a quote of a paragraph is found in it at the same place; after edits
 * elsewhere in the paragraph its words are found; no text and no quote makes it throw.
 */
import { fold } from './fold';
import type { Quote, TextRange } from './quote';
import { similarWords } from './similarWords';

/** `sure`: 1 where words and context are the same, towards 0 the less of them is. */
export interface FoundQuote extends TextRange {
	readonly sure: number;
}

/** How much a place counts whose words are the same, before what stands around them is compared. */
const sameWords = 0.6;
const foldedWords = 0.55;
const changedWords = 0.5;

/** Returns where the words of a quote stand in `text`; null where they do not. */
export const findQuote = (text: string, quote: Quote): FoundQuote | null =>
	findSame(text, quote) ?? findFolded(text, quote) ?? findChanged(text, quote);

/** Finds the same words; of several the one with the same context, then the nearest. */
export const findSame = (text: string, quote: Quote): FoundQuote | null =>
	best(
		placesOf(text, quote.exact).map((start) => ({
			start,
			end: start + quote.exact.length,
			sure: sameWords + (1 - sameWords) * contextShare(text, start, quote)
		})),
		quote.start
	);

/** Finds words that differ only in quotation marks, dashes, white space and the like. */
export function findFolded(text: string, quote: Quote): FoundQuote | null {
	const folded = fold(text);
	const exact = fold(quote.exact).text.trim();
	const like: Quote = {
		exact,
		prefix: fold(quote.prefix).text,
		suffix: fold(quote.suffix).text,
		start: quote.start
	};
	const found = placesOf(folded.text, exact).map((start) => ({
		start: folded.at[start] ?? 0,
		end: folded.at[start + exact.length] ?? text.length,
		sure: foldedWords + (1 - foldedWords) * contextShare(folded.text, start, like)
	}));
	const here = best(found, quote.start);
	return here && trimmed(text, here);
}

/** Finds words of which some were corrected. */
export function findChanged(text: string, quote: Quote): FoundQuote | null {
	const found = similarWords(text, quote.exact);
	return found && { start: found.start, end: found.end, sure: changedWords * (1 - found.changed) };
}

function placesOf(text: string, words: string): readonly number[] {
	const places: number[] = [];
	if (words === '') return places;
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
	return places;
}

/** Returns how much of the quote’s context stands around the words at `start`: 1 for all of it. */
function contextShare(text: string, start: number, { exact, prefix, suffix }: Quote): number {
	const all = prefix.length + suffix.length;
	if (all === 0) return 1;
	const end = start + exact.length;
	let same = 0;
	while (same < prefix.length && text[start - 1 - same] === prefix[prefix.length - 1 - same])
		same++;
	let after = 0;
	while (after < suffix.length && text[end + after] === suffix[after]) after++;
	return (same + after) / all;
}

/** Returns the surest place; of equals the one that begins nearest to `start`. */
function best(found: readonly FoundQuote[], start: number): FoundQuote | null {
	const away = (place: FoundQuote): number => Math.abs(place.start - start);
	const [first] = found.toSorted((a, b) => b.sure - a.sure || away(a) - away(b));
	return first ?? null;
}

/** Leaves out white space at the ends, which folding may have put there. */
function trimmed(text: string, { start, end, sure }: FoundQuote): FoundQuote | null {
	const part = text.slice(start, end);
	const from = start + (part.length - part.trimStart().length);
	const to = start + part.trimEnd().length;
	return from < to ? { start: from, end: to, sure } : null;
}
