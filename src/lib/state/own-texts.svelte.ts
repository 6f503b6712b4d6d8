/** The reader’s own texts, each read back out of the database, with its size. */
import { store } from '$lib/compose';
import type { OwnArticle, Store, StoreFailure } from '$lib/core/library/store';

export interface OwnText {
	readonly about: OwnArticle;
	/** Of the text as it is kept; null where it cannot be read. */
	readonly bytes: number | null;
}

export class OwnTexts {
	#texts = $state.raw<readonly OwnText[] | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	#turn = 0;

	/** Null until they have been read. */
	get texts(): readonly OwnText[] | null {
		return this.#texts;
	}

	get failure(): StoreFailure | null {
		return this.#failure;
	}

	/** Follows the library, also as other tabs change it. Returns what stops it. */
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
			(articles) => void this.#read(opened, articles),
			(failure) => (this.#failure = failure)
		);
		signal.addEventListener('abort', stop, { once: true });
	}

	/** Of two readings under way the later one counts. */
	async #read(opened: Store, articles: readonly OwnArticle[]): Promise<void> {
		const turn = ++this.#turn;
		const texts = await Promise.all(
			articles.map(async (about) => ({ about, bytes: await size(opened, about.id) }))
		);
		if (turn === this.#turn) this.#texts = texts;
	}
}

async function size(opened: Store, id: string): Promise<number | null> {
	const read = await opened.article(id);
	return read.ok && read.value
		? new TextEncoder().encode(JSON.stringify(read.value.article)).length
		: null;
}
