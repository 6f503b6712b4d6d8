/** What the worker does with what it is told: one call after another, each settled once. */
import { unreachable } from '../../../core/result';
import { loadFailure, runFailure } from './failure';
import { load, type Loaded } from './load';
import { pause } from './pause';
import type { FromWorker, ToWorker } from './protocol';
import { translate } from './translate';

type Told<Type extends ToWorker['type']> = Extract<ToWorker, { type: Type }>;

export class Service {
	readonly #reply: (message: FromWorker) => void;
	#loaded: Promise<Loaded | null> = Promise.resolve(null);
	#last: Promise<void> = Promise.resolve();
	readonly #cancelled = new Set<number>();

	constructor(reply: (message: FromWorker) => void) {
		this.#reply = reply;
	}

	hear(message: ToWorker): void {
		switch (message.type) {
			case 'load':
				holdLock(message.lock, () => this.#reply({ type: 'alive' }));
				this.#loaded = this.#load(message);
				return;
			case 'translate':
				this.#last = this.#last.then(() => this.#translate(message));
				return;
			case 'cancel':
				this.#cancelled.add(message.id);
				return;
			default:
				return unreachable(message);
		}
	}

	/** A failed load has been said; what was asked of it is then not answered at all. */
	async #load({ model, runtime }: Told<'load'>): Promise<Loaded | null> {
		try {
			const loaded = await load(model, runtime);
			this.#reply({ type: 'loaded' });
			return loaded;
		} catch (error) {
			this.#reply({ type: 'unloadable', failure: loadFailure(error) });
			return null;
		}
	}

	async #translate({ id, sentences, again }: Told<'translate'>): Promise<void> {
		const loaded = await this.#loaded;
		if (!loaded) return;
		try {
			const isDone = await translate(loaded, {
				sentences,
				again,
				goOn: async () => {
					await pause();
					return !this.#cancelled.has(id);
				},
				answered: (index, answer) => this.#reply({ type: 'answer', id, index, answer })
			});
			this.#reply({ type: isDone ? 'done' : 'cancelled', id });
		} catch (error) {
			this.#reply({ type: 'failed', id, failure: runFailure(error) });
		}
		this.#cancelled.delete(id);
	}
}

/** Held until the worker is gone, however it goes. */
function holdLock(name: string, held: () => void): void {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return;
	void navigator.locks.request(name, () => {
		held();
		return new Promise<never>(() => {});
	});
}
