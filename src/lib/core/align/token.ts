/** Extracts the compared parts of a sentence: its words, numbers and marks. */
import { figures } from './number';

export interface Token {
	/** In lower case, or `#` and the digits of a number. */
	readonly form: string;
	/** True if it has a capital although no sentence begins with it. */
	readonly name: boolean;
}

/** Scripts without spaces between words: every character is a token. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const piece =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\d[\d\u00a0\u202f .,:'’]*\d|\d|[\p{L}\p{M}]+/gu;
/** Letters that an apostrophe separates from a word: `John’s`, `don’t`, `we’ll`, `l’eau`. */
const clitic = /^(?:s|t|d|m|ll|re|ve|l|n|qu|j|c)$/;

/** Returns the tokens of a sentence, in order. */
export function tokens(sentence: string): readonly Token[] {
	const text = sentence.normalize('NFC');
	const found: Token[] = [];
	for (const { 0: run, index } of text.matchAll(piece)) {
		if (/^\d/.test(run)) {
			for (const form of figures(run)) found.push({ form, name: false });
			continue;
		}
		const beside = /['’]/.test(text.charAt(index - 1) + text.charAt(index + run.length));
		const form = run.toLowerCase();
		if (beside && clitic.test(form)) continue;
		const name = found.length > 0 && form !== run && !unspaced.test(run);
		found.push({ form, name });
	}
	return found;
}

/** Marks that translators tend to keep, in the order of `Marks`. */
const marks = [
	/[?？]/g,
	/[!！]/g,
	/[:：]/g,
	/;/g,
	/[()[\]]/g,
	/["“”„«»‹›]/g,
	/[–—]|--| - /g,
	/[,，、]/g,
	/…|\.\.\./g,
	/%|\bprocent\b|\bper ?cent\b/g
] as const;

/** The number of kinds of marks. */
export const markKinds = marks.length;

/** The index of quotation marks among the kinds of marks. */
export const quotes = 5;

/**
 * An apostrophe that may open or close a quotation. Between two letters it never does; beside a
 * space it may be a tokeniser’s (`l' eau`, `John 's`), so that it counts only in pairs.
 */
const opening = /(?<![\p{L}\p{N}])['‘’](?!(?:s|t|d|m|ll|re|ve)(?!\p{L}))/giu;
const closing = /(?<!(?<!\p{L})(?:[cdjlmnst]|\p{L}*qu))['’](?![\p{L}\p{N}])/giu;

/** Counts the marks of a sentence by kind. */
export const countMarks = (sentence: string): readonly number[] =>
	marks.map((mark, kind) => count(sentence, mark) + (kind === quotes ? apostrophes(sentence) : 0));

const count = (sentence: string, mark: RegExp): number => sentence.match(mark)?.length ?? 0;

/** Returns how many apostrophes, and single quotation marks, mark a quotation. */
function apostrophes(sentence: string): number {
	if (!/['‘’]/.test(sentence)) return 0;
	const [open, close] = [opening, closing].map(
		(mark) => new Set(Array.from(sentence.matchAll(mark), ({ index }) => index))
	);
	if (!open || !close) return 0;
	const pairs = Math.min(open.size, close.size, new Set([...open, ...close]).size >> 1);
	return Math.max(2 * pairs, count(sentence, /‘/g));
}

/** Returns whether a text ends like a sentence; most headings do not. */
export const ends = (sentence: string): boolean =>
	/[\p{Sentence_Terminal}…:;][\s"'”’»“)\]]*$/u.test(sentence);
