import { describe, expect, it } from 'vitest';
import {
	introducedNames,
	leadingNames,
	namesInStandfirst,
	parseNames,
	titledName
} from './personNames';

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

	it.each([
		'Crony Capitalism',
		'Ek',
		'Vad händer nu?',
		'Om Folket',
		'Bo Ek skriver',
		'Krönika av Bo Ek'
	])('finds no names in %s', (line) => {
		expect(parseNames(line, { words })).toBeNull();
	});
});

describe('introducedNames', () => {
	it.each<[string, string[]]>([
		['Av Bo Ek', ['Bo Ek']],
		['BY JANE DOE', ['Jane Doe']],
		['Text och foto: Anna Ek', ['Anna Ek']],
		['Written by Plato', ['Plato']],
		['BY JANE DOE AND JOHN SMITH', ['Jane Doe', 'John Smith']],
		['By JANE DOE and JOHN SMITH', ['Jane Doe', 'John Smith']],
		['Krönika av Anna Ek', ['Anna Ek']],
		['Story by Jane Doe', ['Jane Doe']],
		['Reporter: Anna Ek', ['Anna Ek']],
		['Text: Anna Ek och Bo Alm, foto: Cia Dal', ['Anna Ek', 'Bo Alm']],
		['TEXT ANNA EK FOTO BO ALM', ['Anna Ek']],
		['Words by Jane Doe, photographs by John Smith', ['Jane Doe']]
	])('%s', (line, names) => {
		expect(introducedNames(line)).toEqual(names);
	});

	it.each([
		'Av detta följer',
		'By the river',
		'Text',
		'Foto: Cia Dal',
		'Översättning av Anna Ek',
		'Porträtt av Anna Ek'
	])('finds none in %s', (line) => {
		expect(introducedNames(line)).toBeNull();
	});
});

it('leadingNames reads names before a place or a publication', () => {
	expect(leadingNames('av Anna Ek | Bladet')).toEqual(['Anna Ek']);
	expect(leadingNames('by Jane Doe in London')).toEqual(['Jane Doe']);
	expect(leadingNames('by the river in London')).toBeNull();
});

it('titledName reads a name before a profession at a paper', () => {
	expect(titledName('Anna Ek, utrikeskorrespondent')).toEqual(['Anna Ek']);
	expect(titledName('Jane Doe, editor of The Paper')).toEqual(['Jane Doe']);
	expect(titledName('Karl Ek, en svensk kung')).toBeNull();
	expect(titledName('Hav, författare och annat')).toBeNull();
});

describe('namesInStandfirst', () => {
	it('finds the writers at the end of a standfirst', () => {
		expect(
			namesInStandfirst('Så kan det gå, skriver Anna Ek och Bo von Alm, forskare i Lund.')
		).toEqual(['Anna Ek', 'Bo von Alm']);
		expect(namesInStandfirst('It goes on. JANE DOE, of the union, reports.')).toEqual(['Jane Doe']);
	});

	it('finds no others', () => {
		expect(namesInStandfirst('Det är dags, skriver Anna Ek i en rapport.')).toBeNull();
		expect(namesInStandfirst('The USA, of all states, reports.')).toBeNull();
		expect(namesInStandfirst('The BBC and NATO reports are long.')).toBeNull();
	});
});
