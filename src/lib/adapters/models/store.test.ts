import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '$lib/core/result';
import { formatManifest } from '$lib/core/machine/manifest';
import type { Hub } from '$lib/core/machine/hub';
import type { ModelFailure, Offer, Outcome } from '$lib/core/machine/modelStore';
import {
	commitOfToday,
	madeUp,
	standIn,
	type ModelFiles,
	type StandIn
} from '../../../../tests/hub';
import { device } from './device.fixture';
import { fileOf } from './files';
import { partBytes, type PartCache } from './parts';

const id = 'Xenova/opus-mt-sv-en';
const other = 'Xenova/opus-mt-en-sv';
const encoder = 'onnx/encoder_model_quantized.onnx';
const files = madeUp('sv', 'en');
const total = Object.values(files).reduce((sum, { length }) => sum + length, 0);

const open: StandIn[] = [];
async function hubWith(content: ModelFiles = files): Promise<StandIn> {
	const hub = await standIn({ [id]: content });
	open.push(hub);
	return hub;
}
afterEach(async () => {
	vi.unstubAllGlobals();
	await Promise.all(open.splice(0).map((hub) => hub.close()));
});

async function value<T>(outcome: Outcome<T>): Promise<T> {
	const result = await outcome;
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value;
}
async function failure(outcome: Outcome<unknown>): Promise<ModelFailure | null> {
	const result = await outcome;
	return result.ok ? null : result.failure;
}
const source = (hub: StandIn) => ({ kind: 'hub', hub: hub.url as Hub }) as const;
/** Whether a file lies there just as it is. */
async function isKept(cache: PartCache, name: string, content?: Buffer): Promise<boolean> {
	const there = Buffer.from(await (await fileOf(cache, id, name)).arrayBuffer());
	return content !== undefined && there.equals(content);
}
type Tab = ReturnType<ReturnType<typeof device>['tab']>;
const offered = (tab: Tab, hub: StandIn): Promise<Offer> => value(tab.models.ask(id, source(hub)));
const got = async (tab: Tab, hub: StandIn): Promise<void> =>
	value(tab.models.begin(await offered(tab, hub)));

const fetched = (hub: StandIn, name: string) =>
	hub.asked.filter(({ path }) => path.endsWith(`/${encodeURIComponent(name)}`));
/** What was sent of files, of the requests from this one on. */
const bytesSent = (hub: StandIn, since = 0): number =>
	hub.asked
		.slice(since)
		.filter(({ path }) => /^\/[0-9a-f]{64}\//.test(path))
		.reduce((sum, { bytes }) => sum + bytes, 0);

async function eventually(check: () => void): Promise<void> {
	for (let tries = 0; tries < 400; tries++) {
		try {
			return check();
		} catch {
			await new Promise((done) => setTimeout(done, 5));
		}
	}
	check();
}

describe('a model from a hub', () => {
	test('is asked for by its commit, comes whole, and is read back as it was', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		const here = tab();
		const seen = here.watch(id);
		const offer = await offered(here, hub);
		expect(offer.commit).toBe(commitOfToday);
		expect(offer.files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)).toBe(total);
		expect(hub.asked.map(({ path }) => path)).toEqual([
			`/api/models/${id}`,
			`/api/models/${id}/tree/${commitOfToday}?recursive=true`
		]);
		expect(cache.bytes).toBe(0);

		await value(here.models.begin(offer));
		expect(kept.get(id)?.condition).toEqual({ kind: 'whole' });
		expect(seen.at(-1)?.kind).toBe('whole');
		for (const [name, content] of Object.entries(files))
			expect(await isKept(cache, name, content)).toBe(true);
		expect(await value(here.models.open(id))).toMatchObject({ id, revision: commitOfToday });
		expect(await value(here.models.open(other))).toBeNull();
	});

	test('has what runs it kept beside it, not before and not after', async () => {
		const hub = await hubWith();
		const translator = { keep: vi.fn(), drop: vi.fn() };
		const here = device({}, translator).tab();
		const offer = await offered(here, hub);
		expect(translator.keep).not.toHaveBeenCalled();
		await value(here.models.begin(offer));
		expect(translator.keep).toHaveBeenCalledOnce();
		expect(translator.drop).not.toHaveBeenCalled();
		await value(here.models.remove(id));
		expect(translator.drop).toHaveBeenCalledOnce();
	});

	test('stays the commit that was agreed to, when the hub goes on', async () => {
		const hub = await hubWith();
		const { tab, kept } = device();
		const offer = await offered(tab(), hub);
		hub.commit = 'f'.repeat(40);
		await value(tab().models.begin(offer));
		expect(kept.get(id)?.commit).toBe(commitOfToday);
		expect(hub.asked.every(({ path }) => !path.includes('main'))).toBe(true);
	});

	test('larger than a part lies in parts', async () => {
		const big = madeUp('sv', 'en', 2 * partBytes + 1000);
		const hub = await hubWith(big);
		const { tab, cache } = device();
		await got(tab(), hub);
		const parts = [...cache.entries.keys()].filter((key) => key.includes('encoder'));
		expect(parts.length).toBeGreaterThan(1);
		expect(await isKept(cache, encoder, big[encoder])).toBe(true);
	});

	test('tells how it goes, never backwards, to its end', async () => {
		const hub = await hubWith();
		const here = device().tab();
		const seen = here.watch(id);
		await got(here, hub);
		const bytes = seen.flatMap((state) => (state.kind === 'working' ? [state.progress.bytes] : []));
		expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
		expect(bytes.at(-1)).toBe(total);
	});
});

describe('a lost connection', () => {
	test('is taken up again where it broke off', async () => {
		const hub = await hubWith();
		hub.ill = { cut: { afterBytes: 100_000, times: 2 } };
		const { tab, kept } = device();
		await got(tab(), hub);
		expect(kept.get(id)?.condition.kind).toBe('whole');
		const ranges = fetched(hub, encoder).map(({ range }) => range);
		expect(ranges).toEqual([null, 'bytes=100000-', 'bytes=200000-']);
		expect(bytesSent(hub)).toBe(total);
	});

	test('begins the file anew where the server gives no ranges', async () => {
		const hub = await hubWith();
		hub.ill = { noRange: true, cut: { afterBytes: 100_000, times: 1 } };
		const { tab, kept } = device();
		await got(tab(), hub);
		expect(kept.get(id)?.condition.kind).toBe('whole');
		expect(fetched(hub, encoder).map(({ range }) => range)).toEqual([null, 'bytes=100000-']);
		expect(bytesSent(hub)).toBe(total + 100_000);
	});

	test('for good is said, and what came is kept for the next time', async () => {
		const hub = await hubWith();
		hub.ill = { cut: { afterBytes: 100_000, times: 2 }, noRange: true };
		const { tab, kept } = device({ retryMs: [] });
		const here = tab();
		const seen = here.watch(id);
		expect(await failure(here.models.begin(await offered(here, hub)))).toMatchObject({
			kind: 'broken-off'
		});
		expect(kept.get(id)?.condition.kind).toBe('coming');
		const small = total - 2 * 300_000;
		expect(seen.at(-1)).toMatchObject({ kind: 'paused', bytes: small + 100_000 });
		expect(await value(here.models.open(id))).toBeNull();

		hub.ill = {};
		const next = tab(); // after a restart
		await value(next.models.resume(id));
		expect(fetched(hub, encoder).at(-1)?.range).toBe('bytes=100000-');
		expect(kept.get(id)?.condition.kind).toBe('whole');
	});

	test('that left a spoiled part does not spoil the file', async () => {
		const hub = await hubWith();
		hub.ill = { cut: { afterBytes: 100_000, times: 9 }, noRange: true };
		const { tab, kept, cache } = device({ retryMs: [] });
		await failure(tab().models.begin(await offered(tab(), hub)));
		cache.flip('encoder');
		hub.ill = {};
		await value(tab().models.resume(id));
		expect(kept.get(id)?.condition.kind).toBe('whole');
		expect(fetched(hub, encoder).at(-1)?.range).toBeNull();
	});
});

describe('the reader', () => {
	test('pauses, goes on where it stopped, after a restart too, and cancels', async () => {
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

	test('has two tabs: one downloads, the other shows it, and may pause it', async () => {
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

describe('a hub on a bad day', () => {
	const asked = async (ill: StandIn['ill']) => {
		const hub = await hubWith();
		hub.ill = ill;
		return failure(device({ stallMs: 100 }).tab().models.ask(id, source(hub)));
	};

	test('that is down, refuses, knows nothing, or talks nonsense is told apart', async () => {
		expect(await asked({ status: 503 })).toMatchObject({ kind: 'refused', status: 503 });
		expect(await asked({ status: 404 })).toMatchObject({ kind: 'absent', name: id });
		expect(await asked({ nonsense: true })).toMatchObject({ kind: 'unclear' });
		const hub = await hubWith();
		await hub.close();
		const down = device().tab().models.ask(id, source(hub));
		expect(await failure(down)).toEqual({ kind: 'unreachable', host: hub.host });
	});

	test('that lacks a file says which, before anything is fetched', async () => {
		const { [encoder]: _, ...rest } = files;
		const hub = await hubWith(rest);
		expect(await failure(device().tab().models.ask(id, source(hub)))).toEqual({
			kind: 'lacking',
			names: [encoder]
		});
	});

	test('that answers but sends nothing is slow', async () => {
		const hub = await hubWith();
		const here = device({ stallMs: 150, retryMs: [] }).tab();
		const offer = await offered(here, hub);
		hub.ill = { slow: { pieces: 2, ms: 5_000 } };
		expect(await failure(here.models.begin(offer))).toMatchObject({ kind: 'slow' });
	});

	test.each([
		['another byte', { flip: encoder }, 'wrong'],
		['a file too short', { truncate: 1 }, 'wrong'],
		['no file', { lost: 'encoder_model_quantized.onnx' }, 'absent']
	] as const)('that sends %s never has it count as there', async (_, ill, kind) => {
		const hub = await hubWith();
		const { tab, kept, cache } = device();
		const here = tab();
		const offer = await offered(here, hub);
		hub.ill = ill;
		expect(await failure(here.models.begin(offer))).toMatchObject({ kind });
		expect(kept.get(id)?.condition.kind).toBe('coming');
		expect(await value(here.models.open(id))).toBeNull();
		hub.ill = {};
		await value(here.models.resume(id));
		expect(await isKept(cache, encoder, files[encoder])).toBe(true);
	});

	test('that has another model under the name: nothing of it stays', async () => {
		const hub = await hubWith(madeUp('en', 'sv'));
		const { tab, cache, kept } = device();
		const here = tab();
		const offer = await offered(here, hub);
		expect(await failure(here.models.begin(offer))).toEqual({ kind: 'other', says: 'en–sv' });
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});

	test('and a disk that is full: said, and gone on with when there is room', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		cache.roomBytes = 400_000;
		const here = tab();
		expect(await failure(here.models.begin(await offered(here, hub)))).toEqual({ kind: 'full' });
		expect(kept.get(id)?.condition.kind).toBe('coming');
		cache.roomBytes = Infinity;
		await value(here.models.resume(id));
		expect(kept.get(id)?.condition.kind).toBe('whole');
	});
});

describe('what lies on the disk', () => {
	test('is read back: a flipped byte is found, and that file alone is brought again', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		const here = tab();
		await got(here, hub);
		expect(await value(here.models.verify(id))).toEqual([]);
		cache.flip('encoder');
		expect(await value(here.models.verify(id))).toEqual([encoder]);
		expect(kept.get(id)?.condition).toEqual({ kind: 'damaged', names: [encoder] });
		expect(await value(here.models.open(id))).toBeNull();
		const before = hub.asked.length;
		const seen = here.watch(id);
		await value(here.models.resume(id));
		expect(bytesSent(hub, before)).toBe(files[encoder]?.length);
		// The bar begins with what is there, the files after this one too.
		const bytes = seen.flatMap((state) => (state.kind === 'working' ? state.progress.bytes : []));
		expect(Math.min(...bytes.filter((of) => of > 0))).toBeGreaterThan(300_000);
		expect(await value(here.models.open(id))).not.toBeNull();
	});

	test('may be dropped by the browser: then it does not count as there', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		await got(tab(), hub);
		const key = [...cache.entries.keys()].find((key) => key.includes('encoder')) ?? '';
		cache.entries.delete(key);
		expect(await value(tab().models.open(id))).toBeNull();
		expect(kept.get(id)?.condition).toEqual({ kind: 'damaged', names: [encoder] });
	});
});

describe('another tab meanwhile', () => {
	/** Two tabs, a model, and the other tab removing it as soon as this one has looked so often. */
	async function beingRemoved(looks = 1) {
		const hub = await hubWith();
		const { tab, cache, kept, records } = device();
		const [here, there] = [tab(), tab()];
		await got(here, hub);
		const { get } = records;
		let removing: Outcome | null = null;
		let looked = 0;
		records.get = async (asked) => {
			const seen = await get(asked);
			if (++looked !== looks) return seen;
			removing = there.models.remove(id);
			// It waits its turn where this tab is at the model.
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

	test('removes it while this one says that the browser has dropped some of it', async () => {
		const { here, cache, kept, removed } = await beingRemoved(2);
		cache.entries.delete([...cache.entries.keys()][0] ?? '');
		expect(await value(here.models.open(id))).toBeNull();
		await removed();
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});

	test('brings it anew while this one opens it: what is on its way is not marked as damaged', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		const [here, there] = [tab(), tab()];
		await got(here, hub);
		const offer = await offered(there, hub);
		hub.ill = { slow: { pieces: 20, ms: 10 } };
		const { match } = cache;
		let coming: Outcome | null = null;
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

describe('a browser that refuses', () => {
	test('its files, or the database: that is said', async () => {
		const refusing = device();
		await got(refusing.tab(), await hubWith());
		refusing.cache.match = () => Promise.reject(new DOMException('no', 'SecurityError'));
		expect(await failure(refusing.tab().models.open(id))).toEqual({ kind: 'unsupported' });

		const lost = device();
		const gone = { kind: 'failed', message: 'connection lost' } as const;
		lost.records.get = async () => fail(gone);
		expect(await failure(lost.tab().models.open(id))).toEqual({ kind: 'store', failure: gone });
	});

	test('its database: the models stand as they were last known', async () => {
		const { tab, records } = device();
		const here = tab();
		const seen = here.watch(id);
		await got(here, await hubWith());
		records.get = records.remove = async () => fail({ kind: 'failed', message: 'lost' });
		expect(await failure(here.models.verify(id))).toMatchObject({ kind: 'store' });
		expect(await failure(here.models.remove(id))).toMatchObject({ kind: 'store' });
		expect(seen.at(-1)?.kind).toBe('whole');
	});
});

describe('whoever follows how models stand', () => {
	/** A model half there, in a cache that takes its time. */
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

	test('and stops before the first answer never hears of them', async () => {
		const { here, records } = await halfThere();
		const next = vi.fn();
		here.models.watch(next, () => {})();
		await new Promise((done) => setTimeout(done, 60));
		await records.remove(id);
		await value(here.models.remove(id));
		expect(next).not.toHaveBeenCalled();
	});

	test('sees what is, not what was while it was looked at', async () => {
		const { here, records } = await halfThere();
		const seen = here.watch(id);
		await records.remove(id);
		await new Promise((done) => setTimeout(done, 100));
		expect(seen.at(-1)).toEqual({ kind: 'absent' });
	});
});

describe('a model from the site itself', () => {
	/** The site’s folder, as a host serves it. */
	function site(folder: Readonly<Record<string, Buffer | string>>, missing = 404) {
		vi.stubGlobal('location', { href: 'http://site.test/en/settings/' });
		return device({
			fetch: async (address) => {
				const content = folder[address.replace(`/models/${id}/`, '')];
				return content === undefined
					? new Response('<html>', { status: missing })
					: new Response(typeof content === 'string' ? content : new Uint8Array(content));
			}
		});
	}
	const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
	const manifest = (content: ModelFiles, model = id) =>
		formatManifest({
			model,
			commit: commitOfToday,
			files: Object.entries(content).map(([name, it]) => ({
				name,
				bytes: it.length,
				sha256: sha256(it)
			}))
		});

	test.each([404, 200])('comes without a manifest (missing files: %i)', async (missing) => {
		const { tab, kept } = site(files, missing);
		const here = tab();
		const offer = await value(here.models.ask(id, { kind: 'site' }));
		expect(offer.commit).toBeNull();
		await value(here.models.begin(offer));
		expect(kept.get(id)?.files.every(({ digest }) => digest?.kind === 'sha256')).toBe(true);
		expect((await value(here.models.open(id)))?.revision).toMatch(/^files-/);
		expect(await value(here.models.verify(id))).toEqual([]);
	});

	test('is held against its manifest', async () => {
		const right = site({ ...files, 'manifest.json': manifest(files) }).tab();
		const offer = await value(right.models.ask(id, { kind: 'site' }));
		expect(offer.commit).toBe(commitOfToday);
		await value(right.models.begin(offer));

		const wrong = site({ ...files, 'manifest.json': manifest(madeUp('sv', 'en', 300_001)) }).tab();
		const begun = wrong.models.begin(await value(wrong.models.ask(id, { kind: 'site' })));
		expect((await failure(begun))?.kind).toMatch(/wrong|broken-off/);
		const others = site({ ...files, 'manifest.json': manifest(files, other) }).tab();
		expect(await failure(others.models.ask(id, { kind: 'site' }))).toEqual({
			kind: 'other',
			says: other
		});
	});

	test('that is not there is said', async () => {
		const nowhere = site({});
		const here = nowhere.tab();
		const begun = here.models.begin(await value(here.models.ask(id, { kind: 'site' })));
		expect(await failure(begun)).toMatchObject({ kind: 'absent', name: 'config.json' });
		expect(nowhere.kept.size).toBe(0);
	});
});

describe('a model from the reader’s disk', () => {
	const given = (content: Readonly<Record<string, Buffer | string>>, folder = 'opus-mt-sv-en/') =>
		Object.entries(content).map(([name, it]) => ({
			path: folder + name,
			file: new Blob([typeof it === 'string' ? it : new Uint8Array(it)])
		}));

	test('is copied, digested and kept', async () => {
		const { tab, cache, kept } = device();
		await value(tab().models.take(id, given(files)));
		expect(kept.get(id)).toMatchObject({ source: { kind: 'disk' }, condition: { kind: 'whole' } });
		expect(cache.bytes).toBe(total);
		expect(await value(tab().models.verify(id))).toEqual([]);
	});

	test('in a folder without the right files changes nothing', async () => {
		const { tab, cache } = device();
		await value(tab().models.take(id, given(files)));
		const { [encoder]: _, ...rest } = files;
		expect(await failure(tab().models.take(id, given(rest)))).toEqual({
			kind: 'lacking',
			names: [encoder]
		});
		expect(cache.bytes).toBe(total);
	});

	test('of another pair, or not what its manifest says, leaves nothing', async () => {
		const { tab, cache, kept } = device();
		expect(await failure(tab().models.take(id, given(madeUp('en', 'sv'))))).toMatchObject({
			kind: 'other'
		});
		const lie = formatManifest({
			model: id,
			commit: null,
			files: [{ name: encoder, bytes: 300_000, sha256: 'e'.repeat(64) }]
		});
		const withLie = given({ ...files, 'manifest.json': lie });
		expect(await failure(tab().models.take(id, withLie))).toEqual({ kind: 'wrong', name: encoder });
		expect(
			await failure(tab().models.take(id, given({ ...files, 'config.json': '<html>' })))
		).toEqual({ kind: 'unreadable', name: 'config.json' });
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});
});
