/** A device for tests: one cache, one database, one set of locks, and any number of tabs. */
import type { KeptModel, ModelRecords, ModelState } from '$lib/core/machine/modelStore';
import { ok } from '$lib/core/result';
import type { PartCache } from './fileParts';
import type { Net } from './request';
import type { ModelsEnvironment } from './environment';
import { Models } from './store';
import type { TabMessage, Tabs } from './tabs';
import { serveJobs } from './serveJobs';

/** The used part of a Cache. `roomBytes`: its capacity. */
class FakeCache implements PartCache {
	readonly entries = new Map<string, { readonly body: Uint8Array; readonly headers: Headers }>();
	roomBytes = Infinity;

	async match(key: RequestInfo | URL): Promise<Response | undefined> {
		const entry = this.entries.get(String(key));
		return entry && new Response(entry.body.slice(), { headers: entry.headers });
	}
	async put(key: RequestInfo | URL, response: Response): Promise<void> {
		const body = new Uint8Array(await response.arrayBuffer());
		if (this.bytes + body.length > this.roomBytes)
			throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
		this.entries.set(String(key), { body, headers: response.headers });
	}
	async delete(key: RequestInfo | URL): Promise<boolean> {
		return this.entries.delete(key instanceof Request ? pathOf(key.url) : String(key));
	}
	async keys(): Promise<readonly Request[]> {
		return [...this.entries.keys()].map((key) => new Request(`http://site.test${key}`));
	}
	get bytes(): number {
		return [...this.entries.values()].reduce((sum, { body }) => sum + body.length, 0);
	}
	/** Imitates a fault of the disk: flips one bit of a file. */
	flip(ending: string): void {
		for (const [key, { body }] of this.entries)
			if (key.includes(ending)) body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
	}
}

const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

const noTranslator: ModelsEnvironment['translator'] = { keep: () => {}, drop: () => {} };

export function device(net: Partial<Net> = {}, translator = noTranslator) {
	const cache = new FakeCache();
	const kept = new Map<string, KeptModel>();
	const watchers = new Set<() => void>();
	const held = new Set<string>();
	const bus = new Set<(message: TabMessage) => void>();
	const network: Net = { fetch, stallMs: 2_000, retryMs: [5, 5], ...net };

	const changed = () => watchers.forEach((tell) => tell());
	const records: ModelRecords = {
		watch(next) {
			const tell = () => next([...kept.values()]);
			watchers.add(tell);
			tell();
			return () => watchers.delete(tell);
		},
		get: async (id) => ok(kept.get(id) ?? null),
		put: async (model) => {
			kept.set(model.id, model);
			changed();
			return ok(undefined);
		},
		remove: async (id) => {
			kept.delete(id);
			changed();
			return ok(undefined);
		}
	};

	const tabs = (): Tabs => {
		let own: ((message: TabMessage) => void) | null = null;
		const until = async (isReady: () => boolean) => {
			while (!isReady()) await new Promise((done) => setTimeout(done, 2));
		};
		const hold = async <T>(model: string, work: () => Promise<T>) => {
			held.add(model);
			try {
				return await work();
			} finally {
				held.delete(model);
			}
		};
		return {
			say: (message) => {
				for (const hear of bus) if (hear !== own) queueMicrotask(() => hear(message));
			},
			listen: (next) => {
				own = next;
				bus.add(next);
				return () => bus.delete(next);
			},
			alone: async (model, work) => (held.has(model) ? null : hold(model, work)),
			inTurn: async (model, _, work) => {
				await until(() => !held.has(model));
				return hold(model, work);
			},
			free: (model) => until(() => !held.has(model))
		};
	};

	const tab = () => {
		const models = new Models({
			records,
			persist: () => {},
			translator,
			cache: async () => cache,
			tabs: tabs(),
			start: (hear) => {
				// Like a real worker, it delivers messages later, and none after its end.
				let isEnded = false;
				const post = async (data: unknown) => {
					await Promise.resolve();
					if (!isEnded) hear(data);
				};
				const work = serveJobs((message) => void post(message), {
					cache: async () => cache,
					net: network
				});
				return {
					post: (message) => void work(message),
					end: () => void (isEnded = true)
				};
			}
		});
		const seen: ModelState[] = [];
		const watch = (id: string) => {
			models.watch(
				(states) => seen.push(states.get(id) ?? { kind: 'absent' }),
				() => {}
			);
			return seen;
		};
		return { models, watch };
	};
	return { cache, kept, records, tab };
}
