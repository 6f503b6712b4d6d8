import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { fail } from '$lib/core/result';
import { formatManifest } from '$lib/core/machine/manifest.fixture';
import { commitOfToday, madeUp, type ModelFiles } from '../../../../tests/hub';
import { device } from './device.fixture';
import type * as parts from './fileParts';
import {
	id,
	other,
	encoder,
	files,
	total,
	hubWith,
	value,
	failure,
	got,
	bytesSent
} from './store.fixture';

/** Parts of a tenth of a megabyte, so that small files have several. */
vi.mock('./fileParts', async (original) => ({
	...(await original<typeof parts>()),
	partBytes: 100_000
}));

describe('a stored model', () => {
	test('is verified: a flipped byte is found, and only that file is downloaded again', async () => {
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
		// The progress bar starts with the stored bytes of all files, later ones too.
		const bytes = seen.flatMap((state) => (state.kind === 'working' ? state.progress.bytes : []));
		expect(Math.min(...bytes.filter((of) => of > 0))).toBeGreaterThan(300_000);
		expect(await value(here.models.open(id))).not.toBeNull();
	});

	test('that the browser has dropped does not count as stored', async () => {
		const hub = await hubWith();
		const { tab, cache, kept } = device();
		await got(tab(), hub);
		const key = [...cache.entries.keys()].find((key) => key.includes('encoder')) ?? '';
		cache.entries.delete(key);
		expect(await value(tab().models.open(id))).toBeNull();
		expect(kept.get(id)?.condition).toEqual({ kind: 'damaged', names: [encoder] });
	});
});

describe('a browser that denies access', () => {
	test('to its files or to the database is reported', async () => {
		const refusing = device();
		await got(refusing.tab(), await hubWith());
		refusing.cache.match = () => Promise.reject(new DOMException('no', 'SecurityError'));
		expect(await failure(refusing.tab().models.open(id))).toEqual({ kind: 'unsupported' });

		const lost = device();
		const gone = { kind: 'failed', message: 'connection lost' } as const;
		lost.records.get = async () => fail(gone);
		expect(await failure(lost.tab().models.open(id))).toEqual({ kind: 'store', failure: gone });
	});

	test('to its database leaves the models in their last known state', async () => {
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

describe('a model from the site itself', () => {
	/** Serves the site’s folder as a host does. */
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

	test('is checked against its manifest', async () => {
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

	test('that is missing is reported', async () => {
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

	test('is copied, digested and stored', async () => {
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

	test('of another language pair, or that differs from its manifest, leaves nothing', async () => {
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
