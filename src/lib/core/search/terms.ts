/** Which keys the words of a language have in the index: for texts and queries the same. */
import type { Lang } from '../text/article';
import type { Analysis } from '../words/analysis';
import { otherSiteLang, primaryLang } from '../text/languageTag';
import { dictionaryOf, type Dictionary } from '../words/dictionary';
import { lookUp } from '../words/lookUp';
import { partsOfEntry } from '../words/partsOf';
import { phrasesIn, phraseStarts, type PhraseStarts } from '../words/phrase';
import { sentenceWords } from '../words/sentence';
import type { WordInText } from '../words/textWord';
import { exactForm } from './letters';
import { isWhole, lemmaKey, partKey, stemKey } from './key';
import { isNumber, unknownKey } from './unknownKey';
import { figuresIn } from './tokens';

/** A form that stands in a text, with its keys. */
export interface IndexedForm {
	readonly form: string;
	readonly keys: readonly string[];
}

/** A lemma counts where its cost is not higher than the likeliest one’s by this: `för` is not `föra`. */
const dearer = 1;

/** Forms whose keys are kept: those of many texts. Beyond it they are forgotten and found again. */
const mostForms = 200_000;

const noPhrases: PhraseStarts = new Map();

/** What is known of a word, whatever its text. */
interface WordOfTexts {
	readonly keys: readonly string[];
	/** The phrases that it may begin. */
	readonly phrases: PhraseStarts;
}

export class Terms {
	readonly #dictionary: Dictionary | null;
	readonly #unknown: (word: string) => string;
	readonly #words = new Map<string, WordOfTexts>();

	/** @param dictionary from this language; null where there is none: then words have stems alone */
	constructor(lang: Lang, dictionary: Dictionary | null) {
		this.#dictionary = dictionary;
		this.#unknown = unknownKey(lang);
	}

	/** Returns the words, figures and phrases of a plain text. */
	of(text: string): readonly IndexedForm[] {
		const sentence = sentenceWords(text);
		const words = sentence.words.map(({ text: word }) => ({
			form: exactForm(word),
			keys: this.keysOf(word)
		}));
		const figures = figuresIn(text).map(({ text: form }) => ({ form, keys: [stemKey(form)] }));
		if (!this.#dictionary) return [...words, ...figures];
		const phrases = phrasesIn(sentence, (word) => this.#known(word).phrases);
		return [
			...words,
			...figures,
			...phrases.map(({ entry, at }) => ofPhrase(sentence.words, at, entry.head))
		];
	}

	/** Returns the keys of a word or a figure, never none: its lemmas’, else its stem’s, then its parts’. */
	keysOf(word: string): readonly string[] {
		return this.#known(word).keys;
	}

	/** Returns the keys of a word as a whole: without those of its parts. */
	wholeKeys(word: string): readonly string[] {
		return this.keysOf(word).filter(isWhole);
	}

	/** Whether the lexicon lists a form. */
	lists(form: string): boolean {
		return (this.#dictionary?.vocabulary.listed(form).length ?? 0) > 0;
	}

	#known(word: string): WordOfTexts {
		const known = this.#words.get(word);
		if (known) return known;
		const vocabulary = this.#dictionary?.vocabulary;
		const keys = [...new Set(this.#keys(word))];
		const made = { keys, phrases: vocabulary ? phraseStarts(word, vocabulary) : noPhrases };
		if (this.#words.size >= mostForms) this.#words.clear();
		this.#words.set(word, made);
		return made;
	}

	#keys(word: string): readonly string[] {
		if (isNumber(word)) return [stemKey(word)];
		const analyses = this.#analyses(word);
		if (analyses.length === 0) return [this.#unknown(word)];
		return [
			...analyses.map(({ lemma }) => lemmaKey(lemma)),
			...analyses.flatMap((analysis) => this.#parts(analysis))
		];
	}

	#analyses(word: string): readonly Analysis[] {
		const answer = this.#dictionary ? lookUp(word, this.#dictionary.vocabulary) : null;
		if (answer?.kind !== 'found') return [];
		const [{ cost, via }] = answer.analyses;
		return via === 'cognate' ? [] : answer.analyses.filter((one) => one.cost < cost + dearer);
	}

	#parts({ entry, parts }: Analysis): readonly string[] {
		const found =
			parts.length > 0 || !entry || !this.#dictionary
				? parts
				: partsOfEntry(entry, this.#dictionary.vocabulary);
		return found.flatMap((part) =>
			part.entry && part.entry.code !== 'px' ? [partKey(part.entry.head)] : []
		);
	}
}

/** Loads the lexicon of a language, where there is one. */
export const termsOf = async (lang: Lang): Promise<Terms> =>
	new Terms(lang, await dictionaryOf(lang, otherSiteLang(primaryLang(lang))));

const ofPhrase = (
	words: readonly WordInText[],
	at: readonly number[],
	head: string
): IndexedForm => ({
	form: at.map((one) => exactForm(words[one]?.text ?? '')).join(' '),
	keys: [lemmaKey(head)]
});
