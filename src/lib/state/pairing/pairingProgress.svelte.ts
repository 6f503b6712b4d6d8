import { askStore } from '$lib/core/library/askStore';
import {
	hasFailed,
	isDone,
	isIncluded,
	isWaiting,
	latestOf,
	type BookPairing,
	type ChapterPair,
	type PairOutcome
} from '$lib/core/library/bookPairing';
import { moment } from '$lib/core/library/moment';
import type { Store, Unsubscribe } from '$lib/core/library/store';
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { BookJob } from './bookJob.svelte';

interface FailedPair {
	readonly at: number;
	readonly pair: ChapterPair;
}

/** How far the alignment of a book’s translation is, live, whichever tab works on it. */
export class PairingProgress {
	#pairing = $state.raw<BookPairing | null>(null);
	#failure = $state.raw<StoreFailure | null>(null);

	constructor(
		readonly job: BookJob,
		readonly open: () => Promise<Store>,
		readonly now: () => number
	) {}

	/** The record; null where there is none. */
	readonly pairing = $derived(this.#pairing);
	/** Why the last thing that the reader asked for changed nothing. */
	readonly failure = $derived(this.#failure);
	readonly isRunning = $derived.by(() => this.job.step.kind === 'running');
	/** Whether another tab is matching the chapters. */
	readonly isElsewhere = $derived.by(() => this.job.step.kind === 'elsewhere' && this.isWaiting);
	/** Whether the pairs are being matched, in this tab or another. */
	readonly isBusy = $derived(this.isRunning || this.isElsewhere);
	readonly both = $derived((this.#pairing?.pairs ?? []).filter(isIncluded));
	readonly saved = $derived(this.both.filter(({ outcome }) => outcome === 'saved').length);
	/** The article that can be read first; null where none is saved. */
	readonly first = $derived.by(() => {
		const [source] = this.both.find(({ outcome }) => outcome === 'saved')?.source ?? [];
		return (source === undefined ? null : this.#pairing?.articles[source]) ?? null;
	});
	readonly failed = $derived(
		(this.#pairing?.pairs ?? []).flatMap((pair, at): readonly FailedPair[] =>
			hasFailed(pair) ? [{ at, pair }] : []
		)
	);
	/** Those that failed for a reason that may be gone. */
	readonly retriable = $derived(
		this.failed.filter(({ pair: { outcome } }) => outcome === 'broken' || outcome === 'missing')
	);
	readonly isWaiting = $derived(this.both.some(isWaiting));

	/** Follows the record, and begins to work as soon as something waits. Returns its end. */
	watch(): Unsubscribe {
		const ended = new AbortController();
		const failed = (failure: StoreFailure) => (this.#failure = failure);
		this.open().then(
			(store) => {
				if (ended.signal.aborted) return;
				const end = store.watchPairings((pairings) => this.#take(pairings), failed);
				ended.signal.addEventListener('abort', end);
			},
			(error: unknown) => failed({ kind: 'failed', message: String(error) })
		);
		return () => ended.abort();
	}

	#take(pairings: readonly BookPairing[]): void {
		const before = this.#pairing;
		this.#pairing = latestOf(pairings, this.job.book);
		if (this.#pairing?.step !== 'aligning' || this.#pairing.paused) return;
		// A job that failed is tried again when the reader comes back, not at every change.
		const isDue = before?.step !== 'aligning' || this.job.step.kind !== 'failed';
		if (isDue && (this.isWaiting || isDone(this.#pairing))) void this.job.run();
	}

	pause = (): void => void this.job.stop();

	resume = (): void => void this.job.resume();

	/** Tries a pair once more. `anyway`: whatever the two look like. */
	async retry(at: number, outcome: Extract<PairOutcome, 'anyway' | 'waiting'>): Promise<void> {
		const pair = this.#pairing?.pairs[at];
		if (pair && (await this.#wait(pair, outcome))) this.resume();
	}

	/** Tries all that failed once more, except what another attempt changes nothing of. */
	retryAll = async (): Promise<void> => {
		const waiting = await Promise.all(
			this.retriable.map(({ pair }) => this.#wait(pair, 'waiting'))
		);
		if (waiting.some((isWritten) => isWritten)) this.resume();
	};

	/** Lets a pair that failed wait again. Returns false where that could not be written. */
	async #wait(pair: ChapterPair, outcome: 'anyway' | 'waiting'): Promise<boolean> {
		const id = this.#pairing?.id;
		if (id === undefined || this.isBusy) return false;
		const saved = { translations: [], changedAt: moment(this.now()) };
		return this.#ask((store) => store.savePair(id, { ...pair, outcome }, saved));
	}

	/** Ends without the pairs that failed: what is saved stays. */
	async finish(): Promise<void> {
		const pairing = this.#pairing;
		if (pairing) await this.#ask((store) => store.removePairing(pairing.id));
	}

	async #ask(question: Parameters<typeof askStore<unknown>>[1]): Promise<boolean> {
		const asked = await askStore(this.open, question);
		this.#failure = asked.ok ? null : asked.failure;
		return asked.ok;
	}
}
