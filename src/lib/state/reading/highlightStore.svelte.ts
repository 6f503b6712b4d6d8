/** The highlights of one article in the reader's library, live. */
import { moment } from '$lib/core/library/moment';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure, StoreResult } from '$lib/core/library/storeFailure';

type NewHighlight = Pick<OwnHighlight, 'article' | 'side' | 'lang' | 'quotes' | 'colour'>;

export class HighlightStore {
	#records = $state.raw<readonly OwnHighlight[]>([]);
	#failure = $state.raw<StoreFailure | null>(null);
	readonly #store: Store;
	readonly close: () => void;

	/** @param article null for all of them */
	constructor(store: Store, article: string | null) {
		this.#store = store;
		this.close = store.watchHighlights(
			article,
			(records) => {
				this.#records = records;
				this.#failure = null;
			},
			(failure) => (this.#failure = failure)
		);
	}

	/** Those that are not removed; the oldest first. */
	get records(): readonly OwnHighlight[] {
		return this.#records;
	}
	get failure(): StoreFailure | null {
		return this.#failure;
	}

	add(made: NewHighlight): StoreResult<OwnHighlight> {
		const addedAt = moment(Date.now());
		const record = { ...made, id: crypto.randomUUID(), note: '', addedAt, changedAt: addedAt };
		return this.#put(record, null);
	}

	/** Changes a highlight; fails with `conflict` if it was changed elsewhere since. */
	change(
		record: OwnHighlight,
		part: Partial<Pick<OwnHighlight, 'colour' | 'note'>>
	): StoreResult<OwnHighlight> {
		return this.#put({ ...record, ...part, changedAt: moment(Date.now()) }, record.changedAt);
	}

	remove(record: OwnHighlight): StoreResult<OwnHighlight> {
		const changedAt = moment(Date.now());
		return this.#put({ ...record, deleted: true, changedAt }, record.changedAt);
	}

	/** Restores `record` over `removed`, which is what its removal left. */
	restore(record: OwnHighlight, removed: OwnHighlight): StoreResult<OwnHighlight> {
		return this.#put({ ...record, changedAt: moment(Date.now()) }, removed.changedAt);
	}

	/** Writes a highlight. It is in `records` at once: the store tells of it a little later. */
	async #put(record: OwnHighlight, base: string | null): StoreResult<OwnHighlight> {
		const put = await this.#store.putHighlight(record, base);
		if (!put.ok) return put;
		const others = this.#records.filter(({ id }) => id !== record.id);
		this.#records = put.value.deleted ? others : [...others, put.value];
		return put;
	}
}
