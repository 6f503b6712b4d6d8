import { describe, expect, it } from 'vitest';
import type { Glossary } from '../translation/check/glossary';
import { headword, spellings } from './askedTerm';
import { isKept, termFinder, termsKey, termsLackedBy } from './terms';

const glossary: Glossary = {
	terms: [
		{ forms: { sv: ['strejk'], en: ['strike'] } },
		{ forms: { sv: ['generalstrejk'], en: ['general strike'] } },
		{ forms: { sv: ['monopol'], en: ['monopol|y'] } },
		{ forms: { de: ['Streik'], sv: ['strejkvakt'] } }
	],
	names: [{ forms: { sv: ['Ryssland', 'rysk'], en: ['Russia', 'Russian'] } }]
};
const names = new Set(['Berg', 'Lukas']);
const find = termFinder(glossary, names, { from: 'sv', to: 'en' });
const asked = (sentence: string) =>
	find(sentence).map((term) => `${term.source}: ${headword(term)}`);

describe('the terms of a sentence', () => {
	it.each([
		['Vi gick hem.', []],
		['Strejkerna växte.', ['Strejkerna: strike']],
		['En strejk, sedan en generalstrejk.', ['strejk: strike', 'generalstrejk: general strike']],
		['Monopolet bröts.', ['Monopolet: monopoly']],
		['I Ryssland.', ['Ryssland: Russia']],
		['Den ryska gränsen.', []],
		['En strejkvakt.', []],
		['Bergs hus, och Berg; Lukas bok.', ['Berg: Berg', 'Lukas: Lukas']],
		['Bergen och berg.', []]
	])('of “%s” are %j', (sentence, terms) => {
		expect(asked(sentence)).toEqual(terms);
	});

	it('are found in the other direction too', () => {
		const back = termFinder(glossary, names, { from: 'en', to: 'sv' });
		expect(back('Strikes in Russia.').map(headword)).toEqual(['strejk', 'Ryssland']);
	});
});

describe('an answer', () => {
	const [strike, monopoly] = find('strejk monopol');
	if (!strike || !monopoly) throw new Error('no terms');

	it('has a term in any form and with its endings, as a word of its own', () => {
		expect(isKept('The strikes grew.', strike, 'en')).toBe(true);
		expect(isKept('Monopolies.', monopoly, 'en')).toBe(true);
		expect(isKept('The strikers.', strike, 'en')).toBe(false);
		expect(termsLackedBy('A monopoly.', [strike, monopoly], 'en')).toEqual([strike]);
	});

	it('may spell a term with its stem alone, where the ending changes', () => {
		expect(spellings(monopoly)).toEqual(['monopoly', 'monopol']);
		expect(spellings(strike)).toEqual(['strike']);
	});

	it('is kept by its terms and the way to ask for them', () => {
		const key = termsKey([strike], 'way 1');
		expect(termsKey([strike], 'way 1')).toBe(key);
		for (const other of [
			termsKey([strike], 'way 2'),
			termsKey([monopoly], 'way 1'),
			termsKey([strike, monopoly], 'way 1'),
			termsKey([{ ...strike, forms: ['walkout'] }], 'way 1')
		])
			expect(other).not.toBe(key);
	});
});
