import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote } from './findQuote';
import { quoteOf, type Quote, type TextRange } from './quote';

const word = fc.constantFrom(
	'katten',
	'Katten',
	'och',
	'så',
	'satt',
	'”nej”',
	'– ja',
	'å',
	'🐈',
	'e\u0301'
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const anyText = fc.oneof(paragraph, fc.string({ unit: 'binary', maxLength: 40 }));
const ends = fc.tuple(fc.nat(80), fc.nat(80));

const rangeIn = (text: string, [a, b]: readonly [number, number]): TextRange => ({
	start: Math.min(a, b) % (text.length + 1),
	end: Math.max(a, b) % (text.length + 1)
});

/** Returns the words that the quote of `marked` ([like this]) finds in `text`; null for none. */
function found(marked: string, text: string): string | null {
	const start = marked.indexOf('[');
	const plain = marked.replace(/[[\]]/g, '');
	const quote = quoteOf(plain, { start, end: marked.indexOf(']') - 1 });
	const range = quote && findQuote(text, quote);
	return range && text.slice(range.start, range.end);
}

describe('a quote', () => {
	test('is without the white space at its ends', () => {
		expect(quoteOf('En katt satt.', { start: 2, end: 8 })).toEqual({
			exact: 'katt',
			prefix: 'En ',
			suffix: ' satt.',
			start: 3
		});
		expect(quoteOf('En katt', { start: 2, end: 3 })).toBeNull();
	});

	test('of a paragraph is found in it at the same place', () => {
		fc.assert(
			fc.property(anyText, ends, (text, pair) => {
				const quote = quoteOf(text, rangeIn(text, pair));
				if (!quote) return;
				const range = findQuote(text, quote);
				expect(range).toMatchObject({
					start: quote.start,
					end: quote.start + quote.exact.length,
					sure: 1
				});
			})
		);
	});

	test('is found by its words after edits elsewhere in the paragraph', () => {
		fc.assert(
			fc.property(anyText, ends, anyText, anyText, (text, pair, before, after) => {
				const quote = quoteOf(text, rangeIn(text, pair));
				if (!quote) return;
				const edited = `${before} ${quote.exact} ${after}`;
				const range = findQuote(edited, quote);
				expect(range && edited.slice(range.start, range.end)).toBe(quote.exact);
			})
		);
	});

	test('of any shape makes no text throw, and what is found is inside the text', () => {
		const quote: fc.Arbitrary<Quote> = fc.record({
			exact: fc.oneof(anyText, fc.string({ unit: 'binary' })),
			prefix: anyText,
			suffix: anyText,
			start: fc.nat(50)
		});
		fc.assert(
			fc.property(anyText, quote, (text, quote) => {
				const range = findQuote(text, quote);
				if (!range) return;
				expect(range.start).toBeGreaterThanOrEqual(0);
				expect(range.end).toBeGreaterThan(range.start);
				expect(range.end).toBeLessThanOrEqual(text.length);
			})
		);
	});

	test.each([
		['other quotation marks', 'Hon sa [”nej tack”] då.', 'Hon sa "nej tack" då.', '"nej tack"'],
		[
			'another dash and space',
			'Ja [– nej] då.',
			'Ja —\u00a0nej då.'.replace('—\u00a0', '—  '),
			'—  nej'
		],
		['a decomposed letter', 'En [blå] bok.', 'En bla\u030a bok.', 'bla\u030a'],
		[
			'a soft hyphen',
			'Ett [säkerhetsråd] här.',
			'Ett säker\u00adhetsråd här.',
			'säker\u00adhetsråd'
		],
		[
			'a corrected word',
			'Då [gick dem in i det stora huset] igen.',
			'Då gick de in i det stora huset igen.',
			'gick de in i det stora huset'
		],
		[
			'a word more',
			'Då [gick de in i det stora huset] igen.',
			'Sen gick de in i det mycket stora huset igen.',
			'gick de in i det mycket stora huset'
		],
		[
			'the place of the same context',
			'en katt och [en katt] till',
			'nu en katt och en katt till',
			'en katt'
		],
		[
			'nothing, if the words are gone',
			'Då [gick de in i huset] igen.',
			'Det regnade hela dagen.',
			null
		],
		['nothing of a short quote', 'En [katt satt] här.', 'En hund låg här.', null]
	])('finds %s', (_, marked, text, words) => {
		expect(found(marked, text)).toBe(words);
	});

	test('of repeated words is found where the context is the same', () => {
		const text = 'Det regnade. Hon gick. Det regnade. Han kom.';
		const quote = quoteOf(text, { start: 23, end: 35 });
		const edited = `Ja. ${text}`;
		expect(quote && findQuote(edited, quote)?.start).toBe(27);
	});
});
