/** What of the reader’s lies in this browser, for a page that shows it. */
import { store } from '$lib/compose';
import type { StoreFailure, Unsubscribe } from '$lib/core/library/store';

export interface Room {
	readonly usage: number;
	readonly quota: number;
}

export class Holdings {
	/** null while it is not known. */
	#articles = $state.raw<number | null>(null);
	#damaged = $state.raw(0);
	#room = $state.raw<Room | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);

	get articles(): number | null {
		return this.#articles;
	}
	get damaged(): number {
		return this.#damaged;
	}
	get room(): Room | null {
		return this.#room;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/** Follows the library until it is told to stop. */
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
				const damaged = await library.damaged();
				if (damaged.ok) this.#damaged = damaged.value.length;
				this.#room = await room();
			},
			(failure) => (this.#failure = failure)
		);
		ended.addEventListener('abort', stop);
	}
}

/** null where the browser does not say. */
async function room(): Promise<Room | null> {
	try {
		const { usage, quota } = await navigator.storage.estimate();
		return usage === undefined || quota === undefined ? null : { usage, quota };
	} catch {
		return null;
	}
}
