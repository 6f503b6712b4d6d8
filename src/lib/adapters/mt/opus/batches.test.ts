import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches } from './batches';

const lengthLists = fc.array(fc.integer({ min: 1, max: 40 }));
const limits = { rows: 3, tokens: 30, firstRows: 3 };

test('the first sentences form the first batch; the others are grouped by length', () => {
	expect(batches([5, 9, 2, 9, 1, 8, 2, 1], limits)).toEqual([
		[0, 1, 2],
		[3, 5],
		[4, 6, 7]
	]);
});

test('the first batch is smaller where its answers should come sooner', () => {
	const hurried = { ...limits, firstRows: 1 };
	expect(batches([5, 9, 2, 9, 1], hurried)).toEqual([[0], [1, 2, 4], [3]]);
	expect(batches([5], hurried)).toEqual([[0]]);
	expect(batches([], hurried)).toEqual([]);
});

test('longer sentences share a batch with fewer others', () => {
	expect(batches([20, 20, 5, 5], limits)).toEqual([[0], [1], [2, 3]]);
	expect(batches([99], limits)).toEqual([[0]]);
	expect(batches([], limits)).toEqual([]);
});

test('law: each sentence is in one batch, and only a single sentence exceeds the limits', () => {
	fc.assert(
		fc.property(lengthLists, fc.integer({ min: 1, max: 3 }), (lengths, firstRows) => {
			const found = batches(lengths, { ...limits, firstRows });
			expect(found[0]?.length ?? 0).toBeLessThanOrEqual(firstRows);
			expect(found.flat().sort((a, b) => a - b)).toEqual([...lengths.keys()]);
			for (const batch of found) {
				const longest = Math.max(...batch.map((index) => lengths[index] ?? 0));
				expect(batch.length).toBeLessThanOrEqual(limits.rows);
				if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(limits.tokens);
			}
		})
	);
});
