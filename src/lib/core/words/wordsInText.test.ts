import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	edgeWord,
	extentOf,
	nextWord,
	wordAt,
	wordSentences,
	wordsBetween,
	type AskedWords
} from './wordsInText';

const text = 'EU:s möte ställdes in. ”Varför?” frågade hon t.ex. i går.';
const said = (found: AskedWords | null, of = text): string | null => {
	if (!found) return null;
	const { start, end } = extentOf(found);
	return of.slice(start, end);
};
const at = (part: string, by = 0): number => text.indexOf(part) + by;

test.for([
	['the first letter', at('möte'), 'möte'],
	['the end', at('möte', 4), 'möte'],
	['a colon within', at('EU:s', 2), 'EU:s'],
	['an abbreviation', at('t.ex.', 3), 't.ex.'],
	['a quotation mark', at('”Varför', 0), null]
] as const)('a word is found at its letters: %s', ([, offset, word]) => {
	expect(said(wordAt(text, 'sv', offset))).toBe(word);
});

test('a range has the words that it touches, those of its first sentence', () => {
	expect(said(wordsBetween(text, 'sv', at('ställdes', 2), at('in.', 1)))).toBe('ställdes in');
	expect(said(wordsBetween(text, 'sv', at('in.'), at('frågade', 3)))).toBe('in');
	expect(wordsBetween('…', 'sv', 0, 1)).toBeNull();
});

describe('the next word', () => {
	test('is one of the next sentence, past the end of its own', () => {
		const last = wordAt(text, 'sv', at('in.'));
		const next = last && nextWord(text, 'sv', last, 1);
		expect(said(next)).toBe('Varför');
		expect(said(next && nextWord(text, 'sv', next, -1))).toBe('in');
	});

	test('is none past the end of the text', () => {
		const [first] = wordSentences(text, 'sv');
		expect(first && nextWord(text, 'sv', first, -1)).toBeNull();
	});

	test('leads over every word of any text, there and back', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('Är', 'bil', '. ', ' ', '80-talet', '”', 'x')),
				(parts) => {
					const any = parts.join('');
					const walk = (by: 1 | -1): string[] => {
						const all = wordSentences(any, 'sv');
						const from = all.at(by > 0 ? 0 : -1);
						const seen: string[] = [];
						for (
							let word = from ? edgeWord(from, by) : null;
							word;
							word = nextWord(any, 'sv', word, by)
						)
							seen.push(`${extentOf(word).start} ${said(word, any) ?? ''}`);
						return seen;
					};
					expect(walk(-1).reverse()).toEqual(walk(1));
				}
			)
		);
	});
});
