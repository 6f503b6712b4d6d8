/**
 * The state of the page "Available offline": the files that are kept, found by reading them back.
 */
import { version } from '$app/environment';
import { offline } from '$lib/compose/store';
import type { FillFailure, StoragePromise, StorageRoom } from '$lib/adapters/offline';
import { messageOf } from '$lib/core/errorMessage';
import { inventory, type Conditions, type Inventory } from '$lib/core/offline/inventory';
import { withItems } from '$lib/core/offline/items';
import type { LibraryItem, Plan, PlanLibrary } from '$lib/core/offline/plan';

export type Availability =
	| { readonly kind: 'checking' }
	/** The browser has no service workers. */
	| { readonly kind: 'unsupported' }
	/** The browser refuses, with a reason. */
	| { readonly kind: 'refused'; readonly message: string }
	| { readonly kind: 'installing'; readonly done: number; readonly of: number }
	/** The installation at the first visit was interrupted; `failure` where the reason is known. */
	| { readonly kind: 'stopped'; readonly failure: FillFailure | null }
	/** The part of the app that this page needs did not load. */
	| { readonly kind: 'unloaded' }
	/** No file of this version is kept, and the server has another version. */
	| { readonly kind: 'unknown' }
	| { readonly kind: 'repairing'; readonly done: number; readonly of: number }
	/** The files are listed in `inventory`. */
	| { readonly kind: 'known' };

/**
 * Longest silence of an installation, in milliseconds: longer than that of the server in all its
 * requests (`fetchWhole.ts`), so that the reason usually comes first.
 */
const silenceMs = 75_000;

/** Time for a reason to come after the news that an installation has failed, in milliseconds. */
const reasonMs = 500;

type Adapter = Awaited<ReturnType<typeof offline>>;

/** `whole`: the plan with what the reader has chosen. */
interface Known {
	readonly plan: Plan;
	readonly whole: Plan;
	readonly conditions: Conditions;
}

export class Offline {
	readonly #ui: string;
	#availability = $state.raw<Availability>({ kind: 'checking' });
	#inventory = $state.raw<Inventory | null>(null);
	#failure = $state.raw<FillFailure | null>(null);
	#isOnline = $state(true);
	#room = $state.raw<StorageRoom | null>(null);
	#promised = $state<StoragePromise>('unknown');
	#hasAsked = $state(false);
	#known: Known | null = null;
	#library = $state.raw<PlanLibrary | null>(null);
	#items = $state.raw<readonly LibraryItem[]>([]);

	constructor(ui: string) {
		this.#ui = ui;
	}

	get availability(): Availability {
		return this.#availability;
	}

	/** The result of the last check, also while the next one is under way. */
	get inventory(): Inventory | null {
		return this.#inventory;
	}

	/** The library that the reader chooses from; null where all of it is kept. */
	get library(): PlanLibrary | null {
		return this.#library;
	}

	/** What the reader has chosen or opened of it. */
	get items(): readonly LibraryItem[] {
		return this.#items;
	}

	get isBusy(): boolean {
		return ['checking', 'installing', 'repairing'].includes(this.#availability.kind);
	}

	/** Why the last repair is incomplete. */
	get failure(): FillFailure | null {
		return this.#failure;
	}

	get isOnline(): boolean {
		return this.#isOnline;
	}

	get room(): StorageRoom | null {
		return this.#room;
	}

	get promised(): StoragePromise {
		return this.#promised;
	}

	/** Whether the reader asked for persistent storage on this visit. */
	get hasAsked(): boolean {
		return this.#hasAsked;
	}

	/** Follows the network, and checks. Returns a function that ends it. */
	start(): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		const look = () => (this.#isOnline = navigator.onLine);
		look();
		addEventListener('online', look, { signal });
		addEventListener('offline', look, { signal });
		this.check();
		return () => stop.abort();
	}

	/** Waits for the first installation if it is under way, then reads every file back. */
	async check(): Promise<void> {
		this.#availability = { kind: 'checking' };
		this.#failure = null;
		const adapter = await offline().catch(() => null);
		if (!adapter) return void (this.#availability = { kind: 'unloaded' });
		this.#availability = await this.#wait(adapter).catch(refused);
		this.#room = await adapter.room();
		this.#promised = await adapter.promised();
	}

	async #wait(adapter: Adapter): Promise<Availability> {
		const registered = await adapter.register();
		if (!registered.ok) return registered.failure;
		let failure: FillFailure | null = null;
		let giveUp = () => {};
		const silence = new Promise<boolean>((resolve) => (giveUp = () => resolve(false)));
		let limit = setTimeout(giveUp, silenceMs);
		const stop = adapter.watchProgress((message) => {
			clearTimeout(limit);
			limit = setTimeout(giveUp, silenceMs);
			if (message.type === 'failed') failure = { kind: message.kind, left: message.left };
			else this.#availability = { kind: 'installing', done: message.done, of: message.of };
		});
		const isThere = await Promise.race([adapter.installed(registered.value), silence]);
		if (!isThere && !failure) await new Promise((soon) => setTimeout(soon, reasonMs));
		clearTimeout(limit);
		stop();
		return isThere ? this.#readBack(adapter) : { kind: 'stopped', failure };
	}

	async #readBack(adapter: Adapter): Promise<Availability> {
		const plan = (await adapter.basePlan(version)) ?? (await adapter.servedPlan(version));
		if (!plan) return { kind: 'unknown' };
		const items = await adapter.keptItems(version);
		const whole = withItems(plan, items);
		const conditions = await adapter.readBack(whole);
		this.#known = { plan, whole, conditions };
		this.#library = plan.library ?? null;
		this.#items = items;
		this.#inventory = inventory(whole, conditions, this.#ui);
		return { kind: 'known' };
	}

	/** Removes an article or a dossier from this device. */
	async remove(item: LibraryItem): Promise<void> {
		const adapter = await offline().catch(() => null);
		await adapter?.removeItems(version, [item]);
		await this.check();
	}

	/** Fetches missing and damaged files, then reads every file back again. */
	async repair(): Promise<void> {
		if (!this.#known || this.isBusy) return;
		const { plan, whole, conditions } = this.#known;
		const wanted = whole.entries.filter(({ path }) => conditions.get(path) !== 'sound');
		this.#availability = { kind: 'repairing', done: 0, of: wanted.length };
		this.#failure = null;
		this.#availability = await this.#repair(plan, wanted).catch(refused);
	}

	async #repair(plan: Plan, wanted: Plan['entries']): Promise<Availability> {
		const adapter = await offline().catch(() => null);
		if (!adapter) return { kind: 'unloaded' };
		const filled = await adapter.fill(plan, wanted, (done, of) => {
			this.#availability = { kind: 'repairing', done, of };
		});
		this.#room = await adapter.room();
		const read = await this.#readBack(adapter);
		this.#failure = filled.ok ? null : filled.failure;
		return read;
	}

	async askForPromise(): Promise<void> {
		this.#promised = await (await offline()).askForPromise();
		this.#hasAsked = true;
	}
}

const refused = (error: unknown): Availability => ({ kind: 'refused', message: messageOf(error) });
