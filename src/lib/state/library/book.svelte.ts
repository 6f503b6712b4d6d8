/* eslint-disable svelte/prefer-svelte-reactivity -- these maps are replaced, never changed */
import { askStore } from '$lib/core/library/askStore';
import { bookProgress, chapterShare } from '$lib/core/library/bookProgress';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { ReadingPosition, Store, Unsubscribe } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Fetch, OwnCoverage } from './ownCoverage';

type Shown =
	| { readonly kind: 'loading' | 'missing' | 'removed' }
	| { readonly kind: 'failed'; readonly failure: StoreFailure }
	| { readonly kind: 'there'; readonly book: OwnBook };

/** The page of one of the reader’s books, live. */
export class BookPage {
	#shown = $state.raw<Shown>({ kind: 'loading' });
	#places = $state.raw<ReadonlyMap<string, ReadingPosition>>(new Map());
	#failure = $state.raw<StoreFailure | null>(null);
	/** By article; null where it cannot be computed. */
	#coverages = $state.raw<ReadonlyMap<string, OwnCoverage | null>>(new Map());
	#worked: ReadonlySet<string> = new Set();
	/** Chapters whose coverage is computed again: they may have been given a translation. */
	#stale: ReadonlySet<string> = new Set();
	/** Whether coverages are being computed. */
	#isCovering = false;
	readonly #open: () => Promise<Store>;

	constructor(
		readonly id: string,
		open: () => Promise<Store>
	) {
		this.#open = open;
	}

	readonly shown = $derived(this.#shown);
	/** Why the last thing that the reader asked for changed nothing. */
	readonly failure = $derived(this.#failure);
	readonly progress = $derived(
		this.#shown.kind === 'there'
			? bookProgress(this.#shown.book, (id) => this.#places.get(id) ?? null)
			: null
	);

	/** Returns how much of a chapter is read, from 0 to 1. */
	shareOf = (article: string): number => chapterShare(this.#places.get(article) ?? null);

	/** Returns how much of a chapter is translated; null for a chapter without a translation. */
	coverageOf = (article: string): OwnCoverage | null => this.#coverages.get(article) ?? null;

	/** Follows the store. Returns a function that ends it. */
	watch(): Unsubscribe {
		const ended = new AbortController();
		const failed = (failure: StoreFailure) => (this.#shown = { kind: 'failed', failure });
		this.#open().then(
			(store) => {
				if (ended.signal.aborted) return;
				const end = store.watchArticles((_, places, books) => {
					this.#places = new Map(places.map((place) => [place.article, place]));
					const book = books.find(({ id }) => id === this.id);
					if (book) this.#shown = { kind: 'there', book };
					else if (this.#shown.kind !== 'removed') this.#shown = { kind: 'missing' };
					void this.#cover(store, ended.signal);
				}, failed);
				ended.signal.addEventListener('abort', end);
				const endWork = store.watchWorked((worked) => {
					this.#worked = new Set(worked);
					this.#stale = new Set(this.#untranslated());
					void this.#cover(store, ended.signal);
				}, failed);
				ended.signal.addEventListener('abort', endWork);
			},
			(error: unknown) => failed({ kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	/** Computes the coverage of chapters that have come to have work, one after the other. */
	async #cover(store: Store, signal: AbortSignal): Promise<void> {
		if (this.#isCovering || this.#worked.size + this.#coverages.size === 0) return;
		this.#isCovering = true;
		try {
			// Most books have no translation, and need nothing of this.
			const { ownCoverage } = await import('./ownCoverage');
			for (let id = this.#uncovered(); id && !signal.aborted; id = this.#uncovered()) {
				this.#stale = new Set([...this.#stale].filter((stale) => stale !== id));
				const found = await ownCoverage(store, nothing, id);
				this.#coverages = new Map(this.#coverages).set(id, found);
			}
		} catch {
			// The module did not load: the next change tries again, and the chapters can be read meanwhile.
		} finally {
			this.#isCovering = false;
		}
		const gone = [...this.#coverages.keys()].filter((id) => !this.#worked.has(id));
		if (gone.length > 0)
			this.#coverages = new Map([...this.#coverages].filter(([id]) => !gone.includes(id)));
	}

	/** Returns the first chapter whose coverage is to be computed. */
	#uncovered(): string | null {
		if (this.#shown.kind !== 'there') return null;
		const found = this.#shown.book.chapters.find(
			({ article }) =>
				article !== null &&
				this.#worked.has(article) &&
				(!this.#coverages.has(article) || this.#stale.has(article))
		);
		return found?.article ?? null;
	}

	/** Returns the chapters with a coverage and without a translation: only the reader’s own words. */
	#untranslated = (): readonly string[] =>
		[...this.#coverages].flatMap(([id, coverage]) => (coverage?.brought ? [] : [id]));

	async remove(): Promise<void> {
		const before = this.#shown;
		this.#shown = { kind: 'removed' };
		const removed = await askStore(this.#open, (store) => store.removeBook(this.id));
		this.#failure = removed.ok ? null : removed.failure;
		if (!removed.ok) this.#shown = before;
	}

	async restore(): Promise<void> {
		const restored = await askStore(this.#open, (store) => store.restoreArticle(this.id));
		this.#failure = restored.ok ? null : restored.failure;
		if (restored.ok && !restored.value) this.#shown = { kind: 'missing' };
	}
}

/** A chapter of the reader’s own book is not fetched from the site. */
const nothing: Fetch = async () => null;
