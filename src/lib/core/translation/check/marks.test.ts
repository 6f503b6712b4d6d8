import { expect, it } from 'vitest';
import { brackets, emphases, foreignMarks, links, markers, quotationMarks } from './marks';

it.each([
	['”Ja”, sade hon.', '“Yes,” she said.', 2],
	['”Hon sade ’ja’ till det.”', '“She said ‘yes’ to it.”', 4],
	['”Det går vidare', '“It goes on', 1],
	['en ”vän”', 'a ‘friend’', 2],
	['läsarens', 'the reader’s, the readers’ and don’t', 0],
	['”vän”', 'a "friend"', 2]
])('%s and %s have as many quotation marks', (sv, en, count) => {
	expect([quotationMarks(sv), quotationMarks(en)]).toEqual([count, count]);
});

it('finds quotation marks of another language', () => {
	expect(foreignMarks('”ja” och ’nej’', 'sv')).toEqual([]);
	expect(foreignMarks('“yes” and ‘no’', 'en-GB')).toEqual([]);
	expect(foreignMarks('“ja” och "nej"', 'sv')).toEqual(['“', '"']);
	expect(foreignMarks('”yes"', 'en')).toEqual(['"']);
	expect(foreignMarks("don't", 'en')).toEqual(["'"]);
	expect(foreignMarks('„ja“', 'de')).toEqual([]);
});

it('counts brackets, except those of an abbreviation', () => {
	expect(brackets('a (b) c (d)', '()')).toBe('2');
	expect(brackets('1) a (b)', '()')).toBe('1 (, 2 )');
	expect(brackets('the Union (EU)', '()')).toBe('0');
	expect(brackets('[sic] (b)', '[]')).toBe('1');
});

it('counts the marks of inline Markdown, also nested ones', () => {
	const text = '*a **b** c* [*d*](https://example.org/1)[^2]\n*e*[^1]';
	expect(emphases(text)).toEqual({ emphasis: 3, strong: 1 });
	expect(links(text)).toEqual(['https://example.org/1']);
	expect(markers(text)).toEqual(['2', '1']);
});
