import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notation } from '../../align/bead';
import { spansFault } from '../spans';
import { beadsOfSegments, type SharePair } from './segmentBeads';

const share = (from: number, to: number) => ({ from, to });
const beads = (source: number[], target: number[], pairs: readonly SharePair[]) =>
	beadsOfSegments(source, target, pairs).map(({ bead }) => bead);

describe('beads of segments', () => {
	test('are the pairs where both cut alike', () => {
		const pairs = [
			{ source: share(0, 0.5), target: share(0, 0.4) },
			{ source: share(0.5, 1), target: share(0.4, 1) }
		];
		expect(notation(beads([10, 10], [8, 12], pairs))).toBe('1-1 1-1');
	});
	test('hold together what the tool did not cut', () => {
		const pairs = [{ source: share(0, 1), target: share(0, 1) }];
		expect(notation(beads([10, 10], [8, 12], pairs))).toBe('2-2');
	});
	test('hold together what the tool cut within a sentence', () => {
		const pairs = [
			{ source: share(0, 0.5), target: share(0, 0.4) },
			{ source: share(0.5, 1), target: share(0.4, 1) }
		];
		expect(notation(beads([20], [8, 12], pairs))).toBe('1-2');
	});
	test('leave a sentence alone whose segment has no translation', () => {
		const pairs = [
			{ source: share(0, 0.3), target: share(0, 0.5) },
			{ source: share(0.3, 0.6), target: null },
			{ source: share(0.6, 1), target: share(0.5, 1) }
		];
		expect(beads([3, 3, 4], [5, 5], pairs)).toEqual([
			[[0], [0]],
			[[1], []],
			[[2], [1]]
		]);
	});
	test('join segments that the translation puts in another order, and no others', () => {
		const pairs = [
			{ source: share(0, 0.25), target: share(0.25, 0.5) },
			{ source: share(0.25, 0.5), target: share(0, 0.25) },
			{ source: share(0.5, 1), target: share(0.5, 1) }
		];
		expect(notation(beads([5, 5, 10], [5, 5, 10], pairs))).toBe('2-2 1-1');
	});
	test('are not joined by a mark that one cuts to the one side and the other to the other', () => {
		const pairs = [
			{ source: share(0, 0.52), target: share(0, 0.5) },
			{ source: share(0.52, 1), target: share(0.5, 1) }
		];
		expect(notation(beads([50, 50], [50, 50], pairs))).toBe('1-1 1-1');
	});
});

test('beads cover every sentence of both sides once, in order, whatever the segments', () => {
	const shares = fc.tuple(
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true })
	);
	const pair = fc.record({ source: shares, target: fc.option(shares) });
	const range = ([a, b]: [number, number]) => share(Math.min(a, b), Math.max(a, b));
	const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 });
	fc.assert(
		fc.property(lengths, lengths, fc.array(pair, { maxLength: 8 }), (source, target, drawn) => {
			const pairs = drawn.map((one) => ({
				source: range(one.source),
				target: one.target && range(one.target)
			}));
			expect(spansFault(beads(source, target, pairs), source.length, target.length)).toBeNull();
		})
	);
});
