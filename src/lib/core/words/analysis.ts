import type { LexiconEntry, Meaning } from './entry';
import type { WordClass } from './wordClass';
import type { Feature } from './inflected';

/** How a form was found: as a head, as another form of one, from its parts, or by its looks. */
type Via = 'exact' | 'inflection' | 'compound' | 'derivation' | 'cognate';

/** A part of a compound or a derived word. */
export interface WordPart {
	/** As it stands in the word; an affix has a hyphen: `-het`. */
	readonly text: string;
	/** Null for a number or a name. */
	readonly entry: LexiconEntry | null;
}

/** One way to understand a form. */
export interface Analysis {
	readonly lemma: string;
	readonly wordClass: WordClass;
	/** Of the lemma; of a compound's head; null for a word that the lexicon lacks. */
	readonly entry: LexiconEntry | null;
	/** What the form may say, each as a list of features; empty for a word that has no forms. */
	readonly inflections: readonly (readonly Feature[])[];
	readonly via: Via;
	/** Empty where the lexicon has the lemma. */
	readonly parts: readonly WordPart[];
	/** The common ones first; those of parts are put together word by word. */
	readonly meanings: readonly Meaning[];
	/** How far-fetched it is, 0 for the plainest: analyses are ordered by it. */
	readonly cost: number;
}

/** Returns the glosses of analyses in their order, each once. */
export const glossesOfAll = (analyses: readonly Analysis[]): readonly string[] => [
	...new Set(analyses.flatMap(({ meanings }) => meanings.flatMap(({ glosses }) => glosses)))
];

/** Returns analyses in the order of their costs. */
export const ordered = (analyses: readonly Analysis[]): readonly Analysis[] =>
	analyses.toSorted((a, b) => a.cost - b.cost);
