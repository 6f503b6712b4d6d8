import { expect, test } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { countWords, readingMinutes } from './words';

test.each([
	['', 0],
	['One', 1],
	['Two words', 2],
	['wrapped\nlines, no-break\u00a0spaces', 4],
	['a dash – is none, nor … is that', 7],
	['co-op costs 16.8 %', 3],
	['3 000 kr', 3],
	['*one*[^5] **two**', 2],
	['[two words](https://a.example/three)', 2],
	['\ud800 å', 1]
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));

test.each([
	[0, 0],
	[1, 1],
	[220, 1],
	[221, 2],
	[2200, 10]
])('%i words take %i minutes', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));

test('a text without a word is counted in linear time', () => {
	expectLinear(repeated('-'), (text) => expect(countWords(text)).toBe(0));
});
