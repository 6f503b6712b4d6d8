import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, between, reversed } from './patch';

const items = fc.array(fc.nat(4), { maxLength: 9 });

test('a patch applied to the old list gives the new one, and reversed the old one', () => {
	fc.assert(
		fc.property(items, items, (before, after) => {
			const patch = between(before, after);
			expect(applied(before, patch)).toEqual(after);
			expect(applied(after, reversed(patch))).toEqual(before);
		})
	);
});

test.each([
	['nothing', 'abc', 'abc', { at: 3, removed: '', added: '' }],
	['one in the middle', 'abc', 'axc', { at: 1, removed: 'b', added: 'x' }],
	['two that become one', 'abcd', 'axd', { at: 1, removed: 'bc', added: 'x' }],
	['one of two alike', 'aa', 'a', { at: 1, removed: 'a', added: '' }]
])('a patch holds only the difference: %s', (_, before, after, { at, removed, added }) =>
	expect(between([...before], [...after])).toEqual({
		at,
		removed: [...removed],
		added: [...added]
	})
);
