/* eslint-disable svelte/prefer-svelte-reactivity -- these sets are replaced, never changed */
import type { OwnBook } from '$lib/core/library/ownBook';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import { readState } from '$lib/core/library/position';
import type { ReadingPosition, Store, Unsubscribe } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Listing } from './listing';
import { ownCoverage, type Fetch } from './ownCoverage';
import { shelve, type Coverages, type LibraryEntry, type Shelves } from './shelves';

/** An article that only the reader has is not fetched from the site. */
const nothing: Fetch = async () => null;

/** The state of the reader's own part of the library. */
type Own =
	| { readonly kind: 'loading' }
	| {
			readonly kind: 'there';
			readonly articles: readonly OwnArticle[];
			readonly places: readonly ReadingPosition[];
			readonly books: readonly OwnBook[];
	  }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

/** What the page showed last: shown again at once when the reader comes back to it. */
let shownLast: Own = { kind: 'loading' };

/** Number of coverages that are computed before the page shows them. */
const coveragesAtOnce = 20;

/** The library as its page shows it: the site's articles and the reader's own, live. */
export class Library {
	readonly #stored: () => readonly Listing[];
	#own = $state.raw<Own>(shownLast);
	/** Coverage by article id, for articles with the reader's own text, words or reviews. */
	#coverages = $state.raw<Coverages>({});
	#worked = $state.raw<readonly string[]>([]);
	#store: Store | null = null;
	#fetch: Fetch = nothing;
	#turn = 0;

	constructor(stored: () => readonly Listing[]) {
		this.#stored = stored;
	}

	readonly own = $derived(this.#own);
	/** Ids of the site’s articles that the reader has a copy of or has begun, and perhaps of others. */
	readonly begun = $derived(this.#own.kind === 'there' ? begunIn(this.#own) : []);
	/** Ids of the articles whose translation the reader has worked on. */
	readonly worked = $derived(this.#worked);
	readonly shelves = $derived.by(() => this.#shelve());

	#shelve(): Shelves {
		return this.#own.kind === 'there'
			? shelve(
					this.#stored(),
					this.#own.articles,
					this.#own.places,
					this.#coverages,
					this.#own.books
				)
			: shelve(this.#stored(), [], []);
	}

	/** Follows the reader's store. Returns a function that ends it. */
	watch(open: () => Promise<Store>, fetch: Fetch): Unsubscribe {
		const ended = new AbortController();
		const failed = (failure: StoreFailure) => (this.#own = { kind: 'failed', failure });
		open().then(
			(store) => {
				if (ended.signal.aborted) return;
				this.#store = store;
				this.#fetch = fetch;
				const ends = [
					store.watchArticles((articles, places, books) => {
						const before = this.#own.kind === 'there' ? this.#own.articles : null;
						this.#own = shownLast = { kind: 'there', articles, places, books };
						// A reading position changes often, and covers nothing.
						if (before === null || !areSame(before, articles)) void this.#cover(store, fetch);
					}, failed),
					store.watchWorked((worked) => {
						this.#worked = worked;
						void this.#cover(store, fetch);
					}, failed)
				];
				ended.signal.addEventListener('abort', () => ends.forEach((end) => end()));
			},
			(error: unknown) => failed({ kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	/** Computes the coverages again, where more of the site’s articles have come. */
	cover(): void {
		if (this.#store) void this.#cover(this.#store, this.#fetch);
	}

	/** Computes the coverages. Of two runs under way the later one counts. */
	async #cover(store: Store, fetch: Fetch): Promise<void> {
		const turn = ++this.#turn;
		const stored = new Set(this.#stored().map(({ id }) => id));
		// A text of which only the original is there covers nothing, and is not read for that.
		const own = this.#own.kind === 'there' ? this.#own.articles : [];
		const copies = own.map(({ id }) => id).filter((id) => stored.has(id));
		const wanted = new Set([...copies, ...this.#worked, ...Object.keys(this.#coverages)]);
		let found: Coverages = {};
		for (const [nth, id] of [...wanted].entries()) {
			const coverage = await ownCoverage(store, stored.has(id) ? fetch : nothing, id);
			if (turn !== this.#turn) return;
			found = { ...found, [id]: coverage };
			if ((nth + 1) % coveragesAtOnce !== 0 && nth + 1 < wanted.size) continue;
			this.#coverages = { ...this.#coverages, ...found };
			found = {};
		}
	}

	/** Removes a text or a book. Returns null on success. */
	async remove({ id, book }: Pick<LibraryEntry, 'id' | 'book'>): Promise<StoreFailure | null> {
		const result = await (book ? this.#store?.removeBook(id) : this.#store?.removeArticle(id));
		return result && !result.ok ? result.failure : null;
	}

	async restore(id: string): Promise<StoreFailure | null> {
		const result = await this.#store?.restoreArticle(id);
		return result && !result.ok ? result.failure : null;
	}
}

const areSame = (before: readonly OwnArticle[], now: readonly OwnArticle[]): boolean =>
	before.length === now.length &&
	before.every(({ id, changedAt }, n) => now[n]?.id === id && now[n].changedAt === changedAt);

function begunIn({ articles, places }: Extract<Own, { kind: 'there' }>): readonly string[] {
	const copies = articles.flatMap(({ id, recognised }) => (recognised ? [id] : []));
	const own = new Set(articles.map(({ id }) => id));
	const open = places.filter((place) => !own.has(place.article) && readState(place) === 'reading');
	return [...copies, ...open.map(({ article }) => article)];
}
