/** The page’s requests to the worker that looks words up, and its replies. */
import type { Lang } from '../../core/text/article';
import type { AnsweredRange } from '../../core/words/answer';
import type { FoundWord } from '../../core/words/dictionary';
import type { CallFailure } from '../worker/calls';
import { anObject, failure, replyParser, share, type FromWorker } from '../worker/protocol';

/** The words of a sentence from index `first` to `last`. */
interface AskedSentence {
	readonly from: Lang;
	readonly to: Lang;
	readonly sentence: string;
	readonly first: number;
	readonly last: number;
}

/**
 * `look up`: what the words mean; `translation` is the sentence in the other language, null where
 * there is none. `answers`: which of its words answer them. That needs the lexicon of both languages:
 * a reader would wait for it.
 */
export type WordRequest =
	| (AskedSentence & { readonly kind: 'look up'; readonly translation: string | null })
	| (AskedSentence & { readonly kind: 'answers'; readonly translation: string });

export type WordValue =
	| {
			readonly kind: 'look up';
			/** What is known of each of the words, in their order. */
			readonly words: readonly FoundWord[];
			/**
			 * Other forms of the word’s lemma, or of the phrase that several words are; empty where the
			 * lexicon lacks it.
			 */
			readonly forms: readonly string[];
	  }
	/** Where they stand in the translation; empty where that is not sure. */
	| { readonly kind: 'answers'; readonly ranges: readonly AnsweredRange[] };

/** `no lexicon`: there is none for these languages. */
export type WordFailure = { readonly kind: 'no lexicon' } | CallFailure;

export type WordReply = FromWorker<WordValue, WordFailure>;

export const parseReply = replyParser<WordValue, WordFailure, number>(
	anObject<WordValue>(),
	failure<WordFailure>(),
	share
);
