import { describe, expect, test } from 'vitest';
import { lit, searched, type SomeText } from './searched.fixture';

const library: readonly SomeText[] = [
	{
		id: 'a',
		title: 'Böcker och hus',
		authors: ['Ada Qwerberg'],
		rows: [
			[
				'Böckerna låg i fackföreningens hus. Ingen läste dem.',
				'The books lay in the union’s house.'
			],
			['Den röda boken, och ett rum. Rummet var rött.', 'The red book, and a room.'],
			['Det röda rummet är en bok.', 'The red room is a book.'],
			['Bokhyllan föll 1997.', 'The shelf fell in 1997.']
		]
	},
	{
		id: 'b',
		title: 'En dag',
		rows: [
			[
				'Backen bortom bäcken är hög, och städerna ligger nära.',
				'The hill beyond the brook is high.'
			],
			['Text, text och text.', 'A text.', 'The verb is Old Norse.']
		]
	}
];

/** Returns the places of results with what is lit: `a1: boken`. */
async function places(typed: string, some = library): Promise<readonly string[]> {
	const { results } = await searched(typed, some);
	return results.map((result) => {
		const { column, row } = result.hit;
		return `${column.text.slice(5)}${row ?? ''}: ${lit(result).join(' ')}`;
	});
}

describe('a search finds', () => {
	test.each([
		[
			'a word in all its forms, titles first, compounds last',
			'bok',
			[...['a: Böcker', 'a2: bok', 'a0: Böckerna', 'a1: boken', 'a3: Bokhyllan']]
		],
		['a part of a compound', 'förening', ['a0: fackföreningens']],
		['nothing for the part of a compound that is asked for', 'fackklubb', []],
		[
			'all words of a paragraph, those near each other first',
			'röda rummet',
			[...['a2: röda rummet', 'a1: röda rum Rummet rött']]
		],
		['a phrase as it stands', '"röda rummet"', ['a2: röda rummet']],
		['one form in quotation marks', '"boken"', ['a1: boken']],
		['nothing that is not wanted', 'bok -röd', ['a: Böcker', 'a0: Böckerna', 'a3: Bokhyllan']],
		['no phrase that is not wanted', 'röd -"röda rummet"', ['a1: röda rött']],
		['the other language', 'book', ['a1: book', 'a2: book', 'a0: books']],
		['one language', 'text lang:en', ['b1: text']],
		['both sides of a paragraph once', 'text', ['b1: Text text text']],
		['a title', 'title:dag', ['b: dag']],
		['words of texts with a title', 'title:bok föll', ['a3: föll']],
		['no text with a title', 'hög -title:dag', []],
		['an author', 'qwerberg', ['a: Qwerberg']],
		['a year', '1997', ['a3: 1997']],
		['a note to a translation', 'norse verbs', ['b1: verb Norse']],
		['å, ä, ö exactly first, and those with other marks after', 'backen', ['b0: Backen bäcken']],
		['what is typed without marks', 'stader', ['b0: städerna']],
		['small words', 'och', ['a: och', 'a1: och', 'b0: och', 'b1: och']]
	])('%s', async (_, typed, found) => {
		expect(new Set(await places(typed))).toEqual(new Set(found));
		expect((await places(typed))[0]).toBe(found[0]);
	});

	test('paragraphs with some of the words where none has all, and says so', async () => {
		const { by, terms, results } = await searched('röda rummet kamel', library);
		expect(by).toBe('some');
		expect(terms.map(({ kinds }) => kinds.size > 0)).toEqual([true, true, false]);
		expect(results[0]?.hit.row).toBe(2);
		expect((await searched('röda rummet', library)).by).toBe('all');
	});

	test('what has other marks, and says so', async () => {
		const { terms } = await searched('backen', library);
		expect(terms[0]?.kinds).toEqual(new Set(['exact', 'folded']));
		expect(terms[0]?.folded).toEqual(new Set(['bäcken']));
	});

	test.each([
		['a third language', 'Bücherregale'],
		['markup', '<img src=x onerror=alert(1)>'],
		['what is not wanted alone', '-bok'],
		['marks', '?!…'],
		['a language that the library lacks', 'bok lang:de']
	])('nothing for %s', async (_, typed) => {
		const { results, hits, by } = await searched(typed, library);
		expect([results, hits, by]).toEqual([[], [], 'all']);
	});
});
