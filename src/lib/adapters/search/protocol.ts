/** The page’s requests to the worker that searches the library, and its replies. */
import type { HighlightColour } from '../../core/highlight/ownHighlight';
import type { StoreFailure } from '../../core/library/storeFailure';
import type { FoundBy } from '../../core/search/concordance';
import type { Facets, SearchFilter } from '../../core/search/facets';
import type { IndexFailure } from '../../core/search/failure';
import type { Line } from '../../core/search/lines';
import type { TextKey, TextSide } from '../../core/search/segment';
import type { Lang } from '../../core/text/article';
import type { TextPair } from '../../core/translation/check/keptNames';
import type { TrustLevel } from '../../core/translation/trust';
import type { AnsweredRange } from '../../core/words/answer';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

/** A word or phrase, in its language. */
export interface AskedWord {
	readonly word: string;
	readonly lang: Lang;
}

/**
 * `count`: how many places a lemma has, by what is indexed. `find`: in which texts it is. `show`: the
 * next places, in the order of the texts. `names`: which names of a text people keep when they
 * translate, there and in the library. `search`: what a query finds. `answers`: which words of
 * counterparts answer it. `update`: indexes what has changed among the reader’s notes and own texts.
 */
export type SearchRequest =
	| (AskedWord & { readonly kind: 'count' })
	| (AskedWord & { readonly kind: 'find' })
	| (AskedWord & {
			readonly kind: 'show';
			/** Whose work; null for all. */
			readonly levels: readonly TrustLevel[] | null;
			/** How many paragraphs of these are shown already. */
			readonly from: number;
			/** How many lines are wanted, at least. */
			readonly lines: number;
	  })
	| {
			readonly kind: 'search';
			/** As it is typed: see `core/search/query.ts`. */
			readonly typed: string;
			readonly filter: SearchFilter;
			/** How many texts are shown. */
			readonly texts: number;
			/** The texts of which every result is shown. */
			readonly opened: readonly TextKey[];
			/** How many of the reader’s notes are shown. */
			readonly notes: number;
	  }
	| {
			readonly kind: 'answers';
			readonly from: Lang;
			readonly to: Lang;
			readonly lines: readonly Line[];
	  }
	| {
			readonly kind: 'names';
			/** A whole text: inline Markdown, a paragraph a line. */
			readonly text: string;
			/** Its paragraphs that people have translated. */
			readonly pairs: readonly TextPair[];
			readonly from: Lang;
			readonly to: Lang;
	  }
	| { readonly kind: 'update' };

/** A text with places. */
interface ListedText {
	readonly key: TextKey;
	readonly side: TextSide;
	readonly title: string;
	/** Places by whose work the translation beside them is; levels without any are absent. */
	readonly places: Readonly<Partial<Record<TrustLevel, number>>>;
}

export interface ShownLine {
	/** The index of its text among those found. */
	readonly text: number;
	/** The language of the counterpart. */
	readonly to: Lang;
	readonly line: Line;
}

/** A paragraph that was found, with the sentences in which something is lit. */
export interface ShownResult {
	readonly side: TextSide;
	readonly lang: Lang;
	readonly lines: readonly ShownLine[];
}

/** A text in which something was found. */
export interface ShownText {
	readonly key: TextKey;
	readonly title: string;
	/** The language of the title. */
	readonly lang: Lang;
	/** What is lit in the title. */
	readonly ranges: readonly AnsweredRange[];
	readonly authors: readonly string[];
	readonly results: readonly ShownResult[];
	/** How many paragraphs were found in it. */
	readonly count: number;
}

/** A note of the reader’s that was found, with the words that it is on. */
export interface ShownNote {
	/** That of the highlight. */
	readonly id: string;
	readonly key: TextKey;
	/** Of the text; empty where that is not known. */
	readonly title: string;
	readonly side: TextSide;
	/** The language of the text on that side. */
	readonly lang: Lang;
	readonly colour: HighlightColour;
	/** The highlighted words of each paragraph, and the first of these. */
	readonly words: readonly string[];
	readonly row: string;
	readonly note: string;
	/** What is lit in the note. */
	readonly ranges: readonly AnsweredRange[];
}

/** A word of the query that was not found as it was typed. */
export interface OtherWord {
	readonly word: string;
	/** Forms with other marks that were found; empty where the library lacks the word. */
	readonly folded: readonly string[];
}

export interface SearchAnswer {
	readonly kind: 'search';
	/** How many paragraphs and titles were found. */
	readonly total: number;
	/** Whether there may be fewer: a phrase is looked for in the texts that are shown. */
	readonly isAtMost: boolean;
	readonly textCount: number;
	/** Best first. */
	readonly texts: readonly ShownText[];
	readonly more: boolean;
	/** The reader’s notes, best first, as many as are shown. */
	readonly notes: readonly ShownNote[];
	readonly noteCount: number;
	/** Whether nothing has all words, so that these have the most. */
	readonly isSome: boolean;
	/** Whether there was nothing to look for. */
	readonly isEmpty: boolean;
	/** Whether more was typed than was looked for. */
	readonly isCut: boolean;
	readonly others: readonly OtherWord[];
	/** A query that finds something, where this one lacks a word. */
	readonly suggestion: string | null;
	/** Of what was found before it was narrowed. */
	readonly facets: Facets;
	readonly gaps: readonly IndexFailure[];
}

export type SearchValue =
	| SearchAnswer
	| {
			readonly kind: 'count';
			readonly places: number;
			/** Of each text that has any. */
			readonly texts: readonly (readonly [key: TextKey, places: number])[];
	  }
	| {
			readonly kind: 'find';
			readonly by: FoundBy;
			readonly lemmas: readonly string[];
			readonly texts: readonly ListedText[];
			readonly gaps: readonly IndexFailure[];
	  }
	| {
			readonly kind: 'show';
			readonly lines: readonly ShownLine[];
			/** How many paragraphs are shown then. */
			readonly next: number;
			readonly more: boolean;
	  }
	/** For each line where the words stand in its counterpart; empty where that is not sure. */
	| { readonly kind: 'answers'; readonly answers: readonly (readonly AnsweredRange[])[] }
	| { readonly kind: 'names'; readonly names: readonly string[] }
	| { readonly kind: 'update'; readonly changed: boolean };

export type SearchFailure =
	| { readonly kind: 'store'; readonly failure: StoreFailure }
	| { readonly kind: 'index'; readonly failure: IndexFailure }
	| CallFailure;

export type SearchReply = FromWorker<SearchValue, SearchFailure>;

export const parseReply = replyParser<SearchValue, SearchFailure, number>(
	anObject<SearchValue>(),
	failure<SearchFailure>(),
	share
);
