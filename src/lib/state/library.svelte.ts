import type { OwnArticle, Place, Store, StoreFailure, Unsubscribe } from '$lib/core/library/store';
import type { Listing } from './listing';
import { ownCoverage, type Fetch } from './ownCoverage';
import { shelve, type Coverages, type Shelves } from './shelves';

/** What the reader's own part of the library is doing. */
type Own =
	| { readonly kind: 'loading' }
	| {
			readonly kind: 'there';
			readonly articles: readonly OwnArticle[];
			readonly places: readonly Place[];
	  }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

/** The library as its page shows it: what the site holds, and what the reader added, live. */
export class Library {
	readonly #stored: () => readonly Listing[];
	#own = $state.raw<Own>({ kind: 'loading' });
	/** Of the articles that the reader has something of, by id. */
	#coverages = $state.raw<Coverages>({});
	#worked: readonly string[] = [];
	#store: Store | null = null;
	#turn = 0;

	constructor(stored: () => readonly Listing[]) {
		this.#stored = stored;
	}

	readonly own = $derived(this.#own);
	readonly shelves = $derived.by(() => this.#shelve());

	#shelve(): Shelves {
		return this.#own.kind === 'there'
			? shelve(this.#stored(), this.#own.articles, this.#own.places, this.#coverages)
			: shelve(this.#stored(), [], []);
	}

	/** Follows the reader's store from now on. Returns the end of it. */
	watch(open: () => Promise<Store>, fetch: Fetch): Unsubscribe {
		const ended = new AbortController();
		const failed = (failure: StoreFailure) => (this.#own = { kind: 'failed', failure });
		open().then(
			(store) => {
				if (ended.signal.aborted) return;
				this.#store = store;
				const ends = [
					store.watchArticles((articles, places) => {
						this.#own = { kind: 'there', articles, places };
						void this.#cover(store, fetch);
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

	/** Of what the reader has something of, or had. Of two runs under way the later one counts. */
	async #cover(store: Store, fetch: Fetch): Promise<void> {
		const turn = ++this.#turn;
		const stored = this.#stored().map(({ id }) => id);
		const own = this.#own.kind === 'there' ? this.#own.articles.map(({ id }) => id) : [];
		const ids = [...own, ...this.#worked, ...Object.keys(this.#coverages)];
		for (const id of ids.filter((id, nth) => ids.indexOf(id) === nth)) {
			const coverage = await ownCoverage(store, stored.includes(id) ? fetch : nothing, id);
			if (turn !== this.#turn) return;
			this.#coverages = { ...this.#coverages, [id]: coverage };
		}
	}

	/** Null where it went well. */
	async remove(id: string): Promise<StoreFailure | null> {
		const result = await this.#store?.removeArticle(id);
		return result && !result.ok ? result.failure : null;
	}

	async restore(id: string): Promise<StoreFailure | null> {
		const result = await this.#store?.restoreArticle(id);
		return result && !result.ok ? result.failure : null;
	}
}

/** What only the reader has is not asked of the site. */
const nothing: Fetch = async () => null;
