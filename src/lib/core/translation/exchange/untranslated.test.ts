import { expect, test } from 'vitest';
import { isCopy, isTranslation } from './untranslated';

test.each([
	['Katten satt på trappan.', 'Katten satt på trappan.', true],
	['Katten *satt* på  trappan.', 'Katten satt på trappan.', true],
	['Katten satt på trappan.', 'The cat sat on the steps.', false],
	['Ida Holm', 'Ida Holm', false],
	['1984', '1984', false],
	['Kiruna, Sverige', 'Kiruna, Sverige', false],
	['https://example.org/om-oss', 'https://example.org/om-oss', false],
	['post@example.org', 'post@example.org', false],
	['', '', false]
])('%j for %j is a copy that nobody translated: %s', (original, text, expected) => {
	expect(isCopy([original], [text])).toBe(expected);
});

test('what the file says comes before how its words look', () => {
	const copy = [['Hon sade: adjö.'], ['Hon sade: adjö.']] as const;
	expect(isTranslation('translated', ...copy)).toBe(true);
	expect(isTranslation(null, ...copy)).toBe(false);
	expect(isTranslation('untranslated', ['Hej då.'], ['Bye.'])).toBe(false);
	expect(isTranslation(null, ['Hej då.'], ['Bye.'])).toBe(true);
});
