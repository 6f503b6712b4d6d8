/**
 * Tells whether a translation has the expected length, after Gale and Church (1993, see
 * `align/length.ts`): δ = (l₂ − l₁c) / √(s² · (l₁ + l₂/c)/2), with lengths in characters. c is
 * measured on the translation itself, since it differs between translators and between pairs of
 * languages. Beyond `unusual` something may have been left out or added.
 *
 * The paper’s s², 6.8, is from two editions of one bank’s reports. Translations sentence by
 * sentence vary less: for those of this project, 399 units and 1,270 beads, it is 1.2.
 */
const variance = 1.2;

/**
 * Limit of δ in standard deviations; beyond it the length is reported. A sentence of 120 characters
 * may be 42 longer or shorter.
 */
export const unusual = 3.5;

/**
 * Shortest text in characters. A shorter one is not judged: two words more or less would decide.
 */
const shortest = 30;

export interface Lengths {
	readonly original: number;
	readonly translation: number;
}

/** Returns the characters of translation per character of original, over a whole text. */
export function ratioOf(all: readonly Lengths[]): number {
	const original = all.reduce((sum, one) => sum + one.original, 0);
	const translation = all.reduce((sum, one) => sum + one.translation, 0);
	return original === 0 || translation === 0 ? 1 : translation / original;
}

/**
 * Returns δ: above 0 if the translation is longer than expected; 0 if the text is too short to
 * judge.
 */
export function deviation({ original, translation }: Lengths, ratio: number): number {
	const mean = (original + translation / ratio) / 2;
	return mean < shortest ? 0 : (translation - original * ratio) / Math.sqrt(variance * mean);
}
