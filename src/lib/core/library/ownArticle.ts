/** The record of a text that the reader added, and the text. */
import type { LeftOut } from '../import/leftOut';
import type { Article, Metadata } from '../text/article';

/**
 * A text that the reader added. `id` is the stored translation’s article if the text is
 * recognised.
 */
export interface OwnArticle {
	readonly id: string;
	readonly metadata: Metadata;
	readonly recognised: boolean;
	readonly paragraphs: number;
	readonly words: number;
	readonly addedAt: string;
	readonly changedAt: string;
	/** The book that it is a chapter of; absent for a text of its own. */
	readonly book?: OfBook;
}

/** A whole article, as it is kept. */
export interface KeptArticle {
	readonly about: OwnArticle;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
}

/** Says of an article which book it is a chapter of. `chapter` is its 0-based number there. */
interface OfBook {
	readonly id: string;
	readonly chapter: number;
}
