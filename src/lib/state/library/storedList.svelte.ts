/* eslint-disable svelte/prefer-svelte-reactivity -- these sets never change */
/**
 * The site’s articles as the library lists them. A page of a large library comes with some of them;
 * the rest is fetched when it is asked for.
 */
import type { Listing } from './listing';

export interface StoredPages {
	readonly stored: readonly Listing[];
	/** Number of lists with the rest. */
	readonly lists: number;
	/** Number of articles in all. */
	readonly total: number;
}

/** What a list is fetched with; null where it does not come. */
export interface ListEnvironment {
	readonly list: (nth: number) => Promise<readonly Listing[] | null>;
	readonly one: (id: string) => Promise<Listing | null>;
}

export class StoredList {
	readonly #pages: () => StoredPages;
	readonly #environment: ListEnvironment;
	#lists = $state.raw<readonly Listing[]>([]);
	#singles = $state.raw<readonly Listing[]>([]);
	#fetched = $state(0);
	#isBusy = $state(false);
	#hasFailed = $state(false);
	#asked = new Set<string>();

	constructor(pages: () => StoredPages, environment: ListEnvironment) {
		this.#pages = pages;
		this.#environment = environment;
	}

	/** All articles that are here, each once. */
	readonly all = $derived.by((): readonly Listing[] => {
		const { stored } = this.#pages();
		if (this.#lists.length + this.#singles.length === 0) return stored;
		const found = [...stored, ...this.#lists, ...this.#singles];
		return [...new Map(found.map((entry) => [entry.id, entry])).values()];
	});
	/** Number of articles that are not here. */
	readonly left = $derived.by(() => Math.max(0, this.#pages().total - this.all.length));
	readonly isBusy = $derived(this.#isBusy);
	/** Whether the last list did not come. */
	readonly hasFailed = $derived(this.#hasFailed);

	/** Fetches the next list. */
	next = (): Promise<void> => this.#fetch(this.#fetched + 1);

	/** Fetches all lists. */
	rest = (): Promise<void> => this.#fetch(this.#pages().lists);

	async #fetch(until: number): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		this.#hasFailed = false;
		let found: readonly Listing[] = [];
		while (this.#fetched < Math.min(until, this.#pages().lists)) {
			const list = await this.#environment.list(this.#fetched).catch(() => null);
			this.#hasFailed = list === null;
			if (!list) break;
			this.#fetched++;
			found = [...found, ...list];
		}
		if (found.length > 0) this.#lists = [...this.#lists, ...found];
		this.#isBusy = false;
	}

	/** Fetches the articles with these ids that are not here: those that the reader has begun. */
	async some(ids: readonly string[]): Promise<void> {
		if (this.left === 0) return;
		const here = new Set(this.all.map(({ id }) => id));
		const wanted = ids.filter((id) => !here.has(id) && !this.#asked.has(id));
		for (const id of wanted) this.#asked.add(id);
		const found = await Promise.all(
			wanted.map((id) => this.#environment.one(id).catch(() => null))
		);
		const listings = found.filter((listing) => listing !== null);
		if (listings.length > 0) this.#singles = [...this.#singles, ...listings];
	}
}
