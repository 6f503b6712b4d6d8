import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from './sentenceParts';

const characters = (text: string) => [...text].length;

test('a text that fits is one part', () => {
	expect(parts('kort nog', characters, 8)).toEqual(['kort nog']);
});

test('a comma near the middle is preferred to a space', () => {
	expect(parts('one two three, four five', characters, 15)).toEqual([
		'one two three, ',
		'four five'
	]);
});

test('a text without a sign near the middle is cut between words', () => {
	expect(parts('one, two three four five six', characters, 16)).toEqual([
		'one, two three ',
		'four five six'
	]);
});

test('a word that is too long is cut, but never a character', () => {
	expect(parts('aaaa🐎🐎🐎🐎', characters, 4)).toEqual(['aaaa', '🐎🐎🐎🐎']);
	expect(parts('🐎🐎🐎', characters, 1)).toEqual(['🐎', '🐎', '🐎']);
});

test('law: nothing is lost, and every part fits', () => {
	const text = fc
		.array(fc.constantFrom('ord', ' ', '  ', ', ', '; ', '🐎', 'å', '\n', '–'), { maxLength: 200 })
		.map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(text, fc.integer({ min: 1, max: 40 }), (text, most) => {
			const cut = parts(text, characters, most);
			expect(cut.join('')).toBe(text);
			for (const part of cut) expect(characters(part)).toBeLessThanOrEqual(most);
		})
	);
});
