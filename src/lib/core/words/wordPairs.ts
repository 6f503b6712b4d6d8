/**
 * Single words that answer each other, drawn from the Swedish–English lexicon: what the aligner
 * knows before it has read a text (`core/align/seed.ts`).
 */
import { englishNumerals } from '../speech/numerals';
import { irregularForms } from './english/irregular';
import { classOf, meaningsOf, type LexiconEntry } from './entry';

/** Every word may be translated by every answer. Digits stand for numerals: `12`. */
export interface WordPair {
	/** The forms that an entry lists: those that a stemmer does not join. */
	readonly words: readonly string[];
	readonly answers: readonly string[];
}

/** What is drawn of an entry; later meanings are rarer, and mislead more often than they help. */
const most = { meanings: 3, synonyms: 3 };

/** Returns what the entries of one word have as pairs; phrases and parts of words have none. */
export const wordPairs = (entries: readonly LexiconEntry[]): readonly WordPair[] =>
	entries.flatMap((entry) => {
		if (!isWord(entry.head) || partial.has(classOf(entry))) return [];
		const answers = answersOf(entry);
		if (answers.length === 0) return [];
		const forms = entry.forms.filter((form): form is string => form !== null && isWord(form));
		const number = classOf(entry) === 'numeral' ? answers.flatMap(digits) : [];
		return { words: [entry.head, ...forms, ...number], answers: [...answers, ...number] };
	});

const partial: ReadonlySet<string> = new Set(['first part', 'abbreviation']);

const isWord = (text: string): boolean => /^\p{L}+$/u.test(text);

/** Returns the first answers of an entry with their irregular forms. */
function answersOf(entry: LexiconEntry): readonly string[] {
	const wordClass = classOf(entry);
	const answers = new Set<string>();
	for (const gloss of firstGlosses(entry)) {
		const word = leading(gloss);
		if (word === null || answers.has(word)) continue;
		answers.add(word);
		for (const form of irregularForms(wordClass, word)) answers.add(form);
	}
	return [...answers];
}

/** Returns the first glosses of the first meanings: of those without a remark, if there are any. */
function firstGlosses(entry: LexiconEntry): readonly string[] {
	if (!/[;,(]/.test(entry.gloss)) return [entry.gloss];
	const meanings = meaningsOf(entry);
	const open = meanings.filter(({ remark }) => remark === '');
	return (open.length > 0 ? open : meanings)
		.slice(0, most.meanings)
		.flatMap(({ glosses }) => glosses.slice(0, most.synonyms));
}

/** Returns the word that stands for a gloss of one or two: `give up`, `be absent`, `a few`. */
function leading(gloss: string): string | null {
	if (isWord(gloss)) return gloss;
	const [word = '', ...more] = gloss.replace(/^(?:an?|the|be|to) | \([^)]*\)$/g, '').split(' ');
	return more.length < 2 && isWord(word) ? word : null;
}

/** The numbers that English writes as one word, and their ordinals. */
const numbers: ReadonlyMap<string, string> = new Map(
	[...Array(20).keys(), 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000].flatMap((number) =>
		[englishNumerals.cardinal(number), ...(number < 100 ? [englishNumerals.ordinal(number)] : [])]
			.map((said) => said.replace(/^one (?=.)/, ''))
			.map((said) => [said, String(number)] as const)
	)
);

const digits = (word: string): readonly string[] => {
	const number = numbers.get(word);
	return number === undefined ? [] : [number];
};
