/* eslint-disable svelte/prefer-svelte-reactivity -- these sets and maps never change */
/**
 * The site’s articles as the library lists them. A page of a large library comes with some of them;
 * the rest is fetched when it is asked for, of a filter only the lists that hold an answer.
 */
import type { LibraryFacets } from '$lib/core/library/facetFile';
import { fits, textFacets, type FacetFilter, type TextFacets } from '$lib/core/library/facets';
import { inList } from '$lib/core/library/firstPage';
import { isByFacets, narrows, type Arrangement } from './arrange';
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
	readonly facets: () => Promise<LibraryFacets | null>;
}

export class StoredList {
	readonly #pages: () => StoredPages;
	readonly #environment: ListEnvironment;
	#lists = $state.raw<ReadonlyMap<number, readonly Listing[]>>(new Map());
	#singles = $state.raw<readonly Listing[]>([]);
	#facets = $state.raw<LibraryFacets | null>(null);
	#filter = $state.raw<FacetFilter | null>(null);
	#running = $state(0);
	#hasFailed = $state(false);
	#asked = new Set<string>();
	/** Counts what was asked for: an earlier question is given up. */
	#turn = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(pages: () => StoredPages, environment: ListEnvironment) {
		this.#pages = pages;
		this.#environment = environment;
	}

	/** All articles that are here, each once. */
	readonly all = $derived.by((): readonly Listing[] => {
		const { stored } = this.#pages();
		if (this.#lists.size + this.#singles.length === 0) return stored;
		const lists = [...this.#lists].toSorted(([a], [b]) => a - b).flatMap(([, list]) => list);
		const found = [...stored, ...lists, ...this.#singles];
		return [...new Map(found.map((entry) => [entry.id, entry])).values()];
	});
	/** What is known of the articles that are not here; nothing until a filter has asked for it. */
	readonly elsewhere = $derived.by((): readonly TextFacets[] =>
		this.#missing().flatMap((nth) => this.#textsOf(nth))
	);
	/** Number of articles that are not here; where a filter is asked for, of those that it leaves. */
	readonly left = $derived.by(() => {
		const filter = this.#known();
		if (!filter) return Math.max(0, this.#pages().total - this.all.length);
		const here = this.#singlesElsewhere().filter((text) => fits(text, filter)).length;
		return Math.max(0, this.elsewhere.filter((text) => fits(text, filter)).length - here);
	});
	/** The dossiers of a large library; null until a filter has asked for them. */
	readonly series = $derived(this.#facets?.series ?? null);
	readonly isBusy = $derived(this.#running > 0);
	/** Whether the last list did not come. */
	readonly hasFailed = $derived(this.#hasFailed);

	readonly #seriesById = $derived.by((): ReadonlyMap<string, readonly string[]> => {
		const texts = this.#facets?.texts ?? [];
		const { stored } = this.#pages();
		const found = new Map(stored.map(({ id }, at) => [id, texts[at]?.series ?? []]));
		for (const [nth, list] of this.#lists)
			for (const [at, { id }] of list.entries())
				found.set(id, this.#textsOf(nth)[at]?.series ?? []);
		return found;
	});

	/** Returns the dossiers that an article stands in, where a filter has asked for them. */
	seriesOf = (id: string): readonly string[] => this.#seriesById.get(id) ?? [];

	/** Fetches what is known of all articles. A library that is here whole has no need of it. */
	async loadFacets(): Promise<void> {
		const { lists, total } = this.#pages();
		if (lists === 0 || this.#facets) return;
		const facets = await this.#environment.facets().catch(() => null);
		// Of another version it would name the wrong lists.
		if (facets?.texts.length === total) this.#facets = facets;
	}

	/** Fetches the next list that holds an answer. */
	next = (): Promise<void> => this.#run(async () => void (await this.#fetch(1, this.#turn)));

	/**
	 * Fetches what the list of an arrangement needs: nothing where it comes as it is; all that a filter
	 * leaves for words or another order; else one list after the other until there is enough.
	 */
	look(asked: Arrangement, isEnough: () => boolean): Promise<void> {
		const filter = isByFacets(asked) ? asked : null;
		if (asked.query.trim() !== '' || asked.sort !== 'recent') return this.find(filter);
		return this.find(filter, narrows(asked) ? isEnough : () => true);
	}

	/**
	 * Fetches the lists that hold what a filter leaves, all with null: every one of them, or one after
	 * the other until there is enough. A later call takes the place of an earlier one.
	 */
	async find(filter: FacetFilter | null, isEnough?: () => boolean): Promise<void> {
		const turn = ++this.#turn;
		this.#filter = filter;
		if (this.#missing().length === 0) return;
		await this.#run(async () => {
			if (filter && turn === this.#turn) await this.loadFacets();
			if (!isEnough) return void (await this.#fetch(Infinity, turn));
			while (!isEnough()) if (!(await this.#fetch(1, turn))) return;
		});
	}

	/** Does work after what is under way. */
	#run(work: () => Promise<void>): Promise<void> {
		this.#running++;
		this.#last = this.#last.then(work).finally(() => this.#running--);
		return this.#last;
	}

	/** Fetches so many lists at most. Returns false where none is left, or one does not come. */
	async #fetch(most: number, turn: number): Promise<boolean> {
		if (turn !== this.#turn) return false;
		this.#hasFailed = false;
		const wanted = this.#wanted().slice(0, most);
		const found = new Map(this.#lists);
		for (const nth of wanted) {
			const list = await this.#environment.list(nth).catch(() => null);
			this.#hasFailed = list === null;
			if (list) found.set(nth, list);
			if (!list || turn !== this.#turn) break;
		}
		if (found.size > this.#lists.size) this.#lists = found;
		return wanted.length > 0 && !this.#hasFailed;
	}

	/** Returns the lists that are not here. */
	#missing = (): readonly number[] =>
		Array.from({ length: this.#pages().lists }, (_, nth) => nth).filter(
			(nth) => !this.#lists.has(nth)
		);

	/** Returns those of them that hold an answer. */
	#wanted(): readonly number[] {
		const filter = this.#known();
		if (!filter) return this.#missing();
		return this.#missing().filter((nth) => this.#textsOf(nth).some((text) => fits(text, filter)));
	}

	/** Returns the filter, as far as what is known of the articles tells; null where it does not. */
	#known(): FacetFilter | null {
		const [facets, filter] = [this.#facets, this.#filter];
		if (!facets || !filter) return null;
		const { author } = filter;
		const isNamed = author === null || facets.texts.some(({ authors }) => authors.includes(author));
		return facets.isCut && !isNamed ? { ...filter, author: null } : filter;
	}

	#textsOf(nth: number): readonly TextFacets[] {
		const from = this.#pages().stored.length + nth * inList;
		return this.#facets?.texts.slice(from, from + inList) ?? [];
	}

	/** Returns what is known of articles that are here by themselves, whose list is not. */
	#singlesElsewhere(): readonly TextFacets[] {
		const listed = new Set([...this.#lists.values()].flat().map(({ id }) => id));
		return this.#singles
			.filter(({ id }) => !listed.has(id))
			.map(({ metadata, translated: [first] }) =>
				textFacets(metadata, first?.coverage ?? null, [])
			);
	}

	/** Fetches the articles with these ids that are not here: those that the reader has begun. */
	async some(ids: readonly string[]): Promise<void> {
		if (this.#pages().total <= this.all.length) return;
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
