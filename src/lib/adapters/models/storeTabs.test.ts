import { describe, expect, test, vi } from 'vitest';
import { ok } from '$lib/core/result';
import type { ModelResult } from '$lib/core/machine/modelStore';
import { device } from './device.fixture';
import type * as parts from './fileParts';
import {
	id,
	encoder,
	total,
	hubWith,
	value,
	failure,
	offered,
	got,
	fetched,
	bytesSent,
	eventually
} from './store.fixture';

/** Parts of a tenth of a megabyte, so that small files have several. */
vi.mock('./fileParts', async (original) => ({
	...(await original<typeof parts>()),
	partBytes: 100_000
}));

describe('the reader', () => {
	test('pauses, continues where it stopped, after a restart too, and cancels', async () => {
		const hub = await hubWith();
		hub.ill = { slow: { pieces: 30, ms: 15 } };
		const { tab, cache, kept } = device();
		const here = tab();
		const seen = here.watch(id);
		const coming = here.models.begin(await offered(here, hub));
		await eventually(() => expect(seen.at(-1)).toMatchObject({ kind: 'working' }));
		await eventually(() => expect(fetched(hub, encoder)[0]?.bytes).toBeGreaterThan(50_000));
		here.models.pause(id);
		expect(await failure(coming)).toEqual({ kind: 'stopped' });
		expect(seen.at(-1)).toMatchObject({ kind: 'paused' });
		const held = cache.bytes;
		expect(held).toBeGreaterThan(40_000);

		hub.ill = {};
		const before = hub.asked.length;
		await value(tab().models.resume(id));
		expect(bytesSent(hub, before)).toBe(total - held);
		expect(kept.get(id)?.condition.kind).toBe('whole');

		await value(here.models.remove(id));
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
		await eventually(() => expect(seen.at(-1)).toEqual({ kind: 'absent' }));
	});

	test('cancels in the middle, and nothing is left', async () => {
		const hub = await hubWith();
		hub.ill = { slow: { pieces: 100, ms: 20 } };
		const { tab, cache, kept } = device();
		const here = tab();
		const coming = here.models.begin(await offered(here, hub));
		await eventually(() => expect(fetched(hub, encoder)[0]?.bytes).toBeGreaterThan(5_000));
		await value(here.models.remove(id));
		expect(await failure(coming)).toEqual({ kind: 'stopped' });
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});

	test('sees in a second tab the download of the first, and can pause it there', async () => {
		const hub = await hubWith();
		hub.ill = { slow: { pieces: 40, ms: 15 } };
		const { tab } = device();
		const [one, two] = [tab(), tab()];
		const coming = one.models.begin(await offered(one, hub));
		const seen = two.watch(id);
		await eventually(() =>
			expect(seen.at(-1)).toMatchObject({ kind: 'working', elsewhere: true, work: 'download' })
		);
		expect(await failure(two.models.resume(id))).toEqual({ kind: 'busy' });
		two.models.pause(id);
		expect(await failure(coming)).toEqual({ kind: 'stopped' });
		await eventually(() => expect(seen.at(-1)?.kind).toBe('paused'));
	});
});

describe('another tab at the same time', () => {
	/**
	 * Opens two tabs with a model. The other tab removes it after this one has read the record
	 * `looks` times.
	 */
	async function beingRemoved(looks = 1) {
		const hub = await hubWith();
		const { tab, cache, kept, records } = device();
		const [here, there] = [tab(), tab()];
		await got(here, hub);
		const { get } = records;
		let removing: ModelResult | null = null;
		let looked = 0;
		records.get = async (asked) => {
			const seen = await get(asked);
			if (++looked !== looks) return seen;
			removing = there.models.remove(id);
			// It waits for its turn while this tab works on the model.
			await Promise.race([removing, new Promise((done) => setTimeout(done, 50))]);
			return seen;
		};
		const removed = async () => value(removing ?? Promise.reject(new Error('nobody looked')));
		return { hub, here, there, cache, kept, removed };
	}

	test.each(['open', 'verify', 'resume'] as const)(
		'removes it, and to %s it does not bring anything of it back',
		async (what) => {
			const { hub, here, cache, kept, removed } = await beingRemoved();
			const before = hub.asked.length;
			const done = await here.models[what](id);
			expect(done).toMatchObject(
				what === 'open' ? ok(null) : { ok: false, failure: { kind: 'stopped' } }
			);
			await removed();
			expect([cache.bytes, kept.size]).toEqual([0, 0]);
			expect(bytesSent(hub, before)).toBe(0);
		}
	);

	test('removes the model while this one marks that the browser dropped some of it', async () => {
		const { here, cache, kept, removed } = await beingRemoved(2);
		cache.entries.delete([...cache.entries.keys()][0] ?? '');
		expect(await value(here.models.open(id))).toBeNull();
		await removed();
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});

	test('downloads it again while this one opens it, and it is not marked as damaged', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		const [here, there] = [tab(), tab()];
		await got(here, hub);
		const offer = await offered(there, hub);
		hub.ill = { slow: { pieces: 20, ms: 10 } };
		const { match } = cache;
		let coming: ModelResult | null = null;
		cache.match = async (key) => {
			coming ??= there.models.begin(offer);
			await eventually(() => expect(kept.get(id)?.condition.kind).toBe('coming'));
			return match.call(cache, key);
		};
		expect(await here.models.open(id)).toEqual(ok(null));
		expect(kept.get(id)?.condition).toEqual({ kind: 'coming' });
		cache.match = match;
		await value(coming ?? Promise.reject(new Error('nobody looked')));
		expect(kept.get(id)?.condition).toEqual({ kind: 'whole' });
	});
});

describe('a watcher of the models', () => {
	/** Makes a half-downloaded model in a slow cache. */
	async function halfThere() {
		const hub = await hubWith();
		hub.ill = { cut: { afterBytes: 100_000, times: 9 }, noRange: true };
		const { tab, cache, kept, records } = device({ retryMs: [] });
		await failure(tab().models.begin(await offered(tab(), hub)));
		const { match } = cache;
		cache.match = async (key) => {
			await new Promise((done) => setTimeout(done, 5));
			return match.call(cache, key);
		};
		return { here: tab(), kept, records };
	}

	test('that stops before the first answer is never called', async () => {
		const { here, records } = await halfThere();
		const next = vi.fn();
		here.models.watch(next, () => {})();
		await new Promise((done) => setTimeout(done, 60));
		await records.remove(id);
		await value(here.models.remove(id));
		expect(next).not.toHaveBeenCalled();
	});

	test('gets the present state, not the one from when the counting began', async () => {
		const { here, records } = await halfThere();
		const seen = here.watch(id);
		await records.remove(id);
		await new Promise((done) => setTimeout(done, 100));
		expect(seen.at(-1)).toEqual({ kind: 'absent' });
	});
});
