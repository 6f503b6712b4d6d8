import type { Affix } from './affix';
import type { Analysis } from './analysis';
import type { LexiconEntry } from './entry';
import type { WordClass } from './wordClass';
import type { Inflected } from './inflected';
import type { LexiconIndex } from './lexicon';

/** The rules of a language that look-up needs. */
export interface Grammar {
	readonly lang: string;
	/** Returns every form of an entry, its head among them. */
	forms(entry: LexiconEntry): readonly Inflected[];
	/** Returns a form in the spellings that the lexicon may have, its own first. */
	variants(form: string): readonly string[];
	/**
	 * Returns the words that are written as one in a form (`do`, `n't`), the first as it is in the
	 * lexicon; null if it is no such form.
	 */
	contraction(form: string): readonly [word: string, rest: string] | null;
	/** Yields what the lemma of a form in lower case may be, or a form that its entry lists. */
	stems(form: string): Iterable<string>;
	/** Returns the words that look like this as the first part of a compound. */
	firstParts(text: string, lexicon: LexiconIndex): readonly FirstPart[];
	/** Returns what a word may be that a suffix was added to: `läs` of `läsning`, `läsa`. */
	bases(stem: string): readonly string[];
	/** Words of up to three letters that are common parts of compounds. */
	readonly shortParts: ReadonlySet<string>;
	/** Forms that are never the last part of a compound, although they are words. */
	readonly noHeads: ReadonlySet<string>;
	readonly suffixes: readonly Affix[];
	readonly prefixes: readonly Affix[];
	/** What words mean after a number and a hyphen, by lemma, `~` for the number: `1990-talet`. */
	readonly numbered: Readonly<Record<string, string>>;
	/** Suffixes of words that look like those of the other language: `-tion`. */
	readonly cognates: readonly Affix[];
	/** Puts the gloss of a base into that of an affix: `~ing` and `bake`, `baking`. */
	fill(template: string, gloss: string): string;
	/** Respells the beginning of such a word for the other language: `dok`, `doc`. */
	respell(stem: string): string;
	/**
	 * For forms that several words share, the lemmas in the order in which readers meet them, each as
	 * `lemma` or `lemma code`.
	 */
	readonly preferred: ReadonlyMap<string, readonly string[]>;
	/** Whether a participle is a form of its verb before it is an adjective. */
	readonly participlesAreVerbs: boolean;
	/** Heads, some with their codes, that are rarer than others that have the same form. */
	readonly rare: ReadonlySet<string>;
	/** Returns what speaks for an analysis between its neighbours (below 0) or against it. */
	fit(analysis: Analysis, neighbours: Neighbours): number;
}

export interface FirstPart {
	readonly entry: LexiconEntry;
	/** 0 for the usual joining form of a noun. */
	readonly cost: number;
}

/** The words before and after a word in its sentence, in lower case, the nearest first. */
export interface Neighbours {
	/** The word itself, in lower case. */
	readonly form: string;
	readonly before: readonly string[];
	readonly after: readonly string[];
	/** The likeliest classes of the words right before and after it; null if there is none. */
	readonly classBefore: WordClass | null;
	readonly classAfter: WordClass | null;
}
