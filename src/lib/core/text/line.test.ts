import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from './line';

test('law: a line has single spaces between its words, and the words are the text’s', () => {
	const piece = fc.constantFrom('a', 'bo', ' ', '  ', '\n', '\t', '\u00a0', '\u2003', '\r\n');
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const text = pieces.join('');
			expect(oneLine(text)).toBe(text.split(/\s+/).filter(Boolean).join(' '));
		})
	);
});
