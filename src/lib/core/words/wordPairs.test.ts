import { describe, expect, it } from 'vitest';
import { parseEntries } from './lexicon';
import { wordPairs } from './wordPairs';

const pairs = (...lines: readonly string[]): readonly string[] =>
	wordPairs(parseEntries([lines.join('\n')])).map(
		({ words, answers }) => `${words.join(' ')} = ${answers.join(' ')}`
	);

describe('pairs of words', () => {
	it('have the forms that no rule gives, on both sides', () => {
		expect(pairs('gå v4 går gick gått gången = go, walk')).toEqual([
			'gå går gick gått gången = go went gone walk'
		]);
		expect(pairs('man n5 - män = man')).toEqual(['man män = man men']);
	});

	it('have the first meanings and synonyms of an entry', () => {
		expect(pairs('drag t5 = pull, tug, jerk, haul; feature; draught; lure')).toEqual([
			'drag = pull tug jerk feature draught'
		]);
	});

	it('have meanings with a remark only where there are no others', () => {
		expect(pairs('hel a1 = whole; (in sums) total')).toEqual(['hel = whole']);
		expect(pairs('hel a1 = (in sums) total')).toEqual(['hel = total']);
	});

	it('have the first word of a gloss of two', () => {
		expect(pairs('orka v1 = be able, put up with, cope with (a task)')).toEqual([
			'orka = able cope'
		]);
	});

	it('have digits for numerals of one word', () => {
		expect(pairs('tolv nu = twelve', 'tredje nu = third', 'hundra nu = hundred')).toEqual([
			'tolv 12 = twelve 12',
			'tredje 3 = third 3',
			'hundra 100 = hundred 100'
		]);
		expect(pairs('tjugoen nu = twenty-one', 'ton t5 = ton')).toEqual(['ton = ton']);
	});

	it('are not made of phrases, abbreviations and parts of words', () => {
		expect(pairs('ta upp pv = raise', 'kl ab = at', 'miss px = mis-')).toEqual([]);
	});
});
