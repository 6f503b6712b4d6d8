/** The steps of adding a book’s translation, and what they need from outside. */
import type { PairedChapters } from '$lib/adapters/files/protocol';
import type { ReadOutcome } from '$lib/adapters/import/importer';
import type { Chapter } from '$lib/core/book/book';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Lang } from '$lib/core/text/article';
import type { ImportFailure } from '../add/incomingText.svelte';
import type { LockDraft } from '../keptDraft.svelte';

/** A long task: it reports its progress, from 0 to 1, and can be cancelled. */
interface Running {
	readonly signal: AbortSignal;
	readonly progress: (done: number) => void;
}

export interface PairingEnvironment {
	readonly store: () => Promise<Store>;
	/** Reads a file as a text or as a book. */
	readonly read: (
		name: string,
		file: Blob,
		running: Running & { readonly lang: Lang }
	) => Promise<ReadOutcome>;
	/** Pairs articles of the library with chapters of a translation; null where it fails. */
	readonly pair: (
		articles: readonly string[],
		chapters: readonly Pick<Chapter, 'title' | 'blocks'>[]
	) => Promise<PairedChapters | null>;
	readonly lockDraft: LockDraft;
	readonly newId: () => string;
	readonly now: () => number;
}

export type ChoosingFailure =
	| ImportFailure
	/** No chapter of the file has text. */
	| { readonly kind: 'no-chapters' };

export type PairingStep =
	| { readonly kind: 'opening' }
	/** No such book, or one without text, or another tab pairs its chapters. */
	| { readonly kind: 'closed'; readonly why: 'missing' | 'empty' | 'elsewhere' }
	| { readonly kind: 'unreadable'; readonly failure: StoreFailure }
	| { readonly kind: 'choosing'; readonly failure: ChoosingFailure | null }
	| { readonly kind: 'reading'; readonly done: number }
	| { readonly kind: 'pairing' }
	| { readonly kind: 'pairs' }
	| { readonly kind: 'about' }
	/** The pairs are being aligned, by this tab or another. */
	| { readonly kind: 'aligning' };

/** Returns the name of the lock by which one tab at a time works on a book’s translation. */
export const bookLock = (book: string): string => `book.${book}`;
