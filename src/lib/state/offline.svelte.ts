/** What the page "Available offline" shows: what is kept, found by reading it back. */
import { version } from '$app/environment';
import { offline } from '$lib/compose';
import type { FillFailure, Promised, Room } from '$lib/adapters/offline';
import { inventory, type Conditions, type Inventory } from '$lib/core/offline/inventory';
import type { Plan } from '$lib/core/offline/plan';

export type Availability =
	| { readonly kind: 'checking' }
	/** The browser cannot. */
	| { readonly kind: 'unsupported' }
	/** The browser will not, and says why. */
	| { readonly kind: 'refused'; readonly message: string }
	| { readonly kind: 'installing'; readonly done: number; readonly of: number }
	/** The first visit’s installation broke off. */
	| { readonly kind: 'stopped' }
	/** Nothing of this version is kept, and the server has another one. */
	| { readonly kind: 'unknown' }
	| { readonly kind: 'repairing'; readonly done: number; readonly of: number }
	/** As `inventory` says. */
	| { readonly kind: 'known' };

type Adapter = Awaited<ReturnType<typeof offline>>;

export class Offline {
	readonly #ui: string;
	#availability = $state.raw<Availability>({ kind: 'checking' });
	#inventory = $state.raw<Inventory | null>(null);
	#failure = $state.raw<FillFailure | null>(null);
	#isOnline = $state(true);
	#room = $state.raw<Room | null>(null);
	#promised = $state<Promised>('unknown');
	#hasAsked = $state(false);
	#known: { readonly plan: Plan; readonly conditions: Conditions } | null = null;

	constructor(ui: string) {
		this.#ui = ui;
	}

	get availability(): Availability {
		return this.#availability;
	}

	/** What the last reading back found, also while the next one is under way. */
	get inventory(): Inventory | null {
		return this.#inventory;
	}

	get isBusy(): boolean {
		return ['checking', 'installing', 'repairing'].includes(this.#availability.kind);
	}

	/** Why the last repair did not bring everything. */
	get failure(): FillFailure | null {
		return this.#failure;
	}

	get isOnline(): boolean {
		return this.#isOnline;
	}

	get room(): Room | null {
		return this.#room;
	}

	get promised(): Promised {
		return this.#promised;
	}

	/** Whether the reader asked for the promise on this visit. */
	get hasAsked(): boolean {
		return this.#hasAsked;
	}

	/** Follows the network, and checks. Returns what stops it. */
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

	/** Waits for the first installation where it is under way, then reads everything back. */
	async check(): Promise<void> {
		this.#availability = { kind: 'checking' };
		this.#failure = null;
		const adapter = await offline();
		this.#availability = await this.#wait(adapter).catch((error: unknown) => ({
			kind: 'refused',
			message: error instanceof Error ? error.message : String(error)
		}));
		this.#room = await adapter.room();
		this.#promised = await adapter.promised();
	}

	async #wait(adapter: Adapter): Promise<Availability> {
		const registered = await adapter.register();
		if (!registered.ok) return registered.failure;
		const stop = adapter.watchProgress(({ done, of, ...progress }) => {
			if (progress.version === version && this.#availability.kind !== 'known')
				this.#availability = { kind: 'installing', done, of };
		});
		const isThere = await adapter.installed(registered.value);
		stop();
		return isThere ? this.#readBack(adapter) : { kind: 'stopped' };
	}

	async #readBack(adapter: Adapter): Promise<Availability> {
		const plan = (await adapter.keptPlan(version)) ?? (await adapter.servedPlan(version));
		if (!plan) return { kind: 'unknown' };
		const conditions = await adapter.readBack(plan);
		this.#known = { plan, conditions };
		this.#inventory = inventory(plan, conditions, this.#ui);
		return { kind: 'known' };
	}

	/** Brings what is missing or damaged, and reads everything back again. */
	async repair(): Promise<void> {
		if (!this.#known || this.isBusy) return;
		const { plan, conditions } = this.#known;
		const wanted = plan.entries.filter(({ path }) => conditions.get(path) !== 'sound');
		const adapter = await offline();
		this.#availability = { kind: 'repairing', done: 0, of: wanted.length };
		const filled = await adapter.fill(plan, wanted, (done, of) => {
			this.#availability = { kind: 'repairing', done, of };
		});
		this.#failure = filled.ok ? null : filled.failure;
		this.#availability = await this.#readBack(adapter);
		this.#room = await adapter.room();
	}

	async askForPromise(): Promise<void> {
		this.#promised = await (await offline()).askForPromise();
		this.#hasAsked = true;
	}
}
