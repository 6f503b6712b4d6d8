/** How things stand with every model: what the records say, and who is at work. */
import type { StoreFailure, Unsubscribe } from '$lib/core/library/store';
import type {
	KeptModel,
	ModelRecords,
	ModelState,
	Progress,
	Work
} from '$lib/core/machine/modelStore';
import type { Result } from '$lib/core/result';
import { heldBytes, type PartCache } from './parts';
import type { Saying, Tabs } from './tabs';

type Working = Extract<ModelState, { kind: 'working' }>;
export type Next = (states: ReadonlyMap<string, ModelState>) => void;

export class Overview {
	readonly #tabs: Tabs;
	readonly #records: ModelRecords;
	readonly #cache: () => Promise<PartCache>;
	readonly #kept = new Map<string, KeptModel>();
	/** What is there of a model that is still to come. */
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

	/** This tab is at work. */
	progress(model: string, work: Work, progress: Progress): void {
		this.#working.set(model, { kind: 'working', work, progress, elsewhere: false });
		this.#tell();
		this.#tabs.say({ type: 'progress', model, work, progress });
	}

	/**
	 * Nobody is at it any more; `kept` is what became of it. Where that cannot be read, what was known
	 * stands.
	 */
	async done(model: string, kept: Result<KeptModel | null, StoreFailure>): Promise<void> {
		if (kept.ok && kept.value) await this.#know(kept.value);
		else if (kept.ok) this.#kept.delete(model);
		this.#working.delete(model);
		this.#tell();
	}

	hear(message: Exclude<Saying, { type: 'stop' }>): void {
		if (message.type === 'who') return this.#introduce();
		const { model, work, progress } = message;
		const known = this.#working.get(model);
		if (known && !known.elsewhere) return; // said before that tab let go
		this.#working.set(model, { kind: 'working', work, progress, elsewhere: true });
		this.#tell();
		if (!known) void this.#awaitEnd(model);
	}

	#introduce(): void {
		for (const [model, { work, progress, elsewhere }] of this.#working)
			if (!elsewhere) this.#tabs.say({ type: 'progress', model, work, progress });
	}

	/** However the other tab ends: what it left is read anew. */
	async #awaitEnd(model: string): Promise<void> {
		await this.#tabs.free(model);
		await this.done(model, await this.#records.get(model));
	}

	/** The record at once: what comes after it may come before its bytes are counted. */
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
			return 0; // nothing can be read
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
