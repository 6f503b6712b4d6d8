/** The result of an import: the article, and all text of the file that is not in it. */
import type { Article } from '../text/article';
import type { Encoding } from './decode';
import type { EncodingChoice } from './encodingChoices';
import type { LeftOut } from './leftOut';

export interface Imported {
	readonly article: Article;
	/** In the order of the text; `before` never decreases. */
	readonly leftOut: readonly LeftOut[];
	/** Doubts about the result, to show to the reader. */
	readonly notices: readonly Notice[];
}

export type Notice =
	/**
	 * Some characters could not be read: they became U+FFFD (`count` of these) or are lost to a
	 * `?`.
	 */
	| { readonly kind: 'unreadable'; readonly count: number }
	/** The file was read in `encoding`, and may be in another of the `choices`. */
	| {
			readonly kind: 'encoding';
			readonly encoding: Encoding;
			readonly choices: readonly EncodingChoice[];
	  }
	/** The text refers to `count` notes that the file does not have. */
	| { readonly kind: 'missing-notes'; readonly count: number }
	/** The book has `count` notes to which nothing refers. */
	| { readonly kind: 'loose-notes'; readonly count: number }
	/** The text is set in columns in `count` places; they follow one another. */
	| { readonly kind: 'columns'; readonly count: number }
	/** The text contains HTML, which is shown as text. */
	| { readonly kind: 'html' }
	/** The web page had `count` scripts, frames and handlers: none ran, and none is kept. */
	| { readonly kind: 'scripts'; readonly count: number }
	/** A paragraph is so long that its breaks are probably lost. */
	| { readonly kind: 'endless'; readonly characters: number }
	/** Most of the `blocks` blocks are a word or two: a list rather than a text. */
	| { readonly kind: 'word-list'; readonly blocks: number }
	/** These pages of a PDF are pictures without text: their words are missing. `3–7`: a range. */
	| { readonly kind: 'picture-pages'; readonly pages: readonly string[] }
	/** The text of these pages of a PDF may be wrong or in the wrong order. */
	| { readonly kind: 'doubtful-pages'; readonly pages: readonly string[] };
