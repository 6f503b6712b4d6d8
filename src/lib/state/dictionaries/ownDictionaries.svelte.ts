/** The reader’s dictionaries: listed, added from files, put in order, removed and restored. */
import type { AddFailure } from '$lib/adapters/dictionaries/protocol';
import type { OpenStore } from '$lib/adapters/db/store';
import { askDictionaries } from '$lib/compose/dictionaries';
import { store } from '$lib/compose/store';
import { askStore } from '$lib/core/library/askStore';
import type { Unsubscribe } from '$lib/core/library/store';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';
import type { Result } from '$lib/core/result';
import type { OwnDictionary } from '$lib/core/words/dictionary/dictionary';

type Added = Result<OwnDictionary, AddFailure>;

export type Notice =
	| { readonly kind: 'none' | 'cancelled' | 'gone' }
	| { readonly kind: 'added'; readonly added: readonly Added[] }
	| {
			readonly kind: 'moved';
			readonly name: string;
			readonly place: number;
			readonly count: number;
	  }
	| { readonly kind: 'removed'; readonly dictionary: OwnDictionary }
	| { readonly kind: 'restored'; readonly name: string }
	| { readonly kind: 'failed'; readonly failure: StoreFailure };

export class OwnDictionaries {
	/** Null until it is known. */
	#list = $state.raw<readonly OwnDictionary[] | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	/** The share of the files that is read, from 0 to 1; null where none are. */
	#done = $state.raw<number | null>(null);
	#notice = $state.raw<Notice>({ kind: 'none' });
	#abort = new AbortController();
	#queue: Promise<void> = Promise.resolve();

	get list(): readonly OwnDictionary[] | null {
		return this.#list;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}
	get done(): number | null {
		return this.#done;
	}
	get notice(): Notice {
		return this.#notice;
	}

	/** Follows the list. Returns a function that ends it. */
	follow(): Unsubscribe {
		const ended = new AbortController();
		const failed = (failure: StoreFailure) => (this.#failure = failure);
		store().then(
			(opened) => {
				if (ended.signal.aborted) return;
				const stop = opened.watchDictionaries((list) => {
					this.#list = list;
					this.#failure = null;
				}, failed);
				ended.signal.addEventListener('abort', stop);
			},
			(error: unknown) => failed({ kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	/** Adds files, after those that are being added. */
	add = (files: readonly File[]): Promise<void> =>
		(this.#queue = this.#queue.then(() => this.#add(files)));

	cancel = (): void => this.#abort.abort();

	/** Puts a dictionary at a place of the list, from 0. */
	async move(id: string, to: number): Promise<void> {
		const list = this.#list ?? [];
		const moved = list.find((one) => one.id === id);
		if (!moved || to < 0 || to >= list.length) return;
		const order = list.filter((one) => one !== moved).toSpliced(to, 0, moved);
		this.#list = order;
		const done = await this.#ask((store) => store.orderDictionaries(order.map(({ id }) => id)));
		if (done.ok)
			this.#notice = { kind: 'moved', name: moved.name, place: to + 1, count: list.length };
	}

	async remove(dictionary: OwnDictionary): Promise<void> {
		const done = await this.#ask((store) => store.removeDictionary(dictionary.id));
		if (done.ok) this.#notice = { kind: 'removed', dictionary };
	}

	async restore({ id, name }: OwnDictionary): Promise<void> {
		const done = await this.#ask((store) => store.restoreDictionary(id));
		if (done.ok) this.#notice = done.value ? { kind: 'restored', name } : { kind: 'gone' };
	}

	async #add(files: readonly File[]): Promise<void> {
		this.#abort = new AbortController();
		this.#done = 0;
		this.#notice = { kind: 'none' };
		// A worker waits for an older tab, and cannot say so.
		const opened = await this.#ask((store) => store.opens());
		if (opened.ok) await this.#addInWorker(files);
		this.#done = null;
	}

	async #addInWorker(files: readonly File[]): Promise<void> {
		const named = files.map((blob) => ({ name: blob.name, blob }));
		const added = await askDictionaries(
			{ kind: 'add', files: named },
			{ signal: this.#abort.signal, progress: (done) => (this.#done = done) }
		);
		if (added.ok) this.#notice = { kind: 'added', added: added.value.added };
		else if (added.failure.kind === 'aborted') this.#notice = { kind: 'cancelled' };
		else {
			const { failure } = added;
			this.#notice = {
				kind: 'failed',
				failure: failure.kind === 'store' ? failure.failure : { ...failure, kind: 'failed' }
			};
		}
	}

	/** Asks the store, and shows why it failed. */
	async #ask<T>(question: (library: OpenStore) => StoreResult<T>) {
		const asked = await askStore(store, question);
		if (!asked.ok) this.#notice = { kind: 'failed', failure: asked.failure };
		return asked;
	}
}
