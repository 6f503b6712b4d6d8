import { expect, test } from 'vitest';
import { coverage } from '../translation/coverage';
import {
	anyText,
	facetCounts,
	fits,
	textFacets,
	type FacetFilter,
	type TextFacets
} from './facets';

const none = coverage([]);
const texts: readonly TextFacets[] = [
	textFacets({ lang: 'sv', issued: '2022-01-05', authors: ['Ada'] }, { ...none, ai: 3 }, ['a']),
	textFacets({ lang: 'en', issued: '2022', authors: ['Bo', 'Ada'] }, { ...none, human: 1, ai: 1 }, [
		'b'
	]),
	textFacets({ lang: 'sv', issued: '1998', authors: ['Bo'] }, { ...none, none: 2 }, []),
	textFacets({ lang: 'sv' }, null, ['a', 'b'])
];
const leaves = (filter: Partial<FacetFilter>) =>
	texts.flatMap((text, at) => (fits(text, { ...anyText, ...filter }) ? [at] : []));

test.each([
	[{}, [0, 1, 2, 3]],
	[{ lang: 'sv' }, [0, 2, 3]],
	[{ author: 'Ada' }, [0, 1]],
	[{ year: '2022' }, [0, 1]],
	[{ series: 'b' }, [1, 3]],
	[{ level: 'ai' }, [0, 1]],
	[{ level: 'none' }, [2]],
	[{ author: 'Ada', lang: 'en' }, [1]]
] as const)('%j leaves texts %j', (filter, left) => {
	expect(leaves(filter)).toEqual(left);
});

test('each value is counted with the other filters in force: so many texts fit where it is chosen', () => {
	const some = [
		{},
		{ lang: 'sv' },
		{ author: 'Bo', year: '2022' },
		{ author: 'Bo', lang: 'en', year: '1998' }
	];
	for (const filter of some.map((one) => ({ ...anyText, ...one }))) {
		const counts = facetCounts(texts, filter);
		for (const [name, values] of Object.entries(counts))
			for (const [value, count] of values)
				expect(leaves({ ...filter, [name]: value }), `${name} ${value}`).toHaveLength(count);
	}
	expect([...facetCounts(texts, { ...anyText, author: 'Bo', year: '2022' }).year]).toEqual([
		['2022', 1],
		['1998', 1]
	]);
});
