import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansFault } from '../translation/spans';
import { notation } from './bead';
import { alignByLength } from './length';

const aligned = (source: readonly number[], target: readonly number[]) =>
	notation(alignByLength(source, target));

test.each([
	['nothing', [], [], ''],
	['equals', [50, 80, 30], [52, 77, 33], '1-1 1-1 1-1'],
	['one for two', [100], [48, 55], '1-2'],
	['two for one', [48, 55], [100], '2-1'],
	['a merger in the middle', [60, 40, 45, 90], [62, 88, 91], '1-1 2-1 1-1'],
	['a split in the middle', [60, 90, 20], [58, 40, 48, 22], '1-1 1-2 1-1'],
	['one that was left out', [60, 150, 40, 91], [62, 41, 93], '1-1 1-0 1-1 1-1'],
	['one that was added', [62, 41, 93], [60, 150, 40, 91], '1-1 0-1 1-1 1-1'],
	['two for two', [20, 80], [81, 22], '2-2'],
	['no source', [], [40, 50], '0-1 0-1'],
	['no target', [40, 50], [], '1-0 1-0'],
	['no words', [0, 0], [0, 0], '1-1 1-1']
] as const)('%s', (_, source, target, expected) => expect(aligned(source, target)).toBe(expected));

const lengths = fc.array(fc.nat(400), { maxLength: 40 });

test('beads are monotone and cover both sides, whatever the lengths', () => {
	fc.assert(
		fc.property(lengths, lengths, (source, target) => {
			expect(spansFault(alignByLength(source, target), source.length, target.length)).toBeNull();
		})
	);
});

test('exchanging the sides exchanges the sides of the beads', () => {
	fc.assert(
		fc.property(lengths, (source) => {
			expect(aligned(source, source)).toBe(source.map(() => '1-1').join(' '));
		})
	);
});

test.each([
	[8000, 7600],
	[1, 3000],
	[3000, 1],
	[2000, 30]
])('%i sentences against %i are aligned in a band', { timeout: 20_000 }, (source, target) => {
	const cycle = (count: number) => Array.from({ length: count }, (_, at) => 40 + ((at * 37) % 90));
	expect(spansFault(alignByLength(cycle(source), cycle(target)), source, target)).toBeNull();
});
