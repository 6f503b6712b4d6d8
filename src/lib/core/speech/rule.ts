/** A rule of saying: what is written, and what is said for it. */
import { largestCardinal, type Numerals } from './numerals';

export interface SayingRule {
	/** Global. Its named groups are handed to `say`. */
	readonly written: RegExp;
	readonly say: (groups: Readonly<Record<string, string | undefined>>) => string;
}

/** Neither a letter nor a digit before, or after. */
export const begin = String.raw`(?<![\p{L}\p{N}])`;
export const end = String.raw`(?![\p{L}\p{N}])`;

/** Returns a rule from the source of a pattern. */
export const rule = (written: string, say: SayingRule['say']): SayingRule => ({
	written: new RegExp(written, 'gu'),
	say
});

/** Applies a rule. Every pattern has the whole match as its result’s place. */
export const apply = (text: string, { written, say }: SayingRule): string =>
	text.replace(written, (...found: unknown[]) => {
		const groups = found.at(-1);
		return say(
			typeof groups === 'object' && groups !== null ? (groups as Record<string, string>) : {}
		);
	});

/** Escapes what has a meaning in a pattern. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Returns the rules of abbreviations. `t.ex` may be written with spaces (`t. ex.`, `t ex`); the
 * last full stop may be missing. `ca` may have one; `prof.` needs it. The first letter may be a
 * capital. A full stop that also ends the sentence stays.
 */
export const abbreviations = (list: Readonly<Record<string, string>>): readonly SayingRule[] =>
	Object.entries(list).map(([short, long]) => {
		const parts = short.replace(/\.$/, '').split('.');
		const [first = '', ...others] = parts;
		const [letter = '', rest = ''] = [first.slice(0, 1), first.slice(1)];
		const initial =
			letter === letter.toUpperCase() ? escaped(letter) : `[${letter}${letter.toUpperCase()}]`;
		const body = [initial + escaped(rest), ...others.map(escaped)].join(String.raw`(?:\.\s?|\s)`);
		const stop = short.endsWith('.') ? String.raw`\.` : String.raw`\.?`;
		return rule(`${begin}${body}(?:${stop}(?<last>$)|${stop})${end}`, ({ last }) =>
			last === undefined ? long : `${long}.`
		);
	});

/** Says a number as it is written: `whole` may have separators, `decimals` may be missing. */
export function sayNumber(
	whole: string,
	decimals: string | undefined,
	point: string,
	inDigits: boolean,
	numerals: Numerals
): string {
	const n = Number(whole.replace(/\D/g, ''));
	const said = n > largestCardinal ? numerals.digits(String(n)) : numerals.cardinal(n);
	if (!decimals) return said;
	const asNumber = !inDigits && decimals.length <= 2 && !decimals.startsWith('0');
	const rest = asNumber ? numerals.cardinal(Number(decimals)) : numerals.digits(decimals);
	return `${said} ${point} ${rest}`;
}

/** Returns a month’s rule part: its names as alternatives. */
export const anyOf = (names: readonly string[]): string => `(?:${names.join('|')})`;

export const isYear = (n: number): boolean => n >= 1100 && n <= 2099;

/** A four-digit number that stands alone: no decimals, no group of thousands beside it. */
export const fourDigits = String.raw`(?<![\p{L}\p{N}]|\d[.,\s:])(?<year>(?:1[1-9]|20)\d\d)(?![\p{L}\p{N}]|[.,:]\d|\s\d{3}(?!\d))`;

/** How a language says the signs that both have; each with the spaces that it needs. */
interface SaidSigns {
	readonly to: string;
	readonly andAHalf: string;
	readonly half: string;
	readonly quarter: string;
	readonly threeQuarters: string;
	readonly and: string;
	readonly equals: string;
}

/** Returns the rules of signs. `number`: the source of a pattern of the language’s numbers. */
export const signRules = (number: string, said: SaidSigns): readonly SayingRule[] => [
	rule(`${begin}(?<n>${number})\\s?[-–]\\s?(?=\\d)`, ({ n = '' }) => n + said.to),
	rule(String.raw`(?<=^|[\s(])[−–-](?=\d)`, () => 'minus '),
	rule(String.raw`(?<=\d)\s?½`, () => said.andAHalf),
	rule('½', () => said.half),
	rule('¼', () => said.quarter),
	rule('¾', () => said.threeQuarters),
	rule(String.raw`\s?&\s?`, () => said.and),
	rule(String.raw`(?<=\d\s?)\+\s?(?=\d)`, () => ' plus '),
	rule(String.raw`\s=\s`, () => said.equals)
];
