import { expect, test } from 'vitest';
import { fingerprint } from '../text/fingerprint';
import { occurrenceOf, rowId } from './rowId';

test.each([1, 2, 12])('law: the id of occurrence %i says which it is', (nth) => {
	const id = rowId(fingerprint('Det snöar.'), nth);
	expect(occurrenceOf(id)).toBe(nth);
});

test('the first occurrence has the fingerprint alone', () => {
	const paragraph = fingerprint('Det snöar.');
	expect(rowId(paragraph, 1)).toBe(paragraph);
	expect(rowId(paragraph, 2)).toBe(`${paragraph}-2`);
});
