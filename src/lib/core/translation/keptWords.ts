/**
 * Computes how much of a draft a person has kept, by comparing words: case, punctuation and marks
 * do not count. The rule is in decision 12.
 */
import { plain } from '../text/inline';

/** Of two texts: does the later one keep so much of the earlier that it is a correction of it? */
interface Kept {
	/** The share of the earlier text’s words that the later one has in the same order, 0 to 1. */
	readonly share: number;
	/** True if the later text is written anew: so little is kept that chance explains it. */
	readonly isAnew: boolean;
}

/**
 * Least share of a draft’s words that makes a text a correction of it. Two unrelated paragraphs of
 * one language share a tenth of their words in order, nine in ten of them less than a fifth.
 */
const leastShare = 0.2;
/** Length of a phrase in words: chance seldom repeats so many in a row. */
const phraseLength = 3;
/** Least share of a text in phrases of the draft that makes it an extract of that draft. */
const leastExtract = 0.5;

/** Where words are not spaced, a letter counts as a word. */
const word =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

const wordsOf = (text: readonly string[]): readonly string[] =>
	text.flatMap((markdown) => plain(markdown).normalize('NFC').toLowerCase().match(word) ?? []);

export function kept(draft: readonly string[], text: readonly string[]): Kept {
	const [before, after] = [wordsOf(draft), wordsOf(text)];
	const common = commonLength(before, after);
	if (before.length === 0) return { share: after.length === 0 ? 1 : 0, isAnew: after.length > 0 };
	return {
		// Rounded down: a text with a changed word has not kept all.
		share: Math.floor((100 * common) / before.length) / 100,
		isAnew: common < leastShare * before.length && !isExtract(before, after)
	};
}

/** Least length in words from which a text that equals a draft cannot equal it by chance. */
const leastLong = 20;
/** Least share of both texts that they have in common if one is a copy of the other. */
const leastCopied = 0.9;

/** `copy`: nearly the same words. `long`: too many words for chance to repeat them. */
interface Likeness {
	readonly copy: boolean;
	readonly long: boolean;
}

/** Compares a text with a draft that it is not known to have begun from. */
export function likeness(draft: readonly string[], text: readonly string[]): Likeness {
	const [before, after] = [wordsOf(draft), wordsOf(text)];
	const [shorter, longer] = [before.length, after.length].sort((a, b) => a - b);
	const long = shorter !== undefined && shorter >= leastLong;
	if (!shorter || !longer || shorter < leastCopied * longer) return { copy: false, long };
	return { copy: commonLength(before, after) >= leastCopied * longer, long };
}

/** Tells whether most of a text stands in phrases of the draft, wherever they have moved. */
function isExtract(draft: readonly string[], text: readonly string[]): boolean {
	if (text.length === 0) return true;
	const size = Math.min(phraseLength, text.length);
	const known = new Set(phrases(draft, size));
	const covered = new Set<number>();
	for (const [at, phrase] of phrases(text, size).entries())
		if (known.has(phrase)) for (let offset = 0; offset < size; offset++) covered.add(at + offset);
	return covered.size >= leastExtract * text.length;
}

const phrases = (words: readonly string[], size: number): readonly string[] =>
	words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '));

/** Returns the length of the longest common subsequence. */
function commonLength(some: readonly string[], others: readonly string[]): number {
	const end = Math.min(some.length, others.length);
	let head = 0;
	while (head < end && some[head] === others[head]) head++;
	let tail = 0;
	while (tail < end - head && some.at(-1 - tail) === others.at(-1 - tail)) tail++;
	const right = others.slice(head, others.length - tail);
	const row = new Uint32Array(right.length + 1);
	for (const one of some.slice(head, some.length - tail)) {
		let diagonal = 0;
		for (const [at, other] of right.entries()) {
			const above = row[at + 1] ?? 0;
			row[at + 1] = one === other ? diagonal + 1 : Math.max(above, row[at] ?? 0);
			diagonal = above;
		}
	}
	return head + tail + (row[right.length] ?? 0);
}
