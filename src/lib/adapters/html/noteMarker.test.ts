import { expect, test } from 'vitest';
import { withoutMarker } from './noteMarker';

test('the marker at the beginning of a note is removed', () => {
	for (const words of [
		'1 Se s. 4.',
		'1. Se s. 4.',
		'[1] Se s. 4.',
		'(1): Se s. 4.',
		' 1) Se s. 4.'
	])
		expect(withoutMarker(words, '1')).toBe('Se s. 4.');
	expect(withoutMarker('1', '1')).toBe('');
	expect(withoutMarker('*Se s. 4.', '*')).toBe('Se s. 4.');
});

test('a word or a number that only looks like a marker stays whole', () => {
	for (const [words, marker] of [
		['1984 kom boken ut.', '1'],
		['10 000 exemplar trycktes.', '1'],
		['1 000 exemplar trycktes.', '2'],
		['according to the author', 'a'],
		['(1984 kom boken ut.)', '1']
	] as const)
		expect(withoutMarker(words, marker)).toBe(words);
});
