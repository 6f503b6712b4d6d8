import { expect, test } from 'vitest';
import { askedIn, nothingChosen as none, searchFor } from './searchAddress';

const asked = (search: string) => askedIn(search, (id) => id === 'kazakhstan');

test.each([
	[none, ''],
	[{ ...none, level: 'ai' }, '&by=ai'],
	[{ ...none, author: 'Åsa & Bo', year: '1997' }, '&author=%C3%85sa+%26+Bo&year=1997'],
	[{ ...none, series: 'kazakhstan' }, '&series=kazakhstan']
] as const)('%j stands in the address beside the query, and is read from it', (chosen, said) => {
	expect(searchFor('två ord', chosen)).toBe(`?q=tv%C3%A5+ord${said}`);
	expect(asked(searchFor('två ord', chosen))).toEqual({ typed: 'två ord', chosen });
});

test('what has no meaning chooses nothing', () => {
	const search = '?q=x&by=nobody&year=soon&series=no-such&author= ';
	expect(asked(search)).toEqual({ typed: 'x', chosen: none });
	expect(asked('')).toEqual({ typed: '', chosen: none });
	expect(searchFor('', none)).toBe('');
});

test('a language as the library’s address has it becomes part of the query', () => {
	expect(asked('?q=polisen&lang=sv').typed).toBe('polisen lang:sv');
	expect(asked('?q=polisen lang:en&lang=sv').typed).toBe('polisen lang:en');
});
