/**
 * Reads written-out numbers, `two hundred and fifty` or `tvåhundrafemtio`, by a language’s
 * numerals.
 */
import type { Numerals } from './numerals';

/** Finds written-out numbers and returns their values. */
export interface NumberWords {
	/** Global pattern; matches a written-out number at the start of a word. */
	readonly pattern: RegExp;
	valueOf(words: string): number;
}

const made = new Map<Numerals, NumberWords>();

export function numberWords(numerals: Numerals): NumberWords {
	const known = made.get(numerals) ?? compile(numerals);
	made.set(numerals, known);
	return known;
}

/** Splits a list into its words. */
export const listed = (list: string): readonly string[] => list.split(' ').filter(Boolean);

function compile(numerals: Numerals): NumberWords {
	const values = new Map([
		...listed(numerals.small).map((word, value) => [word, value] as const),
		...listed(numerals.tens).map((word, at) => [word, 20 + 10 * at] as const),
		...listed(numerals.one).map((word) => [word, 1] as const)
	]);
	const { hundred, thousand, compounds } = numerals;
	const any = anyOf([...values.keys(), hundred, thousand]);
	const words = new RegExp(compounds ? any : `(?<!\\p{L})${any}(?!\\p{L})`, 'giu');
	return {
		pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:${grammar(numerals)})`, 'giu'),
		valueOf(text) {
			let [total, current] = [0, 0];
			for (const [word] of text.toLowerCase().matchAll(words)) {
				if (word === thousand) [total, current] = [total + (current || 1) * 1000, 0];
				else if (word === hundred) current = (current || 1) * 100;
				else current += values.get(word) ?? 0;
			}
			return total + current;
		}
	};
}

/** Returns a pattern for numbers up to 999,999; also for a lone 1, which may be an article. */
function grammar({ small, tens, one, hundred, thousand, and, compounds }: Numerals): string {
	const gap = compounds ? '\\s?' : '[\\s-]';
	const end = compounds ? '' : '(?![\\p{L}\\p{M}])';
	const joined = and === '' ? gap : `${gap}(?:${and}\\s)?`;
	const one1 = anyOf(listed(one));
	const teen = anyOf(listed(small));
	const to99 = `(?:${anyOf(listed(tens))}(?:${gap}(?:${teen}|${one1}))?|${teen})${end}`;
	const many = (before: string, word: string, after: string) =>
		`(?:(?:${before}|${one1})${gap})?${word}${end}(?:${joined}${after})?`;
	const to999 = `(?:${many(to99, hundred, to99)}|${to99})`;
	return `${many(to999, thousand, to999)}|${to999}|${one1}(?![\\p{L}\\p{M}])`;
}

/** Joins words to an alternation, the longest first. */
export const anyOf = (words: readonly string[]): string =>
	`(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
