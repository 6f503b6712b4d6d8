/**
 * The keys of the index. A word of a text has several, each with its form under it:
 *
 * | key | of |
 * | --- | --- |
 * | `=bok` | a lemma of the form, or a phrase that it begins |
 * | `+bok` | a part of the compound that the form is |
 * | `~bok` | the stem of a form that the lexicon lacks |
 * | `?bocker` | forms and lemmas that differ from this in the marks of their letters alone; see `Shard.like` |
 */
import { exactForm, plainForm } from './letters';

export const lemmaKey = (lemma: string): string => `=${exactForm(lemma)}`;
export const partKey = (lemma: string): string => `+${exactForm(lemma)}`;
export const stemKey = (stem: string): string => `~${stem}`;
export const plainKey = (form: string): string => `?${plainForm(form)}`;

/** Whether a key is that of a whole word: of its lemma or its stem. */
export const isWhole = (key: string): boolean => key.startsWith('=') || key.startsWith('~');

/** The letters by which keys are in order: those of one form, with marks or without, stand together. */
export const lettersOf = (key: string): string => plainForm(key.slice(1));

/**
 * Returns the shard that has a key.
 * @param bounds what the letters of each shard begin with, at least; the first is empty
 */
export function shardOf(key: string, bounds: readonly string[]): number {
	const letters = lettersOf(key);
	let [from, to] = [0, bounds.length];
	while (to - from > 1) {
		const middle = (from + to) >> 1;
		if ((bounds[middle] ?? '') <= letters) from = middle;
		else to = middle;
	}
	return from;
}

/** Returns the fewest letters that come after `before` and not after `letters`: those of a bound. */
export function shortestAfter(before: string, letters: string): string {
	let length = 1;
	while (letters.slice(0, length) <= before) length++;
	return letters.slice(0, length);
}
