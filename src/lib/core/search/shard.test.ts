import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePostings, encodePostings } from './postings';
import { encodeShard, openShard, type ShardEntry } from './shard';

const posting = fc.record({ at: fc.nat(), count: fc.integer({ min: 1, max: 1000 }) });
const postings = fc
	.uniqueArray(posting, { selector: ({ at }) => at })
	.map((list) => list.toSorted((a, b) => a.at - b.at));
const forms = fc
	.uniqueArray(fc.record({ form: fc.string({ unit: 'binary' }), postings }), {
		selector: ({ form }) => form
	})
	.map((list) => list.toSorted((a, b) => (a.form < b.form ? -1 : 1)));
const entries = fc
	.uniqueArray(fc.record({ key: fc.string({ unit: 'binary', minLength: 1 }), forms }), {
		selector: ({ key }) => key
	})
	.map((list): readonly ShardEntry[] => list.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
const stamp = fc.nat({ max: 2 ** 32 - 1 });

test('postings come back as they were written', () => {
	fc.assert(
		fc.property(postings, (list) => {
			expect(decodePostings(encodePostings(list))).toEqual(list);
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
			fc.nat(),
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

test('a shard of another segment is told from a damaged one', () => {
	const bytes = encodeShard([], 7);
	expect(openShard(bytes, 8, 'sv 1')).toEqual({
		ok: false,
		failure: { kind: 'other version', part: 'sv 1' }
	});
});
