/**
 * What the reader’s own library keeps, and the interface behind which it is kept. `adapters/db`
 * implements it with Dexie; tests and the shell may do without.
 *
 * Every record of the reader’s carries `changedAt` (ISO 8601, UTC, milliseconds): merging a backup
 * keeps the newer of two records. What the reader deleted stays as a record with `deleted`, so that
 * an old backup does not bring it back.
 */
import type { AlignmentDraft, TranslationCredit } from '../align/draft';
import type { Notice } from '../import/imported';
import type { Article, BlockShape, Lang, Metadata } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { Result } from '../result';
import type { Origin, Unit } from '../translation/unit';

export interface LeftOut {
	readonly text: string;
	readonly reason: LeftOutReason;
	/** Index of the block before which the text stood. */
	readonly before: number;
	/** What the block was that the reader removed: putting it back makes it so again. */
	readonly shape?: BlockShape;
}

export const leftOutReasons = [
	'picture',
	'navigation',
	'repeated-title',
	'byline',
	'date',
	'masthead',
	'page-number',
	/** A line that comes back on every page. */
	'running-head',
	/** Nothing but marks: `* * *`. */
	'ornament',
	/** Where a link led that leads nowhere outside its page. */
	'link',
	'front-matter',
	/** By the reader. */
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
	/** ISO 8601, where they came with a file that says so; else the day is that of `changedAt`. */
	readonly date?: string;
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
	/** As that of OwnWords. */
	readonly date?: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/**
 * A person’s translation that the reader has brought in, with its credit as the reader gave it.
 * `links` keeps, for every span of every unit, how likely its link is: the editor goes on from there.
 */
export interface OwnTranslation {
	readonly id: string;
	readonly article: string;
	readonly lang: Lang;
	readonly credit: TranslationCredit;
	readonly units: readonly Unit[];
	readonly links: readonly (readonly number[])[];
	readonly addedAt: string;
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
	readonly notices: readonly Notice[];
	readonly changedAt: string;
}

/** What stays of an article that the reader removed, so that an old backup does not bring it back. */
export interface Removed {
	readonly id: string;
	readonly changedAt: string;
}

/**
 * `full`: no room; `conflict`: changed elsewhere since it was read; `newer`: another tab upgraded
 * the database; `blocked`: an older tab holds it; `damaged`: the record cannot be read, and is kept
 * as it is; `failed`: anything else, with its message. Whatever fails has changed nothing.
 */
export type StoreFailure =
	| { readonly kind: 'full' }
	| { readonly kind: 'conflict' }
	| { readonly kind: 'exists'; readonly id: string }
	| { readonly kind: 'newer' }
	| { readonly kind: 'blocked' }
	| { readonly kind: 'damaged'; readonly message: string }
	| { readonly kind: 'failed'; readonly message: string };

export type Stored<T> = Promise<Result<T, StoreFailure>>;
export type Unsubscribe = () => void;

/** Everything the reader keeps for one article beside the text itself; nothing that is deleted. */
export interface OwnWork {
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	/** People’s translations that the reader brought in, the one changed last first. */
	readonly translations: readonly OwnTranslation[];
	readonly place: Place | null;
}

/** An article whole, as it is kept. */
export interface KeptArticle {
	readonly about: OwnArticle;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
}

/** A record that cannot be read: passed over, never overwritten. `fault` says where and why. */
export interface Damage {
	readonly table: string;
	readonly fault: string;
}

export interface Store {
	/**
	 * Calls back at once and after every change, in this tab or another. After `blocked` it goes on
	 * by itself once the older tab is closed; after any other failure it has ended.
	 */
	watchArticles(
		next: (articles: readonly OwnArticle[], places: readonly Place[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/** The same with the ids of the articles that have own words, reviews or translations brought in. */
	watchWorked(
		next: (articles: readonly string[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	watchWork(
		article: string,
		next: (work: OwnWork) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;

	article(id: string): Stored<KeptArticle | null>;
	/** Fails with `exists` where an article of this id is there and `replace` is not set. */
	addArticle(
		about: OwnArticle,
		article: Article,
		leftOut: readonly LeftOut[],
		replace: boolean
	): Stored<void>;
	/** The article goes; own words, reviews and translations of it stay, for the day it comes back. */
	removeArticle(id: string): Stored<void>;
	/** Puts back what `removeArticle` took; false where it is no longer there to put back. */
	restoreArticle(id: string): Stored<boolean>;

	work(article: string): Stored<OwnWork>;
	/**
	 * `base`: the `changedAt` of the record this one was made from, null for none; else `conflict`.
	 * Gives the record as it is kept: its `changedAt` is later than the last one's, whatever the clock.
	 */
	putWords(words: OwnWords, base: string | null): Stored<OwnWords>;
	putReview(review: OwnReview): Stored<void>;
	putPlace(place: Place): Stored<void>;

	drafts(): Stored<readonly Draft[]>;
	putDraft(draft: Draft): Stored<void>;
	removeDraft(id: string): Stored<void>;

	/** `base` and what is given as for `putWords`. */
	putTranslation(translation: OwnTranslation, base: string | null): Stored<OwnTranslation>;
	/** Null where there is none of this id, or where it is deleted. */
	translation(id: string): Stored<OwnTranslation | null>;

	/** Translations that are being aligned and are not saved yet: at once and after every change. */
	watchAlignments(
		next: (drafts: readonly AlignmentDraft[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	alignment(id: string): Stored<AlignmentDraft | null>;
	putAlignment(draft: AlignmentDraft): Stored<void>;
	removeAlignment(id: string): Stored<void>;

	/** Everything but drafts, for a backup (see `backup.ts`). */
	dump(): Stored<Dump>;
	/** Merges a backup into what is here, all of it or nothing (see `merge.ts`). */
	merge(dump: Dump): Stored<MergeReport>;
	/** Deletes everything of the reader’s, drafts too, and without a trace. */
	clear(): Stored<void>;
	damaged(): Stored<readonly Damage[]>;
}

/** No two records of a kind have the same key; an article is either kept or removed. */
export interface Dump {
	readonly articles: readonly KeptArticle[];
	readonly removed: readonly Removed[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	readonly translations: readonly OwnTranslation[];
	readonly places: readonly Place[];
}

/** Records by what became of them. Deletions of what was never here are not counted. */
export interface Tally {
	readonly added: number;
	readonly updated: number;
	readonly removed: number;
	/** What is here is as new, or newer. */
	readonly kept: number;
}

export type MergeReport = Readonly<
	Record<'articles' | 'words' | 'reviews' | 'translations' | 'places', Tally>
>;
