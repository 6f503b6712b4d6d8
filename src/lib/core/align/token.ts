/** What is compared of a sentence: its words, numbers and marks. */
import { figures } from './number';

export interface Token {
	/** In lower case, or `#` and the figures of a number. */
	readonly form: string;
	/** Written with a capital although no sentence begins with it. */
	readonly name: boolean;
}

/** Scripts without spaces between words: every character is a token. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const piece =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\d[\d\u00a0\u202f .,:'’]*\d|\d|[\p{L}\p{M}]+/gu;
/** What an apostrophe parts from its word: `John’s`, `don’t`, `we’ll`, `l’eau`. */
const clitic = /^(?:s|t|d|m|ll|re|ve|l|n|qu|j|c)$/;

/** The tokens of a sentence, in order. */
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

/** Marks that a translator tends to keep, in the order of `Marks`. */
const marks = [
	/[?？]/g,
	/[!！]/g,
	/[:：]/g,
	/;/g,
	/[()[\]]/g,
	/["“”„«»]|(?<![\p{L}\p{N}])['‘’]|['’](?![\p{L}\p{N}])/gu,
	/[–—]|--| - /g,
	/[,，、]/g,
	/…|\.\.\./g,
	/%|\bprocent\b|\bper ?cent\b/g
] as const;

/** How many kinds of marks there are. */
export const markKinds = marks.length;

/** How often each kind of mark stands in a sentence. */
export const countMarks = (sentence: string): readonly number[] =>
	marks.map((mark) => sentence.match(mark)?.length ?? 0);

/** Whether a sentence ends like one: headings mostly do not. */
export const ends = (sentence: string): boolean =>
	/[\p{Sentence_Terminal}…:;][\s"'”’»“)\]]*$/u.test(sentence);
