import { describe, expect, it } from 'vitest';
import { introducedNames, namesInStandfirst, parseNames } from './names';

const words = new Set(['capitalism', 'folket', 'och']);

describe('parseNames', () => {
	it.each<[string, string[]]>([
		['Bo Ek', ['Bo Ek']],
		['Anna Ek och Bo von Alm', ['Anna Ek', 'Bo von Alm']],
		['Anna Ek, Bo Alm & C. D. Dal', ['Anna Ek', 'Bo Alm', 'C. D. Dal']],
		['Anna-Lena O’Neil/Bo Alm', ['Anna-Lena O’Neil', 'Bo Alm']]
	])('%s', (line, names) => {
		expect(parseNames(line, { words })).toEqual(names);
	});

	it.each(['Crony Capitalism', 'Ek', 'Vad händer nu?', 'Om Folket', 'Bo Ek skriver'])(
		'no names: %s',
		(line) => {
			expect(parseNames(line, { words })).toBeNull();
		}
	);
});

describe('introducedNames', () => {
	it.each<[string, string[]]>([
		['Av Bo Ek', ['Bo Ek']],
		['BY JANE DOE', ['Jane Doe']],
		['Text och foto: Anna Ek', ['Anna Ek']],
		['Written by Plato', ['Plato']]
	])('%s', (line, names) => {
		expect(introducedNames(line)).toEqual(names);
	});

	it.each(['Av detta följer', 'By the river', 'Text'])('none: %s', (line) => {
		expect(introducedNames(line)).toBeNull();
	});
});

describe('namesInStandfirst', () => {
	it('finds the writers that it ends with', () => {
		expect(
			namesInStandfirst('Så kan det gå, skriver Anna Ek och Bo von Alm, forskare i Lund.')
		).toEqual(['Anna Ek', 'Bo von Alm']);
		expect(namesInStandfirst('It goes on. JANE DOE, of the union, reports.')).toEqual(['Jane Doe']);
	});

	it('and not others', () => {
		expect(namesInStandfirst('Det är dags, skriver Anna Ek i en rapport.')).toBeNull();
		expect(namesInStandfirst('The USA, of all states, reports.')).toBeNull();
		expect(namesInStandfirst('The BBC and NATO reports are long.')).toBeNull();
	});
});
