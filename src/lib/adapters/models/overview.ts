/** Keeps the state of every model: from the records, and from the tabs at work. */
import type { StoreFailure } from '$lib/core/library/storeFailure';
import type { Unsubscribe } from '$lib/core/library/store';
import type {
	KeptModel,
	ModelRecords,
	ModelState,
	ModelProgress,
	ModelTask
} from '$lib/core/machine/modelStore';
import type { Result } from '$lib/core/result';
import { heldBytes, type PartCache } from './fileParts';
import type { TabMessage, Tabs } from './tabs';

type Working = Extract<ModelState, { kind: 'working' }>;
export type Next = (states: ReadonlyMap<string, ModelState>) => void;

export class Overview {
	readonly #tabs: Tabs;
	readonly #records: ModelRecords;
	readonly #cache: () => Promise<PartCache>;
	readonly #kept = new Map<string, KeptModel>();
	/** Bytes stored of each model whose download is not finished. */
	readonly #held = new Map<string, number>();
	readonly #working = new Map<string, Working>();
	readonly #watchers = new Set<Next>();

	constructor(tabs: Tabs, records: ModelRecords, cache: () => Promise<PartCache>) {
		this.#tabs = tabs;
		this.#records = records;
		this.#cache = cache;
	}

	watch(next: Next, failed: (failure: StoreFailure) => void): Unsubscribe {
		let ended = false;
		const unwatch = this.#records.watch(async (kept) => {
			const gone = [...this.#kept.keys()].filter((id) => !kept.some((it) => it.id === id));
			gone.forEach((id) => this.#kept.delete(id));
			await Promise.all(kept.map((it) => this.#know(it)));
			if (ended) return;
			this.#watchers.add(next);
			this.#tell();
			this.#tabs.say({ type: 'who' });
		}, failed);
		return () => {
			ended = true;
			unwatch();
			this.#watchers.delete(next);
		};
	}

	/** Records and announces the progress of work in this tab. */
	progress(model: string, work: ModelTask, progress: ModelProgress): void {
		this.#working.set(model, { kind: 'working', work, progress, elsewhere: false });
		this.#tell();
		this.#tabs.say({ type: 'progress', model, work, progress });
	}

	/**
	 * Ends the work on a model; `kept` is its record afterwards. If the record cannot be read, the
	 * last known state stays.
	 */
	async done(model: string, kept: Result<KeptModel | null, StoreFailure>): Promise<void> {
		if (kept.ok && kept.value) await this.#know(kept.value);
		else if (kept.ok) this.#kept.delete(model);
		this.#working.delete(model);
		this.#tell();
	}

	hear(message: Exclude<TabMessage, { type: 'stop' }>): void {
		if (message.type === 'who') return this.#introduce();
		const { model, work, progress } = message;
		const known = this.#working.get(model);
		if (known && !known.elsewhere) return; // sent before that tab released the lock
		this.#working.set(model, { kind: 'working', work, progress, elsewhere: true });
		this.#tell();
		if (!known) void this.#awaitEnd(model);
	}

	#introduce(): void {
		for (const [model, { work, progress, elsewhere }] of this.#working)
			if (!elsewhere) this.#tabs.say({ type: 'progress', model, work, progress });
	}

	/** Waits until the other tab ends, in whatever way, and reads the record again. */
	async #awaitEnd(model: string): Promise<void> {
		await this.#tabs.free(model);
		await this.done(model, await this.#records.get(model));
	}

	/** Stores the record before it counts the bytes: a later record may arrive meanwhile. */
	async #know(kept: KeptModel): Promise<void> {
		this.#kept.set(kept.id, kept);
		if (kept.condition.kind === 'coming') this.#held.set(kept.id, await this.#bytesOf(kept));
	}

	async #bytesOf({ id, files }: KeptModel): Promise<number> {
		try {
			const cache = await this.#cache();
			const held = await Promise.all(files.map(({ name }) => heldBytes(cache, id, name)));
			return held.reduce((total, bytes) => total + bytes, 0);
		} catch {
			return 0; // the cache cannot be read
		}
	}

	#tell(): void {
		const ids = new Set([...this.#kept.keys(), ...this.#working.keys()]);
		const states = new Map([...ids].map((id) => [id, this.#state(id)]));
		for (const next of this.#watchers) next(states);
	}

	#state(id: string): ModelState {
		const working = this.#working.get(id);
		if (working) return working;
		const kept = this.#kept.get(id);
		if (!kept) return { kind: 'absent' };
		const { condition } = kept;
		if (condition.kind === 'whole') return { kind: 'whole', kept };
		if (condition.kind === 'damaged') return { kind: 'damaged', kept, names: condition.names };
		return { kind: 'paused', kept, bytes: this.#held.get(id) ?? 0 };
	}
}
