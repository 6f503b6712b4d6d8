import { describe, expect, test } from 'vitest';
import { fold, likeness } from './cognate';
import { figures, significant } from './number';
import { stemmer } from './stem';
import { countMarks, ends, tokens, quotes } from './token';

const forms = (text: string) => tokens(text).map(({ form }) => form);

describe('tokens', () => {
	test.each([
		['Det kostar 16,8 kronor.', ['det', 'kostar', '#168', 'kronor']],
		['It costs 16.8 crowns.', ['it', 'costs', '#168', 'crowns']],
		['40 000 eller 40,000', ['#40000', 'eller', '#40000']],
		['Ann’s dog doesn’t', ['ann', 'dog', 'doesn']],
		['kl. 17.30', ['kl', '#1730']],
		['2018-10-05', ['#2018', '#10', '#5']],
		['1990-talet', ['#1990', 'talet']],
		['我们走', ['我', '们', '走']],
		['…', []]
	])('of %s', (text, expected) => expect(forms(text)).toEqual(expected));

	test('a capital within a sentence marks a name', () =>
		expect(tokens('Här bor Ek.').map(({ name }) => name)).toEqual([false, false, true]));
});

test.each([
	['764', '7640'],
	['13', '1300000'],
	['20', '2']
])('%s and %s have the same digits except for trailing zeros', (one, other) =>
	expect(significant(`#${one}`)).toBe(significant(`#${other}`))
);

test.each([
	['7,640', ['#7640']],
	['1 234 567,8', ['#12345678']],
	['12:30', ['#12', '#30']],
	['3.', ['#3']],
	['007', ['#7']],
	['1, 2, 3', ['#1', '#2', '#3']]
])('the numbers of %s', (run, expected) => expect(figures(run)).toEqual(expected));

describe('stems', () => {
	test.each([
		['sv', ['hund', 'hunden', 'hundar', 'hundarna', 'hundens']],
		['sv', ['tala', 'talar', 'talade', 'talat']],
		['en', ['walk', 'walks', 'walked', 'walking']],
		['en', ['city', 'cities']],
		['en', ['house', 'houses']],
		['de', ['Berg', 'Berge', 'Bergen', 'Berges'].map((word) => word.toLowerCase())],
		['fr', ['montagne', 'montagnes']],
		['fi', ['talossa', 'talossani']]
	])('%s: %s have one stem', (lang, words) => {
		expect(new Set(words.map(stemmer(lang))).size).toBe(1);
	});
	test('no stem is empty', () => {
		for (const lang of ['sv', 'en', 'de', 'fr', 'fi'])
			for (const word of ['a', 'en', 's', 'ing', 'ens', 'été'])
				expect(stemmer(lang)(word)).not.toBe('');
	});
});

describe('cognates', () => {
	test.each([
		['telefon', 'telephone'],
		['köpenhamn', 'kopenhagen'],
		['quartett', 'kvartett'],
		['Photographie'.toLowerCase(), 'fotografi']
	])('%s is like %s', (a, b) =>
		expect(likeness(fold(a), fold(b), 0.6)).toBeGreaterThanOrEqual(0.6)
	);
	test.each([
		['hund', 'dog'],
		['fönster', 'window'],
		['', 'word']
	])('%s is not like %s', (a, b) => expect(likeness(fold(a), fold(b), 0.6)).toBe(0));
	test('a word is like itself', () => expect(likeness('abc', 'abc', 0.6)).toBe(1));
});

test('marks are counted by kind', () => {
	expect(countMarks('”Vad?” sade han; (ja!) – 5 %')).toEqual([1, 1, 0, 1, 2, 2, 1, 0, 0, 1]);
});

test.each([
	['“Yes,” he said. “No.”', 4],
	["'Yes,' he said.", 2],
	['‘Yes,’ he said; ‘no.’', 4],
	["The dogs' house isn't John's.", 0],
	["L' eau de l' île n' est pas là .", 0],
	["They did n't see John 's boat .", 0],
	["Er sah den ' Yeti ' noch .", 2],
	['« Oui » , dit-il .', 2]
])('quotation marks are told from apostrophes: %s', (sentence, marks) => {
	expect(countMarks(sentence)[quotes]).toBe(marks);
});

test.each([
	['Det är så.', true],
	['”Så?”', true],
	['En rubrik', false],
	['Så:', true]
])('%s ends like a sentence: %s', (text, expected) => expect(ends(text)).toBe(expected));
