/**
 * A dictionary from one language to another: the words of the first, looked up with their meanings
 * in the second. Its data is large and is loaded at the first use.
 */
import { primaryLang } from '../text/languageTag';
import type { Lang } from '../text/article';
import { english } from './english/grammar';
import { englishStems, englishVariants } from './english/stems';
import type { Analysis } from './analysis';
import { classOf, meaningsOf, type LexiconEntry } from './entry';
import { lexicon, parseEntries, type LexiconIndex } from './lexicon';
import { lookUp, type WordAnswer } from './lookUp';
import { phrasesAt, type FoundPhrase } from './phrase';
import { hasOwnCapital, neighboursAt, sentenceWords, type SentenceWords } from './sentence';
import { swedish } from './swedish/grammar';
import { swedishEntries } from './swedishEntries';
import { swedishStems } from './swedish/stems';
import { wordsAndBases, type Bases } from './translated';
import { turned } from './turned';
import { Vocabulary } from './vocabulary';

/** An answer to a word in a sentence, with the phrases that it is part of. */
export interface FoundWord {
	readonly answer: WordAnswer;
	readonly phrases: readonly FoundPhrase[];
}

export class Dictionary {
	readonly vocabulary: Vocabulary;
	readonly #bases: Bases;

	constructor(vocabulary: Vocabulary, bases: Bases) {
		this.vocabulary = vocabulary;
		this.#bases = bases;
	}

	/** Looks up a form, or a phrase of several words, outside of any sentence. */
	lookUp(form: string): WordAnswer {
		const sentence = sentenceWords(form);
		const [phrase] = phrasesAt(sentence, 0, this.vocabulary);
		return phrase && sentence.words.length > 1 && phrase.at.length === sentence.words.length
			? { kind: 'found', analyses: [ofPhrase(phrase.entry)], certain: true }
			: lookUp(form, this.vocabulary);
	}

	/**
	 * Looks up the word at `at` of a sentence. `translation`, the sentence in the other language,
	 * puts those meanings first that stand in it.
	 */
	lookUpIn(sentence: SentenceWords, at: number, translation?: string): FoundWord {
		const place = {
			neighbours: neighboursAt(sentence, at, this.vocabulary.classOf),
			capital: hasOwnCapital(sentence, at),
			translated: translation === undefined ? null : wordsAndBases(translation, this.#bases)
		};
		return {
			answer: lookUp(sentence.words[at]?.text ?? '', this.vocabulary, place),
			phrases: phrasesAt(sentence, at, this.vocabulary)
		};
	}
}

const ofPhrase = (entry: LexiconEntry): Analysis => ({
	lemma: entry.head,
	wordClass: classOf(entry),
	entry,
	inflections: [],
	via: 'exact',
	parts: [],
	meanings: meaningsOf(entry),
	cost: 0
});

const load = async (): Promise<LexiconIndex> => {
	const entries = await swedishEntries();
	const { common } = await import('./lexicon/common');
	return lexicon('sv', entries, new Set(common.trim().split(/\s+/)));
};

let swedishLexicon: Promise<LexiconIndex> | undefined;
const swedishOnce = (): Promise<LexiconIndex> => (swedishLexicon ??= load());

/** A new pair is a line here. */
const makers: Readonly<Record<string, () => Promise<Dictionary>>> = {
	'sv-en': async () => new Dictionary(new Vocabulary(await swedishOnce(), swedish), englishBases),
	'en-sv': async () => {
		const source = await swedishOnce();
		const own = parseEntries([(await import('./lexicon/english')).entries]);
		const words = lexicon('en', turned(source, own));
		return new Dictionary(new Vocabulary(words, english), (form) => swedishBases(form, source));
	}
};

function* englishBases(form: string): Iterable<string> {
	for (const variant of englishVariants(form)) yield* englishStems(variant);
}

function* swedishBases(form: string, { listed }: LexiconIndex): Iterable<string> {
	for (const stem of swedishStems(form)) for (const { head } of listed(stem)) yield head;
}

/** The pairs of languages that there are dictionaries of: `sv-en`. */
export const pairs: readonly string[] = Object.keys(makers);

const made = new Map<string, Promise<Dictionary>>();

/** Returns the dictionary of a pair of languages, by their first subtags; null if there is none. */
export async function dictionaryOf(from: Lang, to: Lang): Promise<Dictionary | null> {
	const pair = `${primaryLang(from)}-${primaryLang(to)}`;
	const make = Object.hasOwn(makers, pair) ? makers[pair] : undefined;
	if (!make) return null;
	const dictionary = made.get(pair) ?? make();
	made.set(pair, dictionary);
	return dictionary;
}
