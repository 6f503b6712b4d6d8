/**
 * The proper names of a text: words with a capital that no sentence, quotation or heading explains.
 * Names that a glossary knows are its concern; the others are the same in both languages but for
 * their transliteration.
 */
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { sentences } from '../../text/sentence';
import { listed } from './numberWords';
import { numeralsOf } from './numerals';
import { skeleton } from './skeleton';

const word = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+/gu;

/** After these a capital may be that of a sentence; that of an abbreviation never is. */
const opening = /(?:["“”„«‘’':;…(]|[–—]\s|\d[.)]\s)\s*$/u;
const abbreviation = /^\p{Lu}+$/u;

interface Found {
	readonly name: string;
	readonly first: boolean;
}

function* capitals(markdown: string, lang: Lang): Iterable<Found> {
	for (const line of markdown.split('\n')) {
		// All in capitals, no word tells whether it is a name.
		if (!/\p{Ll}/u.test(line)) continue;
		for (const { text } of sentences(plain(line), lang))
			for (const { 0: name, index } of text.matchAll(word)) {
				const before = text.slice(0, index);
				const starts = !/\p{L}/u.test(before) || opening.test(before);
				yield { name, first: starts && !abbreviation.test(name) };
			}
	}
}

/** Words of a text that stand in it in lower case too. */
const common = (markdown: string): ReadonlySet<string> =>
	new Set(plain(markdown).match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu) ?? []);

/**
 * The names in a whole text, by which one that begins a sentence is known for one. A word that also
 * stands in lower case is none: English writes `the President` and `a president`.
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

/** Names of `known` in a text, in order, each once. */
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

/** Whether a text has a name, in whatever transliteration, inflected, or within a compound. */
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
