/** What an import makes of a file: the article, and whatever of the file is not in it. */
import type { Article } from '../text/article';
import type { LeftOut } from '../library/store';

export interface Imported {
	readonly article: Article;
	/** In the order of the text; `before` never falls. */
	readonly leftOut: readonly LeftOut[];
	/** What a reader should know before trusting the result. */
	readonly notices: readonly Notice[];
}

export type Notice =
	/** Characters that could not be read: they stand as U+FFFD, or are lost to a `?` (`count` of the former). */
	| { readonly kind: 'unreadable'; readonly count: number }
	/** The text has HTML in it: it is shown as text. */
	| { readonly kind: 'html' }
	/** A web page with so many scripts, frames and handlers: none ran, and none is kept. */
	| { readonly kind: 'scripts'; readonly count: number }
	/** A paragraph so long that its breaks are probably lost. */
	| { readonly kind: 'endless'; readonly characters: number }
	/** So many blocks, most of them a word or two: a list rather than a text. */
	| { readonly kind: 'word-list'; readonly blocks: number };
