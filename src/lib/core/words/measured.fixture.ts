/** What is measured of look-up: by `accuracy.test.ts`, and with its time by `bench/words.ts`. */
import { formsOf } from './coverage';
import { dictionaryOf, type Dictionary } from './dictionary';
import type { WordClass } from './wordClass';
import { partsOfEntry } from './partsOf';

type Pairs = readonly (readonly [word: string, expected: string])[];

export interface Share {
	/** From 0 to 100. */
	readonly percent: number;
	readonly wrong: readonly string[];
}

export async function dictionary(from: string, to: string): Promise<Dictionary> {
	const found = await dictionaryOf(from, to);
	if (!found) throw new RangeError(`no dictionary from ${from} to ${to}`);
	return found;
}

/** Returns for how many forms the first lemma is the expected one. */
export const firstLemmas = (forms: Pairs, words: Dictionary): Share =>
	share(forms, (form) => {
		const answer = words.lookUp(form);
		return answer.kind === 'found' ? answer.analyses[0].lemma : answer.kind;
	});

/** Returns how many compounds are split as expected; a lemma’s parts may lack the inflection. */
export const splits = (compounds: Pairs, words: Dictionary): Share =>
	share(compounds, (form, expected) => {
		const answer = words.lookUp(form);
		if (answer.kind !== 'found') return answer.kind;
		const [{ parts, entry }] = answer.analyses;
		const found = parts.length > 0 || !entry ? parts : partsOfEntry(entry, words.vocabulary);
		const split = found.map(({ text }) => text).join('|');
		return expected.startsWith(split) && sameCuts(split, expected) ? expected : split;
	});

const sameCuts = (a: string, b: string): boolean => a.split('|').length === b.split('|').length;

function share(pairs: Pairs, find: (word: string, expected: string) => string): Share {
	const wrong = pairs.flatMap(([word, expected]) => {
		const found = find(word, expected);
		return found === expected ? [] : [`${word}: ${found}, not ${expected}`];
	});
	return { percent: 100 * (1 - wrong.length / pairs.length), wrong };
}

/** Classes of small words; what has another class, or none, is a content word. */
const small: ReadonlySet<WordClass> = new Set([
	'pronoun',
	'preposition',
	'conjunction',
	'numeral',
	'interjection'
]);

/** Returns how many running words, and how many content words, have a meaning. */
export function coverage(
	sentences: readonly string[],
	lang: string,
	words: Dictionary
): { readonly running: Share; readonly content: Share } {
	const { forms } = formsOf(sentences, lang, words);
	const content = forms.filter(({ analyses: [first] }) => !first || !small.has(first.wordClass));
	const covered = (list: typeof forms): Share => {
		const count = (some: typeof forms) => some.reduce((sum, form) => sum + form.count, 0);
		const unknown = list.filter(({ analyses }) => analyses.length === 0);
		return {
			percent: 100 * (1 - count(unknown) / count(list)),
			wrong: unknown.map(({ form }) => form)
		};
	};
	return { running: covered(forms), content: covered(content) };
}
