import { afterEach, expect, test, vi } from 'vitest';
import { ShardWriter } from '../../core/search/shard';
import { writeTable } from '../../core/search/wordTable';
import { storedSegments, storedTableFile } from './search';

afterEach(() => vi.unstubAllGlobals());

const indexOf = (stamp: number) => ({
	version: '1',
	segments: [{ lang: 'sv', version: '1', stamp, bounds: ['', 'm'], columns: [] }],
	tables: [{ lang: 'sv', bounds: [''] }]
});

/** Answers with these bytes, and returns which addresses were asked for. */
function serving(bytes: Uint8Array): readonly string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', (address: string) => {
		asked.push(address);
		return Promise.resolve(new Response(new Uint8Array(bytes)));
	});
	return asked;
}

/** Returns the bytes of a shard that has one key. */
function bytesOf(stamp: number): Uint8Array {
	const writer = new ShardWriter(stamp, 1);
	writer.add({ key: '=bok', forms: [{ form: 'bok', postings: [{ at: 0, count: 1 }] }] });
	return writer.done();
}

const shard = async (stamp: number, nth: number) =>
	storedSegments(indexOf(stamp), () => true)[0]?.shard(nth);

test('a shard is fetched once for each version of its segment', async () => {
	const asked: string[] = [];
	for (const stamp of [7, 7, 8]) {
		const here = serving(bytesOf(stamp));
		expect(await shard(stamp, 1)).toEqual({ ok: true, value: bytesOf(stamp) });
		asked.push(...here);
	}
	expect(asked).toEqual(['/stored/search/sv/1.bin', '/stored/search/sv/1.bin']);
});

test('a file of the words is fetched once, and one of another version is not taken', async () => {
	const forms = [{ form: 'böcker', keys: ['=bok'] }];
	const { table, files } = writeTable('sv', '1', forms);
	const asked = serving(files[0] ?? new Uint8Array());
	for (let time = 0; time < 2; time++)
		expect(await storedTableFile('1', table, 0)).toEqual({ ok: true, value: forms });
	expect(asked).toEqual(['/stored/search/sv/words/0.bin']);
	const other = { kind: 'other version', part: 'sv words 0' };
	expect(await storedTableFile('2', table, 0)).toEqual({ ok: false, failure: other });
});

test('a shard that did not come, or is damaged, is asked for again', async () => {
	const damaged = serving(Uint8Array.of(255, 255));
	const failure = { kind: 'damaged', part: 'sv 0' };
	for (let time = 0; time < 2; time++) expect(await shard(9, 0)).toEqual({ ok: false, failure });
	expect(damaged).toHaveLength(2);
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
	expect(await shard(9, 0)).toEqual({ ok: false, failure: { kind: 'missing', part: 'sv 0' } });
	serving(bytesOf(8));
	const other = { kind: 'other version', part: 'sv 0' };
	expect(await shard(9, 0)).toEqual({ ok: false, failure: other });
	serving(bytesOf(9));
	expect(await shard(9, 0)).toEqual({ ok: true, value: bytesOf(9) });
});
