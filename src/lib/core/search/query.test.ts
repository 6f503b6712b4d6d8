import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuery, lookedFor, parseQuery, withLang, type QueryTerm } from './query';

/** Returns terms in short: `bok`, `"röda rummet"`, `-hylla`, `title:polis`. */
const short = (typed: string) => formatQuery(parseQuery(typed));

describe('a query', () => {
	test.each([
		['Böcker och BILAR', 'böcker och bilar'],
		['”röda rummet” “the red room" "öppen', '"the red room" "röda rummet" "öppen"'],
		['bok -hylla -"gamla böcker"', 'bok -hylla -"gamla böcker"'],
		['title:Polisen titel: "en dag"', 'title:polisen title:"en dag"'],
		['lang:sv bok', 'bok lang:sv'],
		['språk:EN-gb book', 'book lang:en'],
		['lang:?? bok', 'lang bok'],
		['EU:s e-post 1,5 1997 80-talet', 'eu:s e-post 1,5 1997 80-talet'],
		['och/eller', '"och eller"'],
		['<b>bok</b> <script src="x"> *fet* _lutad_ &amp;', 'bok fet lutad amp'],
		['a < b', 'a b'],
		['- -- " "" title: ', '"title"'],
		['bok bok "bok"', 'bok "bok"'],
		['', ''],
		['?!…', '']
	])('%s asks for %s', (typed, asked) => {
		expect(new Set(short(typed).split(' '))).toEqual(new Set(asked.split(' ')));
	});

	test.each([
		['bok', 'en', 'bok lang:en'],
		['bok lang:sv "a b"', 'en', 'bok "a b" lang:en'],
		['språk: sv bok', null, 'bok'],
		['', 'sv', 'lang:sv']
	])('%s in %s is %s', (typed, lang, said) => {
		expect(withLang(typed, lang)).toBe(said);
		expect(parseQuery(withLang(typed, lang)).lang).toBe(lang);
	});

	test('of ten thousand characters is cut, and says so', () => {
		const query = parseQuery('ord1 och mer '.repeat(1000));
		expect(query.terms.map(({ words }) => words.join())).toEqual(['ord1', 'och', 'mer']);
		expect(query.isCut).toBe(true);
		expect(lookedFor('ord1 och mer '.repeat(1000)).length).toBeLessThanOrEqual(500);
		const many = parseQuery(Array.from({ length: 40 }, (_, nth) => `w${nth}x`).join(' '));
		expect([many.terms.length, many.isCut]).toEqual([16, true]);
		expect(parseQuery('bok').isCut).toBe(false);
		expect(parseQuery('x'.repeat(10_000)).terms).toHaveLength(1);
	});
});

const word = fc.constantFrom('bok', 'går', 'eu:s', 'e-post', '1997', 'title', 'lang', 'och');
const term = fc.record({
	words: fc.array(word, { minLength: 1, maxLength: 3 }),
	isExact: fc.boolean(),
	in: fc.constantFrom<QueryTerm['in']>('text', 'title')
});
const terms = fc
	.uniqueArray(term, { maxLength: 6, selector: (one) => JSON.stringify(one) })
	.map((all) => all.map((one) => ({ ...one, isExact: one.isExact || one.words.length > 1 })))
	.map((all) => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]);

describe('laws', () => {
	test('a query that is written is read again', () => {
		fc.assert(
			fc.property(terms, terms, fc.constantFrom(null, 'sv', 'de'), (some, without, lang) => {
				const query = { terms: some, without, lang, isCut: false };
				expect(parseQuery(formatQuery(query))).toEqual(query);
			})
		);
	});

	test('anything can be typed', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc
				.array(fc.constantFrom('"', '-', 'title:', 'lang:', 'bok', ' ', '<b>', '”', ':', '*'))
				.map((all) => all.join(''))
		);
		fc.assert(
			fc.property(typed, (text) => {
				const query = parseQuery(text);
				for (const { words, isExact } of [...query.terms, ...query.without]) {
					expect(words.length).toBeGreaterThan(0);
					expect(isExact || words.length === 1).toBe(true);
				}
			})
		);
	});
});
