import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Result } from '$lib/core/result';

export type Unlock = () => void;
/**
 * Locks a draft to this tab; null where another tab has it. With `waits` it waits for that tab until
 * the signal is aborted.
 */
export type LockDraft = (id: string, waits?: AbortSignal) => Promise<Unlock | null>;

export interface DraftEnvironment<Draft> {
	readonly lock: LockDraft;
	readonly write: (draft: Draft) => Promise<Result<unknown, StoreFailure>>;
	readonly remove: (id: string) => Promise<unknown>;
	/**
	 * A change is written once there has been none for this long, in milliseconds; when the page is
	 * hidden or left at once. Default: every change is written at once.
	 */
	readonly restMs?: () => number | undefined;
}

/**
 * A draft that is written to the store at every change, one write at a time, while this tab has its
 * lock. Drafts are compared by identity: a change is a new object.
 */
export class KeptDraft<Draft extends { readonly id: string }> {
	#value = $state.raw<Draft | null>(null);
	#written = $state.raw<Draft | null>(null);
	#discarded = $state.raw<Draft | null>(null);
	#refused = $state.raw<StoreFailure | null>(null);
	#unlock: Unlock | null = null;
	/** The removal of the discarded draft: it is not restored before that is done. */
	#removing: Promise<void> | null = null;
	#isWriting = false;
	/** The end of the last write, or of the one under way. */
	#writing = Promise.resolve();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Whether the draft has become a record: it is written no more. */
	#isDone = false;
	/** Whether the page has been left: the lock is released as soon as the last change is written. */
	#isClosed = false;
	readonly #environment: DraftEnvironment<Draft>;

	constructor(environment: DraftEnvironment<Draft>) {
		this.#environment = environment;
	}

	readonly value = $derived(this.#value);
	readonly isWritten = $derived(this.#value !== null && this.#value === this.#written);
	/** The draft that was discarded last, until it is put back. */
	readonly discarded = $derived(this.#discarded);
	/** Why the last attempt to write or save changed nothing. */
	readonly refused = $derived(this.#refused);

	get isLocked(): boolean {
		return this.#unlock !== null;
	}

	/** Locks the draft `id`; keeps a lock that this tab has. Returns whether it is locked now. */
	async lock(id: string): Promise<boolean> {
		// A discarded draft may have the same lock until it is removed.
		await this.#removing;
		this.#unlock ??= await this.#environment.lock(id);
		if (this.#isClosed) this.unlock();
		return this.isLocked;
	}

	/** Lets other tabs have the draft. */
	unlock(): void {
		this.#unlock?.();
		this.#unlock = null;
	}

	/** Continues a draft that the store holds already. */
	resume(draft: Draft): void {
		this.begin(draft);
		this.#written = draft;
	}

	/** Begins a draft that is written with its first change. */
	begin(draft: Draft): void {
		this.#value = draft;
		this.#isDone = false;
	}

	/** Replaces the draft and writes it, unless it is finished: at once, or after a rest. */
	async change(draft: Draft): Promise<void> {
		this.#value = draft;
		const restMs = this.#environment.restMs?.();
		if (restMs === undefined) return this.write();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.write(), restMs);
	}

	/** Writes what waits to be written. Call it when the page is hidden. */
	flush = (): void => {
		clearTimeout(this.#timer);
		void this.write();
	};

	refuse(failure: StoreFailure | null): void {
		this.#refused = failure;
	}

	/** Writes the draft until the newest version is written; a call during a write waits for it. */
	write(): Promise<void> {
		if (!this.#isWriting) {
			this.#isWriting = true;
			this.#writing = this.#writeAll();
		}
		return this.#writing;
	}

	async #writeAll(): Promise<void> {
		while (this.#value && !this.isWritten && !this.#isDone) {
			const draft = this.#value;
			const written = await this.#environment.write(draft);
			this.#refused = written.ok ? null : written.failure;
			if (!written.ok) break;
			this.#written = draft;
		}
		this.#isWriting = false;
		if (this.#isClosed) this.unlock();
	}

	/** Removes the draft from the store once it has been saved as a record. */
	async finish(): Promise<void> {
		clearTimeout(this.#timer);
		this.#isDone = true;
		this.#refused = null;
		if (this.#value) await this.#remove(this.#value.id);
	}

	/** Discards the draft; `restore` undoes it. */
	async discard(): Promise<void> {
		const draft = this.#value;
		if (!draft) return;
		clearTimeout(this.#timer);
		this.#value = this.#written = null;
		this.#refused = null;
		this.#discarded = draft;
		this.#removing = this.#remove(draft.id);
		await this.#removing;
	}

	/**
	 * Puts the discarded draft back in place of the present one, to be written by the next `write`.
	 * Returns false, and leaves it discarded, where another tab has locked it.
	 */
	async restore(): Promise<boolean> {
		const draft = this.#discarded;
		if (!draft) return false;
		this.#discarded = null;
		await this.#removing;
		this.unlock();
		if (await this.lock(draft.id)) {
			this.#written = null;
			this.begin(draft);
		} else this.#discarded = draft;
		return this.isLocked;
	}

	/** Lets the discarded draft go: it can no longer be put back. */
	forget(): void {
		this.#discarded = null;
	}

	/** Removes a draft, and releases the lock that this tab has on it now. */
	async #remove(id: string): Promise<void> {
		const unlock = this.#unlock;
		this.#unlock = null;
		await this.#environment.remove(id);
		unlock?.();
	}

	/** Undoes `close`. */
	open(): void {
		this.#isClosed = false;
	}

	/** Lets other tabs have the draft once its last change is written. */
	close(): void {
		this.#isClosed = true;
		clearTimeout(this.#timer);
		void this.write();
	}
}
