import { describe, expect, test } from 'vitest';
import { everything, facetsOf, narrowed } from './facets';
import type { Hit } from './hit';
import { textKey } from './segment';

const hit = (id: string, authors: readonly string[], issued: string, level: Hit['level']): Hit => ({
	column: {
		...{ text: textKey('read', id), side: 'original', title: '', authors, issued },
		...{ stamp: '', levels: [] }
	},
	...{ lang: 'sv', row: level === null ? null : 0, level, matches: [] }
});
const hits = [
	hit('a', ['Ada'], '2022-01-05', null),
	hit('a', ['Ada'], '2022-01-05', 'ai'),
	hit('b', ['Bo', 'Ada'], '2024', 'human'),
	hit('c', [], '', 'ai')
];

describe('hits', () => {
	test('are counted by what can be chosen', () => {
		expect(facetsOf(hits)).toEqual({
			levels: [
				{ value: 'human', count: 1 },
				{ value: 'ai', count: 2 }
			],
			authors: [
				{ value: 'Ada', count: 3 },
				{ value: 'Bo', count: 1 }
			],
			years: [
				{ value: '2024', count: 1 },
				{ value: '2022', count: 2 }
			]
		});
	});

	test('are as many as was counted where one is chosen', () => {
		const { levels, authors, years } = facetsOf(hits);
		for (const { value: level, count } of levels)
			expect(narrowed(hits, { ...everything, level })).toHaveLength(count);
		for (const { value: author, count } of authors)
			expect(narrowed(hits, { ...everything, author })).toHaveLength(count);
		for (const { value: year, count } of years)
			expect(narrowed(hits, { ...everything, year })).toHaveLength(count);
		expect(narrowed(hits, everything)).toEqual(hits);
		expect(narrowed(hits, { ...everything, texts: [textKey('read', 'c')] })).toHaveLength(1);
	});
});
