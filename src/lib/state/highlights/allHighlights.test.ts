import { describe, expect, test } from 'vitest';
import type { OwnHighlight } from '$lib/core/highlight/ownHighlight';
import { matchingGroups, type HighlightGroup } from './allHighlights.svelte';

const highlight = (exact: string, note = '') =>
	({ id: exact, quotes: [{ exact }], note }) as unknown as OwnHighlight;

const groups: readonly HighlightGroup[] = [
	{
		article: 'gard',
		title: 'En gård',
		lang: 'sv',
		place: 'own',
		highlights: [highlight('Katten satt'), highlight('Det regnade', 'Varför?')]
	},
	{ article: 'hus', title: null, lang: 'en', place: null, highlights: [highlight('A house')] }
];

const found = (query: string) =>
	matchingGroups(groups, query).map(({ article, highlights }) => [
		article,
		...highlights.map(({ id }) => id)
	]);

describe('the filter of all highlights', () => {
	test.each([
		[
			'',
			[
				['gard', 'Katten satt', 'Det regnade'],
				['hus', 'A house']
			]
		],
		[' GÅRD', [['gard', 'Katten satt', 'Det regnade']]],
		['katten', [['gard', 'Katten satt']]],
		['varför', [['gard', 'Det regnade']]],
		['hund', []]
	])('finds titles, text and notes: “%s”', (query, expected) => {
		expect(found(query)).toEqual(expected);
	});
});
