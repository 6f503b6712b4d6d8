import { expect, test } from 'vitest';
import { chosenIn, nothingChosen as none, searchFor } from './searchAddress';

test.each([
	[none, ''],
	[{ ...none, level: 'ai' }, '&by=ai'],
	[{ ...none, author: 'Åsa & Bo', year: '1997' }, '&author=%C3%85sa+%26+Bo&year=1997'],
	[{ ...none, series: 'kazakhstan' }, '&series=kazakhstan']
] as const)('%j stands in the address beside the query, and is read from it', (chosen, said) => {
	expect(searchFor('två ord', chosen)).toBe(`?q=tv%C3%A5+ord${said}`);
	expect(chosenIn(searchFor('två ord', chosen))).toEqual(chosen);
});

test('what has no meaning chooses nothing', () => {
	expect(chosenIn('?q=x&by=nobody&year=soon&series=<b>&author= ')).toEqual(none);
	expect(searchFor('', none)).toBe('');
});
