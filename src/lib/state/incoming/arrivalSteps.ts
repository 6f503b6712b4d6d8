/** The steps of bringing in a person's translation, and what they need from outside. */
import type { Aligning, AligningFailure, AlignOutcome } from '$lib/adapters/align/aligner';
import type { ReadOutcome } from '$lib/adapters/import/importer';
import type { Book } from '$lib/core/book/book';
import type { AlignmentDraft, DraftSide } from '$lib/core/links/draft';
import type { Relinked } from '$lib/core/links/relinked';
import type { LinkedUnit } from '$lib/core/links/units';
import type { ArticlePlace } from '$lib/core/library/articlePlace';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Result } from '$lib/core/result';
import type { Article, Lang } from '$lib/core/text/article';
import type { ArrivalFailure, Arrived, TitledSide } from '$lib/core/translation/exchange/arrival';
import type { ExchangeFailure } from '$lib/core/translation/exchange/failure';
import type { ImportFailure } from '../add/incomingText.svelte';
import type { LockDraft } from '../keptDraft.svelte';

/** A long task: it reports its progress, from 0 to 1, and can be cancelled. */
export interface Running {
	readonly signal: AbortSignal;
	readonly progress: (done: number) => void;
}

export type AlignFault = Exclude<AligningFailure, { readonly kind: 'aborted' | 'cancelled' }>;

/** What bringing in a translation needs from outside. */
export interface ArrivalEnvironment {
	readonly store: () => Promise<Store>;
	/** An article of the library, or null; without blocks where its original is not here. */
	readonly article: (
		id: string,
		place?: ArticlePlace
	) => Promise<Result<Article | null, StoreFailure>>;
	/** Reads a file as a text or as a book. */
	readonly read: (
		name: string,
		file: Blob,
		running: Running & { readonly lang: Lang }
	) => Promise<ReadOutcome>;
	/** Reads a file of a translator’s tool; null for every other file. */
	readonly exchange: (
		name: string,
		file: Blob,
		source: TitledSide,
		running: Running
	) => Promise<Result<Arrived, ExchangeFailure | ArrivalFailure> | null>;
	readonly align: (draft: Aligning, running: Running) => Promise<AlignOutcome>;
	/** Cuts both texts into sentences ahead of time, off the main thread. */
	readonly cut: (draft: Pick<AlignmentDraft, 'source' | 'target' | 'links'>) => Promise<void>;
	/** Finds the links of a saved translation again, off the main thread. */
	readonly relink: (
		units: readonly LinkedUnit[],
		source: DraftSide,
		lang: Lang
	) => Promise<Relinked>;
	/** How long a draft rests before it is written: it holds both texts. Default: not at all. */
	readonly restMs?: number;
	readonly lockDraft: LockDraft;
	readonly newId: () => string;
	readonly now: () => number;
}

/** Why the page was opened: to add a translation to an article, or to continue a draft or a translation. */
export type OpenRequest =
	| { readonly kind: 'article'; readonly id: string }
	| { readonly kind: 'draft'; readonly id: string }
	| { readonly kind: 'translation'; readonly id: string };

/** Why a file cannot be used: as a text, or as a file of a translator’s tool. */
export type ChoosingFailure =
	| { readonly from: 'text'; readonly failure: ImportFailure }
	/** The file is a book of several chapters: one of them may be the translation. */
	| { readonly from: 'book'; readonly book: Book }
	| { readonly from: 'exchange'; readonly failure: ExchangeFailure | ArrivalFailure };

export type ArrivalStep =
	| { readonly kind: 'opening' }
	/** No such article or draft, no original to align with, or a draft that another tab has open. */
	| { readonly kind: 'closed'; readonly why: 'missing' | 'no-original' | 'elsewhere' }
	| { readonly kind: 'unreadable'; readonly failure: StoreFailure }
	| { readonly kind: 'choosing'; readonly failure: ChoosingFailure | null }
	| { readonly kind: 'reading'; readonly done: number }
	| { readonly kind: 'about'; readonly failure: AlignFault | null }
	| { readonly kind: 'aligning'; readonly done: number }
	| { readonly kind: 'mending' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'saved' };
