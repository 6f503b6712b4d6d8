import { classOf, type LexiconEntry } from './entry';
import { reflexives } from './phrase';
import type { Vocabulary } from './vocabulary';

/**
 * Returns the other forms of a phrase: those of the verb that it begins with, each with the words
 * that follow, and with every form of `sig`.
 */
export function phraseForms({ head }: LexiconEntry, vocabulary: Vocabulary): readonly string[] {
	const [first = '', ...rest] = head.split(' ');
	const verbs = vocabulary.lexicon.headed(first).filter((entry) => classOf(entry) === 'verb');
	const firsts = new Set([first, ...verbs.flatMap((verb) => vocabulary.otherForms(verb))]);
	const ends = rest.reduce<readonly string[]>(
		(ends, word) => ends.flatMap((end) => variants(word).map((one) => `${end} ${one}`)),
		['']
	);
	return [...firsts].flatMap((one) => ends.map((end) => one + end)).filter((one) => one !== head);
}

const variants = (word: string): readonly string[] =>
	reflexives.find((set) => set.includes(word)) ?? [word];
