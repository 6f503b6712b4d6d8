/**
 * Finds the proper names of a text: words with a capital that is not explained by the start of a
 * sentence, quotation or heading. Names in the glossary are handled there; the others are the same
 * in both languages except for their transliteration.
 */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { sentences } from '../../text/sentence';
import { listed } from './numberWords';
import { numeralsOf } from './numerals';
import { skeleton } from './skeleton';

const word = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+/gu;

/** After these a capital may belong to the start of a sentence, except in an abbreviation. */
const opening = /(?:["“”„«‘’':;…(]|[–—]\s|\d[.)]\s)\s*$/u;
const abbreviation = /^\p{Lu}+$/u;

interface FoundName {
	readonly name: string;
	readonly first: boolean;
}

function* capitals(markdown: string, lang: Lang): Iterable<FoundName> {
	// A line of a verse may begin with a capital, as a sentence does.
	for (const line of markdown.split(/[\n\u2029]/)) {
		// In a line of capitals only, names cannot be recognised.
		if (!/\p{Ll}/u.test(line)) continue;
		for (const { text } of sentences(plain(line), lang))
			for (const { 0: name, index } of text.matchAll(word)) {
				const before = text.slice(0, index);
				const starts = !/\p{L}/u.test(before) || opening.test(before);
				yield { name, first: starts && !abbreviation.test(name) };
			}
	}
}

/** Returns the words that also occur in lower case in the text. */
const common = (markdown: string): ReadonlySet<string> =>
	new Set(plain(markdown).match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu) ?? []);

/**
 * Returns the names in a whole text; with them a name at the start of a sentence is recognised. A
 * word that also occurs in lower case is no name: English writes `the President` and `a president`.
 */
export function namesOf(markdown: string, lang: Lang): ReadonlySet<string> {
	const lower = common(markdown);
	const { months, weekdays } = numeralsOf(lang);
	const dates = listed(`${months} ${weekdays}`);
	const found = new Set<string>();
	for (const { name, first } of capitals(markdown, lang))
		if (!first && !lower.has(name.toLowerCase()) && !dates.includes(name)) found.add(name);
	return found;
}

/** Returns the names of `known` in a text, in order, each once. */
export function namesIn(
	markdown: string,
	lang: Lang,
	known: ReadonlySet<string>
): readonly string[] {
	const found = new Set<string>();
	for (const { name } of capitals(markdown, lang)) if (known.has(name)) found.add(name);
	return [...found];
}

const shortestStem = 4;

/**
 * Tells whether a text contains a name, in any transliteration, inflected, or within a compound.
 */
export function hasName(markdown: string, name: string): boolean {
	const wanted = skeleton(name);
	const bare = wanted.replace(/s$/, '');
	const words = plain(markdown).match(/[\p{L}\p{M}]+/gu) ?? [];
	return words.map(skeleton).some((one) => {
		const [short, long] = one.length < bare.length ? [one, bare] : [bare, one];
		return (
			one === wanted || one === bare || (short.length >= shortestStem && long.startsWith(short))
		);
	});
}
