import { describe, expect, test, vi } from 'vitest';
import { commitOfToday, madeUp, type StandIn } from '../../../../tests/hub';
import { device } from './device.fixture';
import type * as parts from './fileParts';
import { partBytes } from './fileParts';
import {
	id,
	other,
	encoder,
	files,
	total,
	hubWith,
	value,
	failure,
	source,
	isKept,
	offered,
	got,
	fetched,
	bytesSent
} from './store.fixture';

/** Parts of a tenth of a megabyte, so that small files have several. */
vi.mock('./fileParts', async (original) => ({
	...(await original<typeof parts>()),
	partBytes: 100_000
}));

describe('a model from a hub', () => {
	test('is requested by its commit, arrives whole, and reads back unchanged', async () => {
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

	test('keeps the translator’s files once it is whole, and drops them once it is removed', async () => {
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

	test('stays at the agreed commit when the hub has a newer one', async () => {
		const hub = await hubWith();
		const { tab, kept } = device();
		const offer = await offered(tab(), hub);
		hub.commit = 'f'.repeat(40);
		await value(tab().models.begin(offer));
		expect(kept.get(id)?.commit).toBe(commitOfToday);
		expect(hub.asked.every(({ path }) => !path.includes('main'))).toBe(true);
	});

	test('that is larger than a part is stored in parts', async () => {
		const big = madeUp('sv', 'en', 2 * partBytes + 1000);
		const hub = await hubWith(big);
		const { tab, cache } = device();
		await got(tab(), hub);
		const parts = [...cache.entries.keys()].filter((key) => key.includes('encoder'));
		expect(parts.length).toBeGreaterThan(1);
		expect(await isKept(cache, encoder, big[encoder])).toBe(true);
	});

	test('reports its progress to the end, and never backwards', async () => {
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
	test('continues where it broke off', async () => {
		const hub = await hubWith();
		hub.ill = { cut: { afterBytes: 100_000, times: 2 } };
		const { tab, kept } = device();
		await got(tab(), hub);
		expect(kept.get(id)?.condition.kind).toBe('whole');
		const ranges = fetched(hub, encoder).map(({ range }) => range);
		expect(ranges).toEqual([null, 'bytes=100000-', 'bytes=200000-']);
		expect(bytesSent(hub)).toBe(total);
	});

	test('starts the file again if the server does not support ranges', async () => {
		const hub = await hubWith();
		hub.ill = { noRange: true, cut: { afterBytes: 100_000, times: 1 } };
		const { tab, kept } = device();
		await got(tab(), hub);
		expect(kept.get(id)?.condition.kind).toBe('whole');
		expect(fetched(hub, encoder).map(({ range }) => range)).toEqual([null, 'bytes=100000-']);
		expect(bytesSent(hub)).toBe(total + 100_000);
	});

	test('for good is reported, and what arrived is kept for the next attempt', async () => {
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

	test('that left a damaged part does not damage the file', async () => {
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

describe('a failing hub', () => {
	const asked = async (ill: StandIn['ill']) => {
		const hub = await hubWith();
		hub.ill = ill;
		return failure(device({ stallMs: 100 }).tab().models.ask(id, source(hub)));
	};

	test('that is down, refuses, lacks the model or sends nonsense: each fails its own way', async () => {
		expect(await asked({ status: 503 })).toMatchObject({ kind: 'refused', status: 503 });
		expect(await asked({ status: 404 })).toMatchObject({ kind: 'absent', name: id });
		expect(await asked({ nonsense: true })).toMatchObject({ kind: 'unclear' });
		const hub = await hubWith();
		await hub.close();
		const down = device().tab().models.ask(id, source(hub));
		expect(await failure(down)).toEqual({ kind: 'unreachable', host: hub.host });
	});

	test('that lacks a file is reported with its name before any download', async () => {
		const { [encoder]: _, ...rest } = files;
		const hub = await hubWith(rest);
		expect(await failure(device().tab().models.ask(id, source(hub)))).toEqual({
			kind: 'lacking',
			names: [encoder]
		});
	});

	test('that answers but sends no data counts as slow', async () => {
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

	test('that sends another model under this name leaves nothing stored', async () => {
		const hub = await hubWith(madeUp('en', 'sv'));
		const { tab, cache, kept } = device();
		const here = tab();
		const offer = await offered(here, hub);
		expect(await failure(here.models.begin(offer))).toEqual({ kind: 'other', says: 'en–sv' });
		expect([cache.bytes, kept.size]).toEqual([0, 0]);
	});

	test('and a full disk: the download fails, and continues when there is room', async () => {
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
