/**
 * The records of the reader’s own library, and the interface of the store that keeps them.
 * `adapters/db` implements it with Dexie; tests and the shell may do without a store.
 *
 * Every record carries `changedAt` (ISO 8601, UTC, milliseconds): merging a backup keeps the
 * newer of two records. A deleted record is kept with `deleted`, so that an old backup does not
 * bring it back.
 */
import type { Counts, Merging } from './mergeReport';
import type { AlignmentAbout, AlignmentDraft } from '../links/draft';
import type { Notice } from '../import/imported';
import type { OwnHighlight } from '../highlight/ownHighlight';
import type { SavedWord, SavedWordChange } from '../words/savedWord';
import type { LeftOut } from '../import/leftOut';
import type { Damage } from './damage';
import type { PairingStore } from './bookPairing';
import type { BookStore, KeptPicture, OwnBook } from './ownBook';
import type { Article, Lang } from '../text/article';
import type { Fingerprint } from '../text/fingerprint';
import type { KeptArticle, OwnArticle } from './ownArticle';
import type { OwnTranslation } from './ownTranslation';
import type { StoreFailure, StoreResult } from './storeFailure';
import type { CreditedText } from '../translation/credited';
import type { Origin } from '../translation/unit';

export type { Omissions, OwnTranslation } from './ownTranslation';

/** A paragraph’s translation in the reader’s own words. Key: article, first of `source`, lang. */
export interface OwnWords {
	readonly article: string;
	readonly source: readonly Fingerprint[];
	readonly lang: Lang;
	readonly text: readonly string[];
	/** The name that the reader gives; it is never filled in for them. */
	readonly name: string;
	/** The translation that the reader began from, null for none. */
	readonly from: Origin | null;
	/**
	 * The draft’s or the machine’s words that the reader began from. Records made before this was
	 * kept have none, and are compared with the drafts of their paragraph.
	 */
	readonly draft?: CreditedText;
	/** ISO 8601, if an imported file gives a date; otherwise the day is that of `changedAt`. */
	readonly date?: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/** Says that the reader has reviewed exactly this text. Same key as OwnWords. */
export interface OwnReview {
	readonly article: string;
	readonly source: readonly Fingerprint[];
	readonly lang: Lang;
	/**
	 * Fingerprint of the reviewed text, joined by a blank line. The review lapses if the text
	 * changes.
	 */
	readonly reviewed: Fingerprint;
	readonly name: string;
	/** As in OwnWords. */
	readonly date?: string;
	readonly changedAt: string;
	readonly deleted?: true;
}

/** A paragraph of a text, so that it is found again in another copy (see `position.ts`). */
export interface Spot {
	readonly fingerprint: Fingerprint;
	/** The paragraph’s 1-based number, and how many there are. */
	readonly paragraph: number;
	readonly of: number;
}

/** The reader's position in an article: the paragraph at the top of the view when last read. */
export interface ReadingPosition extends Spot {
	readonly article: string;
	/**
	 * How much of the paragraph lies above the top of the view, as a share of its height; less than
	 * zero where the paragraph begins below the top.
	 */
	readonly within?: number;
	/** The furthest paragraph read, where that is another one. Older records have none. */
	readonly furthest?: Spot;
	/** Whether the reader counts the text as read, and since when. */
	readonly mark?: { readonly read: boolean; readonly at: string };
	readonly changedAt: string;
}

/** An import that is not saved yet; it survives a closed tab. `name` is the file’s name. */
export interface ImportDraft {
	readonly id: string;
	readonly name: string;
	readonly article: Article;
	readonly leftOut: readonly LeftOut[];
	readonly notices: readonly Notice[];
	readonly changedAt: string;
}

/**
 * The trace of an article that the reader removed, so that an old backup does not bring it back.
 */
export interface Removed {
	readonly id: string;
	readonly changedAt: string;
}

export type Unsubscribe = () => void;

/**
 * Everything that the reader keeps for one article, apart from its text, the reading position and
 * deleted records. The position is apart because it changes at every pause: nobody who watches the
 * work is called for it.
 */
export interface OwnWork {
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	/** The imported translations by people; the one changed last comes first. */
	readonly translations: readonly OwnTranslation[];
}

/** What the library lists. */
type Listed = [readonly OwnArticle[], readonly ReadingPosition[], readonly OwnBook[]];

export interface Store extends BookStore, PairingStore {
	/**
	 * Calls back at once and after every change, in this tab or another. After `blocked` it
	 * resumes once the older tab is closed; after any other failure it has ended.
	 */
	watchArticles(
		next: (...listed: Listed) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/**
	 * Calls back in the same way, with the ids of the articles that have own words, reviews or
	 * imported translations.
	 */
	watchWorked(
		next: (articles: readonly string[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	watchWork(
		article: string,
		next: (work: OwnWork) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;

	article(id: string): StoreResult<KeptArticle | null>;
	/** Fails with `exists` if an article has this id and `replace` is not set. */
	addArticle(
		about: OwnArticle,
		article: Article,
		leftOut: readonly LeftOut[],
		replace: boolean
	): StoreResult<void>;
	/**
	 * Removes the article; its own words, reviews and translations stay, in case it is added
	 * again.
	 */
	removeArticle(id: string): StoreResult<void>;
	/**
	 * Puts back what `removeArticle` or `removeBook` took, by its id; false if it can no longer be
	 * put back.
	 */
	restoreArticle(id: string): StoreResult<boolean>;

	work(article: string): StoreResult<OwnWork>;
	/** Returns those of some articles that have an imported translation; reads keys alone. */
	translated(articles: readonly string[]): StoreResult<readonly string[]>;
	/**
	 * `base`: the `changedAt` of the record this one was made from, null for none. Fails with
	 * `conflict` if it has changed. Returns the record as kept: its `changedAt` is later than the
	 * previous one's, whatever the clock says.
	 */
	putWords(words: OwnWords, base: string | null): StoreResult<OwnWords>;
	putReview(review: OwnReview): StoreResult<void>;
	/** Returns the reading position in an article; null for none. */
	place(article: string): StoreResult<ReadingPosition | null>;
	putPlace(place: ReadingPosition): StoreResult<void>;

	drafts(): StoreResult<readonly ImportDraft[]>;
	putDraft(draft: ImportDraft): StoreResult<void>;
	removeDraft(id: string): StoreResult<void>;

	/** `base` and the returned record are as for `putWords`. */
	putTranslation(translation: OwnTranslation, base: string | null): StoreResult<OwnTranslation>;
	/** Returns null if no translation has this id, or if it is deleted. */
	translation(id: string): StoreResult<OwnTranslation | null>;

	/**
	 * Watches the translations being aligned and not saved yet: calls back at once and after every
	 * change, without their texts and links.
	 */
	watchAlignments(
		next: (drafts: readonly AlignmentAbout[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	alignment(id: string): StoreResult<AlignmentDraft | null>;
	putAlignment(draft: AlignmentDraft): StoreResult<void>;
	removeAlignment(id: string): StoreResult<void>;

	/**
	 * Watches the highlights of an article, or all with null: calls back at once and after every
	 * change, in this tab or another.
	 */
	watchHighlights(
		article: string | null,
		next: (highlights: readonly OwnHighlight[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/** `base` and the returned record are as for `putWords`. */
	putHighlight(highlight: OwnHighlight, base: string | null): StoreResult<OwnHighlight>;

	/**
	 * Watches the saved words, the oldest first: calls back at once and after every change, in this
	 * tab or another.
	 */
	watchSavedWords(
		next: (words: readonly SavedWord[]) => void,
		failed: (failure: StoreFailure) => void
	): Unsubscribe;
	/**
	 * Writes all of these or none: fails with `conflict` if one of them has changed. Returns the
	 * records as kept, in the same order, each with a later `changedAt` than before.
	 */
	putSavedWords(changes: readonly SavedWordChange[]): StoreResult<readonly SavedWord[]>;

	/** Returns everything except drafts, for a backup (see `backup.ts`). */
	dump(): StoreResult<Dump>;
	/** Returns the translated texts and their translations alone: the aligner learns from them. */
	translatedTexts(): StoreResult<TranslatedTexts>;
	/**
	 * Merges a backup into the library, all of it or nothing (see `mergeBackup.ts`). Articles that it
	 * removes can be put back with `restoreArticle`. `progress`: the share that is written.
	 */
	merge(dump: Dump, progress?: (done: number) => void): StoreResult<Merging>;
	/** Counts what `clear` would delete. Reads no text. */
	counts(): StoreResult<Counts>;
	/** Deletes everything of the reader’s, drafts too, and leaves no trace. */
	clear(): StoreResult<void>;
	/** Lists what cannot be read. Reads every record: for a worker. */
	damaged(): StoreResult<readonly Damage[]>;
}

/** No two records of a kind have the same key; an article is either kept or removed. */
export interface Dump {
	readonly articles: readonly KeptArticle[];
	readonly removed: readonly Removed[];
	readonly words: readonly OwnWords[];
	readonly reviews: readonly OwnReview[];
	readonly translations: readonly OwnTranslation[];
	readonly places: readonly ReadingPosition[];
	readonly highlights: readonly OwnHighlight[];
	readonly savedWords: readonly SavedWord[];
	readonly books: readonly OwnBook[];
	/** Those that a book of `books` names. */
	readonly pictures: readonly KeptPicture[];
}

export type TranslatedTexts = Pick<Dump, 'articles' | 'translations'>;
