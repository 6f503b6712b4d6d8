import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryIds, firstIds } from './blockIds';

/** Returns pairs of lists: the second has one part of the first replaced. */
const edits = fc
	.record({
		before: fc.array(fc.string().map((text) => ({ text }))),
		from: fc.nat(),
		cut: fc.nat(3),
		put: fc.array(
			fc.string().map((text) => ({ text })),
			{ maxLength: 3 }
		)
	})
	.map(({ before, from, cut, put }) => {
		const at = from % (before.length + 1);
		return { before, after: before.toSpliced(at, cut, ...put) };
	});

test('there are as many ids as blocks, all different', () => {
	fc.assert(
		fc.property(edits, ({ before, after }) => {
			const { ids } = carryIds(firstIds(before.length), before, after);
			expect(ids).toHaveLength(after.length);
			expect(new Set(ids).size).toBe(after.length);
		})
	);
});

test('a block that stays keeps its id', () => {
	fc.assert(
		fc.property(edits, ({ before, after }) => {
			const first = firstIds(before.length);
			const { ids } = carryIds(first, before, after);
			for (const [i, item] of after.entries()) {
				const was = before.indexOf(item);
				if (was >= 0) expect(ids[i]).toBe(first.ids[was]);
			}
		})
	);
});

test('an id is never used again', () => {
	const [a, b, c, d] = [{}, {}, {}, {}];
	const dropped = carryIds(firstIds(2), [a, b], [a]);
	const put = carryIds(dropped, [a], [a, c]);
	expect(put.ids).toEqual([0, 2]);
	expect(carryIds(put, [a, c], [a, d, c]).ids).toEqual([0, 3, 2]);
});

test('a block that is split keeps its id in its first part', () => {
	const [a, b, c, b1, b2] = [{}, {}, {}, {}, {}];
	expect(carryIds(firstIds(3), [a, b, c], [a, b1, b2, c]).ids).toEqual([0, 1, 3, 2]);
});
