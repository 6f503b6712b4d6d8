import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../book/crc32';
import { check } from '../translation/schema';
import { postingContexts, postings as coded } from './postings';
import { BitReader, BitWriter } from './rangeCoder';
import { segmentHead } from './schema';
import { openShard, ShardWriter, type ShardEntry } from './shard';

const posting = fc.record({
	at: fc.oneof(fc.nat({ max: 2 ** 31 - 3 }), fc.nat({ max: 30 })),
	count: fc.integer({ min: 1, max: 1000 })
});
const postings = fc
	.uniqueArray(posting, { selector: ({ at }) => at })
	.map((list) => list.toSorted((a, b) => a.at - b.at));
const forms = fc
	.uniqueArray(fc.record({ form: fc.string({ unit: 'binary' }), postings }), {
		selector: ({ form }) => form
	})
	.map((list) => list.toSorted((a, b) => (a.form < b.form ? -1 : 1)));
const key = fc
	.tuple(fc.constantFrom(...'=+~?'), fc.string({ unit: 'binary' }))
	.map(([sign, letters]) => sign + letters);
const entries = fc
	.uniqueArray(fc.record({ key, forms }), {
		selector: ({ key }) => key
	})
	.map((list): readonly ShardEntry[] => list.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
/** Numbers of paragraphs are below it. */
const paragraphs = 2 ** 31 - 2;

function encodeShard(entries: readonly ShardEntry[], stamp: number): Uint8Array {
	const writer = new ShardWriter(stamp, paragraphs);
	for (const entry of entries) writer.add(entry);
	return writer.done();
}
const stamp = fc.nat({ max: 2 ** 32 - 1 });

test('postings come back as they were written', () => {
	fc.assert(
		fc.property(fc.array(postings), fc.nat({ max: 2 ** 31 - 3 }), (lists, paragraphs) => {
			const writer = new BitWriter(postingContexts);
			for (const list of lists) coded(writer, paragraphs, list);
			const reader = new BitReader(postingContexts, writer.done());
			for (const list of lists) expect(coded(reader, paragraphs, [])).toEqual(list);
		})
	);
});

test('a shard comes back as it was written, whole and by key', () => {
	fc.assert(
		fc.property(entries, stamp, (list, stamp) => {
			const shard = openShard(encodeShard(list, stamp), stamp, 'sv 0');
			if (!shard.ok) throw new Error(shard.failure.kind);
			expect(shard.value.all()).toEqual({ ok: true, value: list });
			for (const { key, forms } of list)
				expect(shard.value.find(new Set([key]))).toEqual({
					ok: true,
					value: new Map([[key, forms]])
				});
		})
	);
});

test('a damaged shard is a failure that names it, and throws nothing', () => {
	fc.assert(
		fc.property(
			entries,
			stamp,
			fc.nat({ max: 2 ** 31 - 3 }),
			fc.integer({ min: 1, max: 255 }),
			(list, stamp, at, by) => {
				const bytes = encodeShard(list, stamp);
				const changed = bytes.map((byte, place) =>
					place === at % bytes.length ? byte ^ by : byte
				);
				const cut = bytes.subarray(0, at % bytes.length);
				for (const damaged of [changed, cut])
					expect(openShard(damaged, stamp, 'sv 3')).toEqual({
						ok: false,
						failure: { kind: 'damaged', part: 'sv 3' }
					});
			}
		)
	);
});

test('bytes that are no shard, or have another’s checksum, never throw', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 60 }), stamp, (noise, stamp) => {
			const opened = openShard(noise, stamp, 'sv 0');
			expect(opened.ok).toBe(false);
		})
	);
});

test('a shard of an older format is told from a damaged one', () => {
	const bytes = encodeShard([], 7);
	const older = bytes.with(0, 1);
	const sum = crc32(older.subarray(0, -4));
	for (let at = 0; at < 4; at++) older[older.length - 4 + at] = sum >>> (8 * at);
	expect(openShard(older, 7, 'sv 1')).toEqual({
		ok: false,
		failure: { kind: 'other version', part: 'sv 1' }
	});
});

test('a segment of before, which has no bounds, is read, so that it can be given up', () => {
	const before = { lang: 'sv', version: '1', stamp: 7, shards: 4, columns: [] };
	expect(check(segmentHead, before)).toEqual({
		ok: true,
		value: { lang: 'sv', version: '1', stamp: 7, bounds: [], columns: [] }
	});
});

test('a shard of another segment is told from a damaged one', () => {
	const bytes = encodeShard([], 7);
	expect(openShard(bytes, 8, 'sv 1')).toEqual({
		ok: false,
		failure: { kind: 'other version', part: 'sv 1' }
	});
});
