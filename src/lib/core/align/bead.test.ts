import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beads, notation } from './bead';

test('a notation is parsed in order', () => {
	expect(beads('1-1 2-1 0-1 1-0')).toEqual([
		[[0], [0]],
		[[1, 2], [1]],
		[[], [2]],
		[[3], []]
	]);
	expect(beads('')).toEqual([]);
});

test('parsing and formatting a notation gives it back', () => {
	const count = fc.nat(4);
	const bead = fc.tuple(count, count).filter(([source, target]) => source + target > 0);
	fc.assert(
		fc.property(fc.array(bead), (counts) => {
			const text = counts.map((pair) => pair.join('-')).join(' ');
			expect(notation(beads(text))).toBe(text);
		})
	);
});

describe('not a bead:', () => {
	test.each(['1', '1-', '0-0', 'a-b', '1-1-1', '1-1,1-1', '-1-1'])('%s', (text) =>
		expect(() => beads(`1-1 ${text}`)).toThrow(RangeError)
	);
});
