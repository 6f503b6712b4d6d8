import { describe, expect, it } from 'vitest';
import { parseEntry } from '../entry';
import { englishForms } from './inflect';
import { englishVariants } from './stems';

const forms = (line: string): readonly string[] =>
	englishForms(parseEntry(`${line} = x`)).map(({ form }) => form);

describe('englishForms', () => {
	it.each([
		['house n', "houses house's houses'"],
		['city n', 'cities'],
		['church n', 'churches'],
		['child n', "children children's"],
		['shelf n', 'shelves'],
		['stop v', 'stops stopped stopping'],
		['make v', 'makes made making'],
		['carry v', 'carries carried carrying'],
		['lie v', 'lies lay lain lying'],
		['travel v', 'travelled travelling traveled'],
		['be v', 'am is are was were been being'],
		['take v', 'took taken'],
		['big a', 'bigger biggest'],
		['happy a', 'happier happiest'],
		['good a', 'better best'],
		['fast ad', 'faster fastest']
	])('inflects %s', (line, expected) => {
		expect(forms(line)).toEqual(expect.arrayContaining(expected.split(' ')));
	});

	it('compares only adverbs that are compared so', () => {
		expect(forms('off ad')).toEqual(['off']);
	});
});

describe('englishVariants', () => {
	it.each([
		['color', 'colour'],
		['organized', 'organised'],
		['center', 'centre'],
		['traveled', 'travelled'],
		['defense', 'defence']
	])('gives %s as %s', (american, british) => {
		expect(englishVariants(american)).toContain(british);
	});

	it('leaves short words alone', () => {
		expect(englishVariants('for')).toEqual(['for']);
	});
});
