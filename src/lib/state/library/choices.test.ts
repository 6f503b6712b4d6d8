import { expect, test } from 'vitest';
import { anyText, facetCounts, fits, textFacets } from '$lib/core/library/facets';
import { coverage } from '$lib/core/translation/coverage';
import type { Metadata } from '$lib/core/text/article';
import { asItComes, type Arrangement } from './arrange';
import { choicesOf, countOf, without, withoutAll, withoutEach, type Counted } from './choices';
import type { LibraryEntry } from './shelves';

const none = coverage([]);
const entry = (id: string, about: Partial<Metadata>, part: Partial<LibraryEntry> = {}) => ({
	...{ id, shelf: 'here' as const, translated: null, words: 1, place: null, addedAt: null },
	original: { lang: 'sv', title: id, ...about },
	coverage: { ...none, ai: 1 },
	state: 'unread' as const,
	...part
});
const notHere = textFacets({ lang: 'sv', authors: ['Cy'], issued: '2023' }, { ...none, ai: 1 }, [
	's'
]);
const counted: Counted = {
	entries: [
		entry('Öar', { authors: ['Ödla'], issued: '1998' }),
		entry('Ark', { authors: ['Ada'], issued: '2022-01' }, { state: 'read' }),
		entry('Bok', { authors: ['Ada', 'Bo'], lang: 'en' }, { coverage: { ...none, human: 1 } })
	],
	elsewhere: {
		count: (filter) => (fits(notHere, filter) ? 1 : 0),
		values: (filter, name) => facetCounts([notHere], filter)[name]
	},
	seriesOf: (id) => (id === 'Ark' ? ['s'] : [])
};
const asked = (part: Partial<Arrangement>): Arrangement => ({ ...asItComes, ...part });
const shown = (part: Partial<Arrangement>) =>
	Object.fromEntries(
		Object.entries(choicesOf(counted, asked(part), 'sv')).map(([name, choices]) => [
			name,
			choices.map(({ value, count }) => `${value} ${count}`).join(', ')
		])
	);

test('values are counted over the whole library, in the order of what they are', () => {
	expect(shown({})).toEqual({
		level: 'human 1, ai 3',
		author: 'Ada 2, Bo 1, Cy 1, Ödla 1',
		year: '2023 1, 2022 1, 1998 1',
		series: 's 2'
	});
});

test('values that the other filters leave nothing of are not offered', () => {
	expect(shown({ unread: true, series: 's' })).toEqual({
		...{ level: 'ai 1', author: 'Cy 1', year: '2023 1', series: 's 1' }
	});
	expect(shown({ query: 'bok' }).author).toBe('Ada 1, Bo 1');
});

test('as many texts are counted as are listed, and those that are not here besides', () => {
	expect(countOf(counted, asked({}))).toBe(4);
	expect(countOf(counted, asked({ author: 'Cy' }))).toBe(1);
	expect(countOf(counted, asked({ query: 'ark' }))).toBe(1);
});

test('of an empty list it is said which filter empties it', () => {
	const nothing = asked({ author: 'Ödla', year: '2022', sort: 'title' });
	expect(countOf(counted, nothing)).toBe(0);
	expect(withoutEach(counted, nothing)).toEqual([
		{ name: 'author', count: 1 },
		{ name: 'year', count: 1 }
	]);
	expect(without(nothing, 'year').year).toBe(null);
	expect(withoutAll(nothing)).toEqual(asked({ sort: 'title' }));
	expect(withoutEach(counted, asked({ query: 'ark', lang: 'en' }))).toEqual([
		{ name: 'query', count: 1 },
		{ name: 'lang', count: 1 }
	]);
	expect(withoutEach(counted, asked({ ...anyText, query: 'x', year: '1066' }))).toEqual([]);
});
