/** One model as the reader gets it, keeps it and lets it go. */
import type { Hub } from '$lib/core/machine/hub';
import type { Model } from '$lib/core/machine/model';
import type {
	Given,
	ModelFailure,
	ModelState,
	ModelStore,
	Offer,
	Outcome
} from '$lib/core/machine/modelStore';
import { paced, secondsLeft, type Moment } from '$lib/core/machine/pace';

/** What the reader did last with it, as far as it still stands to be said. */
export type Step =
	| { readonly kind: 'none' }
	/** null: the site itself. */
	| { readonly kind: 'asking'; readonly hub: Hub | null }
	| { readonly kind: 'offered'; readonly offer: Offer }
	| { readonly kind: 'failed'; readonly failure: ModelFailure }
	| { readonly kind: 'done'; readonly what: 'downloaded' | 'copied' | 'verified' | 'removed' };

export class OwnModel {
	readonly model: Model;
	readonly #store: () => Promise<ModelStore<Blob>>;
	readonly #changed: () => void;
	/** null while it is not known. */
	#state = $state.raw<ModelState | null>(null);
	#step = $state.raw<Step>({ kind: 'none' });
	#moments = $state.raw<readonly Moment[]>([]);

	/** `changed`: something came or went, and with it the room. */
	constructor(model: Model, store: () => Promise<ModelStore<Blob>>, changed: () => void) {
		this.model = model;
		this.#store = store;
		this.#changed = changed;
	}

	get state(): ModelState | null {
		return this.#state;
	}
	get step(): Step {
		return this.#step;
	}
	/** null where it cannot be told. */
	get secondsLeft(): number | null {
		const { state } = this;
		const ofBytes = state?.kind === 'working' ? state.progress.ofBytes : null;
		return ofBytes === null ? null : secondsLeft(this.#moments, ofBytes);
	}

	/** What the store says of it now. */
	show(state: ModelState, nowMs: number): void {
		this.#moments =
			state.kind === 'working'
				? paced(this.#moments, { atMs: nowMs, bytes: state.progress.bytes })
				: [];
		this.#state = state;
	}

	/** Asks a hub, or with null the site itself: nothing but what it has. */
	async ask(hub: Hub | null): Promise<void> {
		const asking = { kind: 'asking', hub } as const;
		this.#step = asking;
		const source = hub ? ({ kind: 'hub', hub } as const) : ({ kind: 'site' } as const);
		// Whoever answers after the reader has gone another way has nothing to say.
		const isWanted = () => this.#step === asking;
		const asked = await this.#during((store) => store.ask(this.model.id, source), isWanted);
		if (asked && isWanted()) this.#step = { kind: 'offered', offer: asked.value };
	}

	decline(): void {
		this.#step = { kind: 'none' };
	}

	async accept(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'offered') return;
		await this.#do('downloaded', (store) => store.begin(step.offer));
	}

	resume(): Promise<void> {
		return this.#do('downloaded', (store) => store.resume(this.model.id));
	}

	take(given: readonly Given<Blob>[]): Promise<void> {
		return this.#do('copied', (store) => store.take(this.model.id, given));
	}

	/** What the reader gave cannot be taken. */
	refuse(failure: ModelFailure): void {
		this.#step = { kind: 'failed', failure };
	}

	async pause(): Promise<void> {
		(await this.#store()).pause(this.model.id);
	}

	async verify(): Promise<void> {
		this.#step = { kind: 'none' };
		const read = await this.#during((store) => store.verify(this.model.id));
		if (read?.value.length === 0) this.#step = { kind: 'done', what: 'verified' };
	}

	remove(): Promise<void> {
		return this.#do('removed', (store) => store.remove(this.model.id));
	}

	async #do(
		what: Extract<Step, { kind: 'done' }>['what'],
		work: (store: ModelStore<Blob>) => Outcome
	): Promise<void> {
		this.#step = { kind: 'none' };
		if (await this.#during(work)) this.#step = { kind: 'done', what };
	}

	/** Null where it failed, which is then said; what the reader stopped themselves needs no words. */
	async #during<T>(
		work: (store: ModelStore<Blob>) => Outcome<T>,
		isWanted = () => true
	): Promise<{ readonly value: T } | null> {
		const failed = (failure: ModelFailure) => {
			if (isWanted()) this.#step = { kind: 'failed', failure };
		};
		try {
			const result = await work(await this.#store());
			if (result.ok) return result;
			if (result.failure.kind !== 'stopped') failed(result.failure);
		} catch (error) {
			failed({ kind: 'failed', message: String(error) });
		} finally {
			this.#changed();
		}
		return null;
	}
}
