import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { escapeInline } from './inline';
import { asTyped, fromTyped, hasLines, fromLines } from './lineBreaks';

describe('typed lines', () => {
	test.each([
		['one\ntwo', 'one\\\ntwo'],
		['  one \r\n\t two  ', 'one\\\ntwo'],
		['one\\\ntwo', 'one\\\ntwo'],
		['one  \ntwo', 'one\\\ntwo'],
		['one\n\n \ntwo\n', 'one\\\ntwo'],
		['C:\\\\\ntwo', 'C:\\\\\\\ntwo'],
		['one  two\\', 'one two\\'],
		['\n', '']
	])('%j is %j', (typed, text) => {
		expect(fromTyped(typed)).toBe(text);
		expect(fromTyped(asTyped(text))).toBe(text);
	});

	test('a text comes back from the field where it was typed', () => {
		const line = fc.string({ unit: 'grapheme' }).map(escapeInline);
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				const text = fromLines(lines);
				expect(fromTyped(asTyped(text))).toBe(text);
				expect(hasLines(text)).toBe(asTyped(text).includes('\n'));
			})
		);
	});

	test.each(['\n', ' \n', '\\', '\\\n', ' '])('%j repeated many times takes linear time', (unit) =>
		expectLinear(repeated(unit), (text) =>
			expect(fromTyped(text).length).toBeLessThan(2 * text.length)
		)
	);
});
