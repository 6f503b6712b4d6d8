import { expect, it } from 'vitest';
import { expectLinear } from '../../../../tests/linear';
import { wrap } from './damage.fixture';
import { prose } from './outline.fixture';
import { isWrapped, joinWrapped } from './wrapped';

const sea = prose('havet');
const verse = ['Månen går över ängen,', 'natten är klar och kall,', 'rimfrost ligger på grinden,'];

it.each([30, 45, 60])('prose is wrapped at %d columns', (width) => {
	const lines = wrap(sea, width).split('\n');
	expect(isWrapped(lines)).toBe(true);
	expect(joinWrapped(lines)).toEqual(lines.length > 2 ? [sea] : lines);
});

it.each<[string, readonly string[]]>([
	['one line', [sea]],
	['a verse', verse],
	[
		'an even verse with capitals',
		['Solen går ner bakom berget', 'Ljuset har slocknat i byn', 'Ingen går ut efter vatten']
	],
	[
		'an even verse without',
		['solen går ner bakom berget', 'ljuset har slocknat i byn', 'ingen går ut efter vatten']
	],
	['an address', ['Kvarnen vid ån i Lund AB', 'Box 12', '222 22 Lund']]
])('%s is not wrapped', (_, lines) => {
	expect(isWrapped(lines)).toBe(false);
	expect(joinWrapped(lines)).toBe(lines);
});

it.each(['a', 'a. b;', 'A,'])('many lines “%s” are judged in linear time', (line) =>
	expectLinear(
		(size) => Array.from({ length: size }, () => line),
		(lines) => expect(joinWrapped(lines).length).toBeLessThanOrEqual(lines.length)
	)
);
