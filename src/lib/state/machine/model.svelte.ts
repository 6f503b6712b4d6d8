/** A translation model on this device: asked for, downloaded, verified and removed. */
import type { Hub } from '$lib/core/machine/hub';
import type { Model } from '$lib/core/machine/model';
import type {
	Given,
	ModelFailure,
	ModelState,
	ModelStore,
	Offer,
	ModelResult
} from '$lib/core/machine/modelStore';
import type { SlowReason } from '$lib/core/machine/slow';
import { slowReason } from './slow';
import { recentMoments, secondsLeft, type Moment } from '$lib/core/machine/eta';

/** The reader's last action on the model, and its outcome, until the page no longer shows it. */
export type ModelStep =
	| { readonly kind: 'none' }
	/** `hub` is null for the site itself. */
	| { readonly kind: 'asking'; readonly hub: Hub | null }
	| { readonly kind: 'offered'; readonly offer: Offer }
	| { readonly kind: 'failed'; readonly failure: ModelFailure }
	| { readonly kind: 'done'; readonly what: 'downloaded' | 'copied' | 'verified' | 'removed' };

export class OwnModel {
	readonly model: Model;
	readonly #store: () => Promise<ModelStore<Blob>>;
	readonly #changed: () => void;
	/** Null until the store has reported it. */
	#state = $state.raw<ModelState | null>(null);
	#step = $state.raw<ModelStep>({ kind: 'none' });
	#moments = $state.raw<readonly Moment[]>([]);

	/** `changed` is called after every action, because the free space may have changed. */
	constructor(model: Model, store: () => Promise<ModelStore<Blob>>, changed: () => void) {
		this.model = model;
		this.#store = store;
		this.#changed = changed;
	}

	get state(): ModelState | null {
		return this.#state;
	}
	get step(): ModelStep {
		return this.#step;
	}
	/** Why it last ran the slower way; null if it did not. */
	get slow(): SlowReason | null {
		return this.#state?.kind === 'whole' ? slowReason(this.model.id) : null;
	}
	/** Seconds until the download is complete; null where that cannot be estimated. */
	get secondsLeft(): number | null {
		const { state } = this;
		const ofBytes = state?.kind === 'working' ? state.progress.ofBytes : null;
		return ofBytes === null ? null : secondsLeft(this.#moments, ofBytes);
	}

	/** Shows the state that the store reports. */
	show(state: ModelState, nowMs: number): void {
		this.#moments =
			state.kind === 'working'
				? recentMoments(this.#moments, { atMs: nowMs, bytes: state.progress.bytes })
				: [];
		this.#state = state;
	}

	/** Asks a hub, or with null the site itself, which files it offers. Downloads nothing. */
	async ask(hub: Hub | null): Promise<void> {
		const asking = { kind: 'asking', hub } as const;
		this.#step = asking;
		const source = hub ? ({ kind: 'hub', hub } as const) : ({ kind: 'site' } as const);
		// Ignore answers that arrive after the reader chose something else.
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

	/** Shows that the reader's files cannot be used. */
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
		what: Extract<ModelStep, { kind: 'done' }>['what'],
		work: (store: ModelStore<Blob>) => ModelResult
	): Promise<void> {
		this.#step = { kind: 'none' };
		if (await this.#during(work)) this.#step = { kind: 'done', what };
	}

	/**
	 * Runs an action on the store. Returns null where it failed, and shows the failure, unless the
	 * reader stopped the action.
	 */
	async #during<T>(
		work: (store: ModelStore<Blob>) => ModelResult<T>,
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
