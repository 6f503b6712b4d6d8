/** The reader’s data in this browser, counted for a page that shows it. */
import { inFileWorker } from '$lib/compose/files';
import { store } from '$lib/compose/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Unsubscribe } from '$lib/core/library/store';

export interface StorageUse {
	readonly usage: number;
	readonly quota: number;
}

export class Holdings {
	/** Null until it is known. */
	#articles = $state.raw<number | null>(null);
	#damaged = $state.raw(0);
	#room = $state.raw<StorageUse | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);

	get articles(): number | null {
		return this.#articles;
	}
	get damaged(): number {
		return this.#damaged;
	}
	get room(): StorageUse | null {
		return this.#room;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/** Follows the library. Returns a function that ends it. */
	follow(): Unsubscribe {
		const ended = new AbortController();
		void this.#watch(ended.signal).catch((error: unknown) => {
			this.#failure = { kind: 'failed', message: String(error) };
		});
		return () => ended.abort();
	}

	async #watch(ended: AbortSignal): Promise<void> {
		const library = await store();
		if (ended.aborted) return;
		const stop = library.watchArticles(
			async (articles) => {
				this.#articles = articles.length;
				this.#failure = null;
				const damaged = await inFileWorker({ kind: 'damaged' });
				if (damaged.ok) this.#damaged = damaged.value.count;
				this.#room = await room();
			},
			(failure) => (this.#failure = failure)
		);
		ended.addEventListener('abort', stop);
	}
}

/** Measures the storage in use; null where the browser does not report it. */
async function room(): Promise<StorageUse | null> {
	try {
		const { usage, quota } = await navigator.storage.estimate();
		return usage === undefined || quota === undefined ? null : { usage, quota };
	} catch {
		return null;
	}
}
