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
	#store: Store | null = null;

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
		let end: Unsubscribe | null = null;
		let ended = false;
		const failed = (failure: StoreFailure) => (this.#own = { kind: 'failed', failure });
		open().then(
			(store) => {
				if (ended) return;
				this.#store = store;
				end = store.watchArticles((articles, places) => {
					this.#own = { kind: 'there', articles, places };
					void this.#cover(store, fetch, articles);
				}, failed);
			},
			(error: unknown) => failed({ kind: 'failed', message: String(error) })
		);
		return () => {
			ended = true;
			end?.();
		};
	}

	async #cover(store: Store, fetch: Fetch, own: readonly OwnArticle[]): Promise<void> {
		const stored = this.#stored().map(({ id }) => id);
		const onlyOwn = own.map(({ id }) => id).filter((id) => !stored.includes(id));
		for (const id of [...stored, ...onlyOwn]) {
			const coverage = await ownCoverage(store, stored.includes(id) ? fetch : nothing, id);
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
