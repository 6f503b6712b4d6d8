/* eslint-disable svelte/prefer-svelte-reactivity -- these sets never change */
/**
 * Keeping a part of a large library for reading offline: its size before, a bar while it comes, a
 * pause, and removal. What has come when it is paused stays; going on fetches the rest.
 */
import { version } from '$app/environment';
import type { FillFailure } from '$lib/adapters/offline';
import { offline } from '$lib/compose/store';
import type { LibraryItem, Plan } from '$lib/core/offline/plan';

export type ItemName = Pick<LibraryItem, 'kind' | 'id'>;

export interface Amount {
	readonly articles: number;
	readonly bytes: number;
}

/** Number of items that come before the list of what is kept is written. */
const itemsAtOnce = 20;

type Adapter = Awaited<ReturnType<typeof offline>>;

export class Keeping {
	readonly #wanted: readonly ItemName[] | 'everything';
	#all = $state.raw<Amount | null>(null);
	#kept = $state.raw<readonly LibraryItem[]>([]);
	#done = $state.raw<number | null>(null);
	#isPausing = $state(false);
	#failure = $state.raw<FillFailure | null>(null);
	#isUnknown = $state(false);
	#keeper = $state<'none' | 'site' | 'reader'>('none');

	constructor(wanted: readonly ItemName[] | 'everything') {
		this.#wanted = wanted;
	}

	/** What is to be kept; null until it is known, and where the site keeps all of it by itself. */
	readonly all = $derived(this.#all);
	readonly kept = $derived(amount(this.#kept));
	readonly left = $derived<Amount | null>(
		this.#all && {
			articles: Math.max(0, this.#all.articles - this.kept.articles),
			bytes: Math.max(0, this.#all.bytes - this.kept.bytes)
		}
	);
	/** Bytes that are kept while more come; null while none do. */
	readonly done = $derived(this.#done);
	readonly isPausing = $derived(this.#isPausing);
	/** Why the last attempt stopped. */
	readonly failure = $derived(this.#failure);
	/** The site did not say what there is. */
	readonly isUnknown = $derived(this.#isUnknown);

	/**
	 * Who decides what is kept: the site, which keeps all of a small library, or the reader; `none` where
	 * nothing of the site is kept, as in a browser that cannot.
	 */
	readonly keeper = $derived(this.#keeper);

	/** Finds out how large it is, and what of it is kept. */
	async look(): Promise<void> {
		const adapter = await offline().catch(() => null);
		const plan = await adapter?.basePlan(version).catch(() => null);
		this.#isUnknown = !adapter || !plan;
		if (plan) this.#keeper = plan.library ? 'reader' : 'site';
		if (!adapter || !plan?.library) return;
		await this.#look(adapter, plan);
	}

	async #look(adapter: Adapter, plan: Plan): Promise<void> {
		const stored = await adapter.keptItems(version);
		if (this.#wanted === 'everything') {
			this.#kept = stored;
			const { articles = 0, bytes = 0 } = plan.library ?? {};
			this.#all = { articles, bytes };
			return;
		}
		const wanted = new Set(this.#wanted.map(nameOf));
		const here = stored.filter((item) => wanted.has(nameOf(item)));
		// What is kept whole is known without the site.
		const isHere = here.length === wanted.size;
		const items = isHere ? here : await adapter.libraryItems(plan, this.#wanted);
		this.#isUnknown = items === null;
		if (!items) return;
		const names = new Set(items.map(nameOf));
		this.#kept = stored.filter((item) => names.has(nameOf(item)));
		this.#all = amount(items);
	}

	/** Fetches what is not kept yet, until it is paused. */
	async keep(): Promise<void> {
		if (this.#done !== null) return;
		this.#done = this.kept.bytes;
		this.#failure = null;
		this.#isPausing = false;
		await this.#keep().catch(() => (this.#isUnknown = true));
		this.#done = null;
		this.#isPausing = false;
	}

	async #keep(): Promise<void> {
		const adapter = await offline();
		const plan = await adapter.basePlan(version);
		const items = plan && (await this.#items(adapter, plan));
		this.#isUnknown = !items;
		const names = new Set(this.#kept.map(nameOf));
		const queue = (items ?? []).filter((item) => !names.has(nameOf(item)));
		while (queue.length > 0 && !this.#isPausing && !this.#failure) {
			const batch = queue.splice(0, itemsAtOnce);
			const filled = await adapter.fetchFiles(version, batch.flatMap(entriesOf), () => {});
			if (filled.ok) await this.#add(adapter, batch);
			else this.#failure = filled.failure;
		}
	}

	#items = (adapter: Adapter, plan: Plan): Promise<readonly LibraryItem[] | null> =>
		this.#wanted === 'everything'
			? adapter.allItems(plan)
			: adapter.libraryItems(plan, this.#wanted);

	async #add(adapter: Adapter, batch: readonly LibraryItem[]): Promise<void> {
		await adapter.addItems(version, batch).catch(() => {
			this.#failure = { kind: 'full', left: batch.length };
		});
		if (this.#failure) return;
		this.#kept = [...this.#kept, ...batch];
		this.#done = this.kept.bytes;
	}

	/** Stops after the files that are coming. */
	pause(): void {
		this.#isPausing = true;
	}

	/** Removes from this device what of it is kept. */
	async remove(): Promise<void> {
		this.#failure = null;
		try {
			const adapter = await offline();
			await adapter.removeItems(version, this.#kept);
			this.#kept = [];
			this.#isUnknown = false;
		} catch {
			this.#isUnknown = true;
		}
	}
}

const nameOf = ({ kind, id }: ItemName): string => `${kind} ${id}`;

const entriesOf = ({ entries }: LibraryItem) => entries;

const amount = (items: readonly LibraryItem[]): Amount => ({
	articles: items.filter(({ kind }) => kind === 'article').length,
	bytes: items.flatMap(entriesOf).reduce((sum, { bytes }) => sum + bytes, 0)
});
