/** The words of a text with what the dictionary knows of them. */
import type { Lang } from '../text/article';
import { sentences } from '../text/sentence';
import { ordered, type Analysis } from './analysis';
import type { Dictionary, FoundWord } from './dictionary';
import type { WordAnswer } from './lookUp';
import { hasOwnCapital, sentenceWords, type SentenceWords } from './sentence';

/** A form of a text; forms that differ in capitals are one unless the capital belongs to the word. */
interface TextForm {
	readonly form: string;
	readonly count: number;
	/** Those of all places where it stands, the most frequent first; empty if it is unknown. */
	readonly analyses: readonly Analysis[];
}

export interface TextForms {
	readonly forms: readonly TextForm[];
	readonly names: readonly { readonly form: string; readonly count: number }[];
	/** How many words the text has, without names that the dictionary lacks. */
	readonly running: number;
	/** How many of these have a meaning. */
	readonly covered: number;
}

interface Occurrence {
	readonly text: string;
	readonly begins: boolean;
	readonly beforeName: boolean;
	readonly answer: WordAnswer;
}

/** Looks up every word of paragraphs. Law: the counts of `forms` add up to `running`. */
export function formsOf(
	paragraphs: readonly string[],
	lang: Lang,
	dictionary: Dictionary
): TextForms {
	const found = paragraphs
		.flatMap((paragraph) => sentences(paragraph, lang))
		.flatMap(({ text }) => occurrences(sentenceWords(text), dictionary));
	const names = new Set(
		found.filter(({ answer }) => answer.kind === 'name').map(({ text }) => bare(text))
	);
	const isName = (word: Occurrence) =>
		word.answer.kind === 'name' ||
		(word.begins && isMade(word.answer) && (word.beforeName || names.has(bare(word.text))));
	const forms = grouped(
		found.filter((word) => !isName(word)),
		keyOf
	);
	return {
		forms,
		names: grouped(found.filter(isName), ({ text }) => text).map(({ form, count }) => ({
			form,
			count
		})),
		running: sum(forms),
		covered: sum(forms.filter(({ analyses }) => analyses.length > 0))
	};
}

const sum = (forms: readonly TextForm[]): number =>
	forms.reduce((all, { count }) => all + count, 0);

/** A name without its genitive. */
const bare = (name: string): string => name.replace(/['’:]?s$/, '');

/** Whether the lexicon has no such word: it may be a name where a sentence begins with it. */
const isMade = (answer: WordAnswer): boolean =>
	answer.kind !== 'found' || !['exact', 'inflection'].includes(answer.analyses[0].via);

function occurrences(sentence: SentenceWords, dictionary: Dictionary): readonly Occurrence[] {
	const answers = sentence.words.map((_, at): FoundWord => dictionary.lookUpIn(sentence, at));
	return sentence.words.map(({ text }, at) => ({
		text,
		begins: /^\p{Lu}/u.test(text) && !hasOwnCapital(sentence, at),
		beforeName: answers[at + 1]?.answer.kind === 'name',
		answer: answers[at]?.answer ?? { kind: 'unknown' }
	}));
}

function grouped(
	words: readonly Occurrence[],
	keyOf: (word: Occurrence) => string
): readonly TextForm[] {
	const groups = new Map<string, Occurrence[]>();
	for (const word of words) {
		const key = keyOf(word);
		const group = groups.get(key);
		if (group) group.push(word);
		else groups.set(key, [word]);
	}
	return [...groups].map(([form, group]) => ({
		form,
		count: group.length,
		analyses: analysesOf(group)
	}));
}

/** Returns the form without a capital that only its place gives it. */
function keyOf({ text, answer }: Occurrence): string {
	const own = answer.kind === 'found' && /^\p{Lu}/u.test(answer.analyses[0].lemma);
	return own ? text : text.toLowerCase();
}

/** Returns the analyses of a form in the order in which its places would have them on average. */
function analysesOf(group: readonly Occurrence[]): readonly Analysis[] {
	const lists = group.flatMap(({ answer }) => (answer.kind === 'found' ? [answer.analyses] : []));
	const costs = new Map<string, { analysis: Analysis; costs: number[] }>();
	for (const list of lists)
		for (const analysis of list) {
			const key = `${analysis.lemma} ${analysis.entry?.code ?? analysis.wordClass} ${analysis.parts.map(({ text }) => text).join('|')}`;
			const known = costs.get(key) ?? { analysis, costs: [] };
			known.costs.push(analysis.cost);
			costs.set(key, known);
		}
	return ordered(
		[...costs.values()].map(({ analysis, costs: all }) => ({
			...analysis,
			cost: all.reduce((total, cost) => total + cost, 0) / all.length
		}))
	);
}
