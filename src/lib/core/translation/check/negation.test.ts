import { expect, it } from 'vitest';
import { unmatchedNegation } from './negation';

it.each([
	['De kom inte.', 'They did not come.'],
	['De kom inte.', 'They didn’t come.'],
	['De saknade mat.', 'They did not have food.'],
	['Ingen kom, och inget hände.', 'Nobody came, and nothing happened.'],
	['Det är inte möjligt.', 'It is impossible.'],
	['De gick utan mat.', 'They went with no food.'],
	['Varken han eller hon kom.', 'Neither he nor she came.']
])('%s = %s', (sv, en) => {
	expect([unmatchedNegation(sv, 'sv', en, 'en'), unmatchedNegation(en, 'en', sv, 'sv')]).toEqual([
		null,
		null
	]);
});

it.each([
	['De kom inte.', 'They came.', 'inte', null],
	['De kom.', 'They did not come.', null, 'not'],
	['De kom inte och åt inte.', 'They did not come and ate.', 'inte', null],
	['Det är olja.', 'It is no oil.', null, 'no']
])('%s ≠ %s', (sv, en, lost, added) => {
	expect([unmatchedNegation(sv, 'sv', en, 'en'), unmatchedNegation(en, 'en', sv, 'sv')]).toEqual([
		lost,
		added
	]);
});

it('reports nothing for languages without word lists', () => {
	expect(unmatchedNegation('Nein.', 'de', 'Yes.', 'en')).toBeNull();
});
