import { expect, test } from 'vitest';
import { search } from './hits';
import { parseQuery } from './query';
import { indexOf, source, termsOf, textOf } from './searched.fixture';
import { corrected } from './spelling';

const segments = await indexOf([
	textOf({
		id: 'a',
		rows: [
			['Böckerna om Nazarbajev låg kvar, polisen kom.', 'The books about Nazarbayev remained.']
		]
	})
]);

test.each([
	['polisn', 'polisen'],
	['pollisen kom', 'polisen kom'],
	['ploisen -hus lang:sv', 'polisen -hus lang:sv'],
	['Nasarbajev', 'nazarbajev'],
	['boooks', 'books'],
	['bokks', 'books'],
	['polisen', null],
	['xqzwvk', null],
	['kmo', null],
	['"polisn"', null]
])('“%s” may mean “%s”', async (typed, meant) => {
	const query = parseQuery(typed);
	const { terms } = await search(query, segments, source);
	expect(await corrected(query, terms, segments, termsOf)).toBe(meant);
});
