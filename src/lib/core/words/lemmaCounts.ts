/**
 * How much of a text a reader knows, by lemmas. A text's lemmas are counted once; the share that is
 * known follows from the counts, whatever words the reader learns later.
 */
import type { Lang } from '../text/article';
import { primaryLang } from '../text/languageTag';
import { smallWords } from './answering/small';
import { alone, lookUp } from './lookUp';
import { folded, knownLemmas, type SavedWord } from './savedWord';
import { hasOwnCapital, sentenceWords } from './sentence';
import type { Vocabulary } from './vocabulary';

/**
 * How often each lemma stands in a text, folded. A form that the lexicon lacks is its own lemma.
 * Small words, names and figures are not counted.
 */
export type LemmaCounts = ReadonlyMap<string, number>;

/** Running words of a text, and how many of them are forms of a known lemma. */
export interface KnownWords {
	readonly known: number;
	readonly running: number;
}

/** What the count needs of a saved word. */
export type KnownWord = Pick<SavedWord, 'lang' | 'lemma' | 'wordClass' | 'state'>;

/** Number of forms that are remembered: those of some hundred texts. Beyond it all are forgotten. */
const mostForms = 100_000;

/**
 * Finds the lemmas of one language, and remembers them: texts share most of their forms. A form has
 * the same lemma everywhere, its likeliest one, so that it is known everywhere or nowhere.
 */
export class Lemmas {
	readonly #vocabulary: Vocabulary;
	readonly #small: ReadonlySet<string>;
	readonly #found = new Map<string, string | null>();

	constructor(vocabulary: Vocabulary, lang: Lang) {
		this.#vocabulary = vocabulary;
		this.#small = smallWords(primaryLang(lang));
	}

	/** Counts the lemmas of paragraphs. Law: the counts of two texts add up to those of both. */
	counts(paragraphs: readonly string[]): LemmaCounts {
		const counts = new Map<string, number>();
		for (const sentence of paragraphs.map(sentenceWords))
			for (const [at, { text }] of sentence.words.entries()) {
				const lemma = this.#lemma(text, hasOwnCapital(sentence, at));
				if (lemma !== null) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
			}
		return counts;
	}

	/**
	 * Returns the lemmas that the reader has marked as known. A word that they wrote themselves may be
	 * any form: `katterna` is `katt`.
	 */
	known(words: readonly KnownWord[], lang: Lang): ReadonlySet<string> {
		const byHand = knownLemmas(
			words.filter(({ wordClass }) => wordClass === ''),
			lang
		);
		const lemmas = [...byHand].flatMap((form) => this.#lemma(form, false) ?? []);
		return new Set([...knownLemmas(words, lang), ...lemmas]);
	}

	/** Returns the lemma of a form; null for a small word or a name. */
	#lemma(form: string, capital: boolean): string | null {
		const key = capital ? form : folded(form);
		const known = this.#found.get(key);
		if (known !== undefined) return known;
		if (this.#found.size >= mostForms) this.#found.clear();
		const lemma = this.#lookedUp(key, capital);
		this.#found.set(key, lemma);
		return lemma;
	}

	#lookedUp(form: string, capital: boolean): string | null {
		if (this.#small.has(folded(form))) return null;
		const answer = lookUp(form, this.#vocabulary, { ...alone, capital });
		if (answer.kind === 'name') return null;
		const lemma = folded(answer.kind === 'found' ? answer.analyses[0].lemma : form);
		return this.#small.has(lemma) ? null : lemma;
	}
}

/** Returns how much of a text is known. Law: `0 <= known <= running`, and more lemmas know no less. */
export function knownWords(counts: LemmaCounts, lemmas: ReadonlySet<string>): KnownWords {
	let [known, running] = [0, 0];
	for (const [lemma, count] of counts) {
		running += count;
		if (lemmas.has(lemma)) known += count;
	}
	return { known, running };
}

/** Returns how much of several texts together is known. */
export const sumOfKnown = (all: readonly KnownWords[]): KnownWords =>
	all.reduce(
		(sum, { known, running }) => ({ known: sum.known + known, running: sum.running + running }),
		{ known: 0, running: 0 }
	);
