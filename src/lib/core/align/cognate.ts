/**
 * Finds words that look alike in two languages: names, loan words and cognates. Likeness is 1 minus
 * the share of letters to change (Levenshtein distance over the longer word’s length), after
 * folding letters that differ in spelling only. Cognates as a cue for alignment go back to Simard,
 * Foster and Isabelle, “Using cognates to align sentences in bilingual corpora” (TMI 1992,
 * https://aclanthology.org/1992.tmi-1.7/), and likeness of letters to Melamed (1999,
 * https://aclanthology.org/J99-1003/).
 */

const folds: readonly (readonly [RegExp, string])[] = [
	[/\p{M}/gu, ''],
	[/ø/g, 'o'],
	[/æ/g, 'a'],
	[/ß/g, 'ss'],
	[/ph/g, 'f'],
	[/sch|sj|skj|stj|sh|ch/g, 's'],
	[/ck|qu|q|c(?=[aouklrt]|$)/g, 'k'],
	[/c/g, 's'],
	[/th/g, 't'],
	[/x/g, 'ks'],
	[/w/g, 'v'],
	[/z/g, 's'],
	[/[yj]/g, 'i'],
	[/(.)\1+/gu, '$1']
];

/** Folds a word in lower case: removes differences of spelling. */
export const fold = (word: string): string =>
	folds.reduce((text, [from, to]) => text.replace(from, to), word.normalize('NFD'));

/** Returns the likeness of two folded words, from 0 to 1; 0 if it is below `floor`. */
export function likeness(a: string, b: string, floor: number): number {
	const longer = Math.max(a.length, b.length);
	const limit = Math.floor((1 - floor) * longer);
	if (longer === 0 || Math.abs(a.length - b.length) > limit) return 0;
	const changed = distance(a, b, limit);
	return changed > limit ? 0 : 1 - changed / longer;
}

const row = new Uint8Array(256);

/**
 * Returns Levenshtein’s distance, computed in one row; it stops with more than `limit` once that is
 * certain.
 */
function distance(a: string, b: string, limit: number): number {
	const width = Math.min(b.length, row.length - 1);
	for (let j = 0; j <= width; j++) row[j] = j;
	for (let i = 1; i <= Math.min(a.length, row.length - 1); i++) {
		let diagonal = i - 1;
		let least = (row[0] = i);
		for (let j = 1; j <= width; j++) {
			const above = row[j] ?? 0;
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
			const here = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + same);
			diagonal = above;
			row[j] = here;
			if (here < least) least = here;
		}
		if (least > limit) return least;
	}
	return row[width] ?? 0;
}
