/* eslint-disable svelte/prefer-svelte-reactivity -- these sets and maps never change */
/**
 * The site’s articles as the library lists them. A page of a large library comes with some of them;
 * the rest is fetched when it is asked for, of a filter only the lists that hold an answer.
 */
import {
	askedChoices,
	choiceKey,
	elsewhereOf,
	pagesLeft,
	type AskedChoice,
	type Elsewhere,
	type FacetSources,
	type ListingPage
} from '$lib/core/library/facetSources';
import { textFacets, type FacetFilter, type TextFacets } from '$lib/core/library/facets';
import type { FacetTable } from '$lib/core/library/facetTable';
import { newestFirst } from '$lib/core/library/firstPage';
import { isByFacets, narrows, type Arrangement } from './arrange';
import type { Listing } from './listing';

export interface StoredPages {
	readonly stored: readonly Listing[];
	/** Number of lists with the rest. */
	readonly lists: number;
	/** Number of articles in all. */
	readonly total: number;
}

/** What parts are fetched with; null where one does not come. */
export interface ListEnvironment {
	readonly list: (nth: number) => Promise<readonly Listing[] | null>;
	readonly page: (page: ListingPage) => Promise<readonly Listing[] | null>;
	readonly one: (id: string) => Promise<Listing | null>;
	readonly facets: () => Promise<FacetTable | null>;
	readonly choice: (table: FacetTable, asked: AskedChoice) => Promise<readonly TextFacets[] | null>;
}

/**
 * Number of texts that a filter fetches at once while it finds too little: what it leaves may be
 * scattered. Then the reader is told how many are left, and may ask for more.
 */
const mostAtOnce = 40;

/** A file with listings: a list of the library by its number, or a page of a choice. */
type Part = number | ListingPage;

export class StoredList {
	readonly #pages: () => StoredPages;
	readonly #environment: ListEnvironment;
	#parts = $state.raw<ReadonlyMap<string, readonly Listing[]>>(new Map());
	#singles = $state.raw<readonly Listing[]>([]);
	#sources = $state.raw<FacetSources | null>(null);
	#filter = $state.raw<FacetFilter | null>(null);
	#running = $state(0);
	#hasFailed = $state(false);
	#asked = new Set<string>();
	/** Counts what was asked for: an earlier question is given up. */
	#turn = 0;
	/** The arrangement that was looked for last, and the number of texts that have come for it. */
	#lookedFor: Arrangement | null = null;
	#came = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(pages: () => StoredPages, environment: ListEnvironment) {
		this.#pages = pages;
		this.#environment = environment;
	}

	/** All articles that are here, each once: those of the page, then the newest first. */
	readonly all = $derived.by((): readonly Listing[] => {
		const { stored } = this.#pages();
		if (this.#parts.size + this.#singles.length === 0) return stored;
		const first = new Set(stored.map(({ id }) => id));
		// Of a single one its dossiers are not known.
		const found = [...this.#singles, ...[...this.#parts.values()].flat()];
		const others = new Map(found.filter(({ id }) => !first.has(id)).map((one) => [one.id, one]));
		return [...stored, ...[...others.values()].toSorted(listOrder)];
	});
	readonly #here = $derived.by((): readonly TextFacets[] => this.all.map(facetsOf));
	/** What is known of the articles that are not here; null until a filter has asked for it. */
	readonly elsewhere = $derived.by((): Elsewhere | null =>
		this.#sources && this.#isLarge() ? elsewhereOf(this.#sources, this.#here) : null
	);
	/** Number of articles that are not here; where a filter is asked for, of those that it leaves. */
	readonly left = $derived.by(() =>
		this.elsewhere && this.#filter
			? this.elsewhere.count(this.#filter)
			: Math.max(0, this.#pages().total - this.all.length)
	);
	/** The dossiers of a large library; null until a filter has asked for them. */
	readonly series = $derived(this.#sources?.table.series ?? null);
	readonly isBusy = $derived(this.#running > 0);
	/** Whether the last part did not come. */
	readonly hasFailed = $derived(this.#hasFailed);

	readonly #seriesById = $derived.by(
		(): ReadonlyMap<string, readonly string[]> =>
			new Map(this.all.flatMap(({ id, series }) => (series ? [[id, series] as const] : [])))
	);

	/** Returns the dossiers that an article stands in. */
	seriesOf = (id: string): readonly string[] => this.#seriesById.get(id) ?? [];

	/** Fetches what a library is narrowed by. One that is here whole has no need of it. */
	async loadFacets(): Promise<FacetTable | null> {
		if (!this.#isLarge() || this.#sources) return this.#sources?.table ?? null;
		const table = await this.#environment.facets().catch(() => null);
		const total = table?.kinds.reduce((sum, { count }) => sum + count, 0);
		// Of another version it would name the wrong files.
		if (table && total === this.#pages().total) this.#sources ??= { table, choices: new Map() };
		return this.#sources?.table ?? null;
	}

	/** Fetches what tells the texts that a filter leaves. Returns false where some of it does not come. */
	async #learn(filter: FacetFilter): Promise<boolean> {
		const table = await this.loadFacets();
		if (!table) return false;
		const wanted = askedChoices(table, filter).filter(
			({ name, value }) => !this.#sources?.choices.has(choiceKey(name, value))
		);
		const found = await Promise.all(
			wanted.map(async (asked) => {
				const texts = await this.#environment.choice(table, asked).catch(() => null);
				return texts && ([choiceKey(asked.name, asked.value), texts] as const);
			})
		);
		const here = found.filter((one) => one !== null);
		this.#sources = { table, choices: new Map([...(this.#sources?.choices ?? []), ...here]) };
		return here.length === found.length;
	}

	/** Fetches the next part that holds an answer. */
	next(): Promise<void> {
		this.#came = 0;
		return this.#run(async () => void (await this.#fetch(1, this.#turn)));
	}

	/**
	 * Fetches what the list of an arrangement needs: nothing where it comes as it is; all that a filter
	 * leaves for words or another order; else one part after the other until there is enough.
	 */
	look(asked: Arrangement, isEnough: () => boolean): Promise<void> {
		if (asked !== this.#lookedFor) this.#came = 0;
		this.#lookedFor = asked;
		const filter = isByFacets(asked) ? asked : null;
		if (asked.query.trim() !== '' || asked.sort !== 'recent') return this.find(filter);
		return this.find(filter, narrows(asked) ? isEnough : () => true);
	}

	/**
	 * Fetches the parts that hold what a filter leaves, all lists with null: every one of them, or one
	 * after the other until there is enough. A later call takes the place of an earlier one.
	 */
	async find(filter: FacetFilter | null, isEnough?: () => boolean): Promise<void> {
		const turn = ++this.#turn;
		this.#filter = filter;
		if (!this.#isLarge()) return;
		await this.#run(async () => {
			if (turn !== this.#turn) return;
			const isKnown = filter === null || (await this.#learn(filter));
			if (!isKnown && turn === this.#turn) this.#filter = null; // all lists are looked through
			if (!isEnough) return void (await this.#fetch(Infinity, turn));
			while (!isEnough() && this.#came < mostAtOnce) if (!(await this.#fetch(1, turn))) return;
		});
	}

	/** Does work after what is under way. */
	#run(work: () => Promise<void>): Promise<void> {
		this.#running++;
		this.#last = this.#last.then(work).finally(() => this.#running--);
		return this.#last;
	}

	/** Fetches so many parts at most. Returns false where none is left, or one does not come. */
	async #fetch(most: number, turn: number): Promise<boolean> {
		if (turn !== this.#turn) return false;
		this.#hasFailed = false;
		const wanted = this.#wanted().slice(0, most);
		const found = new Map(this.#parts);
		for (const part of wanted) {
			const { list, page } = this.#environment;
			const coming = typeof part === 'number' ? list(part) : page(part);
			const listings = await coming.catch(() => null);
			this.#hasFailed = listings === null;
			if (listings) found.set(partKey(part), listings);
			this.#came += listings?.length ?? 0;
			if (!listings || turn !== this.#turn) break;
		}
		if (found.size > this.#parts.size) this.#parts = found;
		return wanted.length > 0 && !this.#hasFailed;
	}

	/** Returns the parts that hold an answer and are not here. */
	#wanted(): readonly Part[] {
		if (this.left === 0) return [];
		const pages = this.#filter && this.#sources && pagesLeft(this.#sources, this.#filter);
		const parts = pages ?? Array.from({ length: this.#pages().lists }, (_, nth) => nth);
		return parts.filter((part) => !this.#parts.has(partKey(part)));
	}

	/** Whether some of the library is not here. */
	#isLarge = (): boolean => this.all.length < this.#pages().total;

	/** Fetches the articles with these ids that are not here: those that the reader has begun. */
	async some(ids: readonly string[]): Promise<void> {
		if (!this.#isLarge()) return;
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

const partKey = (part: Part): string =>
	typeof part === 'number' ? `list ${part}` : `${part.of} ${part.nth} ${part.page}`;

const listOrder = (a: Listing, b: Listing): number =>
	newestFirst({ id: a.id, issued: a.metadata.issued }, { id: b.id, issued: b.metadata.issued });

const facetsOf = ({ metadata, translated: [first], series = [] }: Listing): TextFacets =>
	textFacets(metadata, first?.coverage ?? null, series);
