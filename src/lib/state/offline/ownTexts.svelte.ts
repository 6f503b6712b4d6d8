/* eslint-disable svelte/prefer-svelte-reactivity -- the map that is shown is replaced, never changed */
/** The reader’s own texts, each read back from the database, with its size. */
import { inFileWorker } from '$lib/compose/files';
import { store } from '$lib/compose/store';
import type { OwnArticle } from '$lib/core/library/ownArticle';
import type { OwnBook } from '$lib/core/library/ownBook';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import { withBooks, type TextOfBook } from '$lib/core/library/withBooks';

export interface OwnText extends TextOfBook {
	/**
	 * Size of the text and its translations as they are stored; null where it cannot be read,
	 * undefined until it has been read.
	 */
	readonly bytes: number | null | undefined;
}

/** Number of texts that the worker reads before the page shows their sizes. */
const textsAtOnce = 100;

export class OwnTexts {
	#about = $state.raw<readonly TextOfBook[] | null>(null);
	#bytes = $state.raw<ReadonlyMap<string, number | null>>(new Map());
	#failure = $state.raw<StoreFailure | null>(null);
	/** When each text that has been read was changed last. */
	#read = new Map<string, string>();
	#turn = 0;

	/** Null until the library answers. */
	readonly texts = $derived(
		this.#about?.map((text): OwnText => ({ ...text, bytes: this.#bytes.get(text.about.id) })) ??
			null
	);
	/** Number of texts that have not been read back. */
	readonly left = $derived(this.texts?.filter(({ bytes }) => bytes === undefined).length ?? null);

	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/** Follows the library, also as other tabs change it. Returns a function that ends it. */
	start(): () => void {
		const stop = new AbortController();
		this.#follow(stop.signal).catch((error: unknown) => {
			this.#failure = { kind: 'failed', message: String(error) };
		});
		return () => stop.abort();
	}

	async #follow(signal: AbortSignal): Promise<void> {
		const opened = await store();
		if (signal.aborted) return;
		const stop = opened.watchArticles(
			(articles, _, books) => {
				this.#failure = null;
				void this.#readBack(articles, books, signal);
			},
			(failure) => (this.#failure = failure)
		);
		signal.addEventListener('abort', stop, { once: true });
	}

	/** Reads the texts that are new or changed, in a worker. Of two runs the later one counts. */
	async #readBack(
		articles: readonly OwnArticle[],
		books: readonly OwnBook[],
		signal: AbortSignal
	): Promise<void> {
		const turn = ++this.#turn;
		this.#about = withBooks(articles, books);
		const unread = articles.filter(({ id, changedAt }) => this.#read.get(id) !== changedAt);
		for (let at = 0; at < unread.length; at += textsAtOnce) {
			const part = unread.slice(at, at + textsAtOnce);
			const found = await inFileWorker({ kind: 'sizes', ids: part.map(({ id }) => id) });
			if (turn !== this.#turn || signal.aborted) return;
			const sizes = found.ok ? found.value.bytes : new Map<string, number>();
			this.#bytes = new Map([
				...this.#bytes,
				...part.map(({ id }) => [id, sizes.get(id) ?? null] as const)
			]);
			for (const { id, changedAt } of part) this.#read.set(id, changedAt);
		}
	}
}
