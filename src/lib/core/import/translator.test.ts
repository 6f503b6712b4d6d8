import { describe, expect, test } from 'vitest';
import { namedTranslator } from './translator';

describe('the translator that a file names', () => {
	test.each([
		['translated by Bo Prov', 'Bo Prov'],
		['Translated by Bo Prov.', 'Bo Prov'],
		['*Translated from the Swedish by Eva Lund-Berg*', 'Eva Lund-Berg'],
		['Translation: Jane Q. Doe', 'Jane Q. Doe'],
		['Translator: Jane Doe, 2014', 'Jane Doe'],
		['Översättning: Anna Ek', 'Anna Ek'],
		['Översatt från engelskan av Anna Ek och Bo von Alm', 'Anna Ek och Bo von Alm'],
		['Övers. Anna Ek', null],
		['I översättning av Anna Ek', 'Anna Ek']
	])('%s', (line, name) => {
		expect(namedTranslator([], ['The Mill', line, 'The mill was built in 1871.'])).toBe(name);
	});

	test.each([
		'The book was translated by Bo Prov and others in a year when nothing else happened.',
		'Translated by machine',
		'Translation by the author',
		'By Bo Prov'
	])('is not found in: %s', (line) => {
		expect(namedTranslator([line], [])).toBeNull();
	});

	test('is not looked for in the middle of a text', () => {
		const lines = Array.from({ length: 20 }, (_, n) => (n === 10 ? 'Translated by Bo Prov' : '…'));
		expect(namedTranslator([], lines)).toBeNull();
		expect(namedTranslator(lines, [])).toBe('Bo Prov');
	});
});
