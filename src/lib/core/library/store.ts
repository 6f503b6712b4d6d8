/**
 * What the reader’s own library keeps, and the interface behind which it is kept. `adapters/db`
 * implements it with Dexie; tests and the shell may do without.
 *
 * Every record of the reader’s carries `changedAt` (ISO 8601, UTC, milliseconds): merging a backup
 * keeps the newer of two records. What the reader deleted stays as a record with `deleted`, so that
 * an old backup does not bring it back.
 */
import type { Article, Lang, Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { Result } from '../result';
import type { Origin } from '../translation/unit';

export interface LeftOut {
	readonly text: string;
	readonly reason: LeftOutReason;
	/** Index of the block before which the text stood. */
	readonly before: number;
}

export const leftOutReasons = [
	'picture',
	'navigation',
	'repeated-title',
	'byline',
	'date',
	'masthead',
	'page-number',
	'removed'
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** One text that the reader added. `id` is the stored translation’s article where it is recognised. */
export interface OwnArticle {
	readonly id: string;
	readonly metadata: Metadata;
	readonly recognised: boolean;
	readonly paragraphs: number;
	readonly words: number;
	readonly addedAt: string;
	readonly changedAt: string;
}

/** A paragraph’s translation in the reader’s own words. Key: article, first of `source`, lang. */
export interface OwnWords {
	readonly article: string;
	readonly source: readonly Fingerprint[];
	readonly lang: Lang;
	readonly text: readonly string[];
	/** The name the reader gives; never filled in for them. */
	readonly name: string;
	/** Whose words the reader began from, null for none. */
	readonly from: Origin | null;
	readonly changedAt: string;
	readonly deleted?: true;
}

/** The reader’s word that they have reviewed just this text. Same key as OwnWords. */
export interface OwnReview {
	readonly article: string;
	readonly source: readonly Fingerprint[];
	readonly lang: Lang;
	/** Fingerprint of the reviewed text, joined by a blank line: the mark lapses when the text changes. */
	readonly reviewed: Fingerprint;
	readonly name: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/** How far an article is read. */
export interface Place {
	readonly article: string;
	readonly fingerprint: Fingerprint;
	/** 1-based number of the paragraph at the top of the view, and how many there are. */
	readonly paragraph: number;
	readonly of: number;
	readonly changedAt: string;
}

/** An import that is not saved yet: it survives a closed tab. `name` is the file’s. */
export interface Draft {
	readonly id: string;
	readonly name: string;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
	readonly changedAt: string;
}

/** `full`: no room; `conflict`: changed elsewhere since it was read; `newer`: another tab upgraded the database; `blocked`: an older tab holds it; `failed`: anything else, with its message. */
export type StoreFailure =
	| { readonly kind: 'full' }
	| { readonly kind: 'conflict' }
	| { readonly kind: 'exists'; readonly id: string }
	| { readonly kind: 'newer' }
	| { readonly kind: 'blocked' }
	| { readonly kind: 'failed'; readonly message: string };

export type Stored<T> = Promise<Result<T, StoreFailure>>;
export type Unsubscribe = () => void;

/** Everything the reader keeps for one article beside the text itself. */
export interface OwnWork {
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	readonly place: Place | null;
}

export interface Store {
	/** Calls back at once and after every change, in this tab or another. */
	watchArticles(
		next: (articles: readonly OwnArticle[], places: readonly Place[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	watchWork(
		article: string,
		next: (work: OwnWork) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;

	article(
		id: string
	): Stored<{
		readonly about: OwnArticle;
		readonly article: Article;
		readonly leftOut: readonly LeftOut[];
	} | null>;
	/** Fails with `exists` where an article of this id is there and `replace` is not set. */
	addArticle(
		about: OwnArticle,
		article: Article,
		leftOut: readonly LeftOut[],
		replace: boolean
	): Stored<void>;
	/** The article goes; own words and reviews of it stay, for the day it comes back. */
	removeArticle(id: string): Stored<void>;
	/** Puts back what `removeArticle` took: the undo of it. */
	restoreArticle(id: string): Stored<void>;

	work(article: string): Stored<OwnWork>;
	/** `base`: the `changedAt` of the record this one was made from, null for none; else `conflict`. */
	putWords(words: OwnWords, base: string | null): Stored<void>;
	putReview(review: OwnReview): Stored<void>;
	putPlace(place: Place): Stored<void>;

	drafts(): Stored<readonly Draft[]>;
	putDraft(draft: Draft): Stored<void>;
	removeDraft(id: string): Stored<void>;

	/** Everything, as one backup object (see `backup.ts`); restoring merges and says what it did. */
	dump(): Stored<Dump>;
	merge(dump: Dump): Stored<MergeReport>;
}

export interface Dump {
	readonly articles: readonly {
		readonly about: OwnArticle;
		readonly article: Article;
		readonly leftOut: readonly LeftOut[];
	}[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	readonly places: readonly Place[];
}

/** Records by what became of them. */
export interface MergeReport {
	readonly added: number;
	readonly updated: number;
	/** What is here is as new, or newer: kept. */
	readonly kept: number;
}
