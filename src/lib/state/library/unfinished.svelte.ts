import { store } from '$lib/compose/store';
import type { BookPairing } from '$lib/core/library/bookPairing';
import type { AlignmentAbout, AlignmentDraft } from '$lib/core/links/draft';
import type { Store } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';

/** Drafts of translations that are not saved yet, those of books too, live. */
export class Unfinished {
	#drafts = $state.raw<readonly AlignmentAbout[]>([]);
	#pairings = $state.raw<readonly BookPairing[]>([]);
	#discarded = $state.raw<AlignmentDraft | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	#store: Store | null = null;

	/** Newest change first. */
	readonly drafts = $derived(
		this.#drafts.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
	);
	/** Those of books, newest change first. */
	readonly pairings = $derived(
		this.#pairings.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
	);
	/** The draft that was discarded last: it can be put back. */
	readonly discarded = $derived(this.#discarded);
	readonly failure = $derived(this.#failure);

	/** Follows the reader’s store. Returns the function that ends it. */
	watch(): () => void {
		const ended = new AbortController();
		store().then(
			(opened) => {
				if (ended.signal.aborted) return;
				this.#store = opened;
				// The page that lists or opens drafts reports the failure.
				const ends = [
					opened.watchAlignments(
						(drafts) => (this.#drafts = drafts),
						() => {}
					),
					opened.watchPairings(
						(pairings) => (this.#pairings = pairings),
						() => {}
					)
				];
				ended.signal.addEventListener('abort', () => ends.forEach((end) => end()));
			},
			() => {}
		);
		return () => ended.abort();
	}

	/** Discards a draft. It is read before, so that it can be put back; one that is damaged cannot. */
	async discard({ id }: AlignmentAbout): Promise<void> {
		const draft = await this.#store?.alignment(id);
		const removed = await this.#store?.removeAlignment(id);
		this.#failure = removed && !removed.ok ? removed.failure : null;
		if (removed?.ok) this.#discarded = draft?.ok ? draft.value : null;
	}

	async putBack(): Promise<void> {
		const draft = this.#discarded;
		const put = draft && (await this.#store?.putAlignment(draft));
		this.#failure = put && !put.ok ? put.failure : null;
		if (put?.ok) this.#discarded = null;
	}
}
