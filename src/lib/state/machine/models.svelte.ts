/** The models on this device, for a page that lists them. */
import { offline } from '$lib/compose/store';
import { modelStore } from '$lib/compose/models';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { parseHub, type Hub } from '$lib/core/machine/hub';
import { models } from '$lib/core/machine/model';
import { chosenHub, rememberHub, siteHub } from './hub';
import { OwnModel } from './model.svelte';

export class OwnModels {
	readonly list = models.map((model) => new OwnModel(model, modelStore, () => void this.#look()));
	#failure = $state.raw<StoreFailure | null>(null);
	#freeBytes = $state.raw<number | null>(null);
	#chosenHub = $state.raw<Hub | null>(null);

	/** Why the models cannot be listed. */
	get failure(): StoreFailure | null {
		return this.#failure;
	}
	/** Free space in bytes; null where the browser does not report it. */
	get freeBytes(): number | null {
		return this.#freeBytes;
	}
	get hub(): Hub {
		return this.#chosenHub ?? siteHub;
	}
	get chosenHub(): Hub | null {
		return this.#chosenHub;
	}

	/**
	 * Sets the hub for later downloads; an empty address restores the site’s own. Returns false for
	 * an address that cannot be a hub.
	 */
	chooseHub(address: string): boolean {
		const hub = parseHub(address);
		if (!hub && address.trim() !== '') return false;
		this.#chosenHub = hub;
		rememberHub(hub);
		return true;
	}

	/** Follows the models on this device. Returns a function that ends it. */
	follow(): () => void {
		const ended = new AbortController();
		this.#chosenHub = chosenHub();
		void this.#watch(ended.signal).catch((error: unknown) => {
			this.#failure = { kind: 'failed', message: String(error) };
		});
		return () => ended.abort();
	}

	async #watch(ended: AbortSignal): Promise<void> {
		void this.#look();
		const store = await modelStore();
		if (ended.aborted) return;
		const stop = store.watch(
			(states) => {
				this.#failure = null;
				for (const own of this.list)
					own.show(states.get(own.model.id) ?? { kind: 'absent' }, Date.now());
			},
			(failure) => (this.#failure = failure)
		);
		ended.addEventListener('abort', stop);
	}

	/** Measures the free space. Where the module does not load, the last known value is kept. */
	async #look(): Promise<void> {
		const outside = await offline().catch(() => null);
		const now = await outside?.room();
		if (now !== undefined) this.#freeBytes = now && Math.max(0, now.quotaBytes - now.usedBytes);
	}
}
