import { store } from '$lib/compose';
import type { AlignmentDraft } from '$lib/core/align/draft';
import type { Store, StoreFailure } from '$lib/core/library/store';

/** Translations that are being brought in and are not saved yet, live. */
export class Unfinished {
	#drafts = $state.raw<readonly AlignmentDraft[]>([]);
	#discarded = $state.raw<AlignmentDraft | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);
	#store: Store | null = null;

	/** The one changed last first. */
	readonly drafts = $derived(
		this.#drafts.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
	);
	/** The one that was discarded last: it can be put back. */
	readonly discarded = $derived(this.#discarded);
	readonly failure = $derived(this.#failure);

	/** Returns the end of it. */
	watch(): () => void {
		const ended = new AbortController();
		store().then(
			(opened) => {
				if (ended.signal.aborted) return;
				this.#store = opened;
				const end = opened.watchAlignments(
					(drafts) => (this.#drafts = drafts),
					() => {} // the page itself says that the store does not answer
				);
				ended.signal.addEventListener('abort', end);
			},
			() => {}
		);
		return () => ended.abort();
	}

	async discard(draft: AlignmentDraft): Promise<void> {
		const removed = await this.#store?.removeAlignment(draft.id);
		this.#failure = removed && !removed.ok ? removed.failure : null;
		if (removed?.ok) this.#discarded = draft;
	}

	async putBack(): Promise<void> {
		const draft = this.#discarded;
		const put = draft && (await this.#store?.putAlignment(draft));
		this.#failure = put && !put.ok ? put.failure : null;
		if (put?.ok) this.#discarded = null;
	}
}
