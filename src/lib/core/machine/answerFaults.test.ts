import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import { faultOf, isIn, lowered } from './answerFaults';

const pair = { from: 'sv', to: 'en' };

describe('accepts as an answer', () => {
	it.each([
		['a translation', 'Vi gick dit på söndagen.', 'We walked there on the Sunday.'],
		['a name that stays', 'Anna Karlsson', 'Anna Karlsson'],
		['figures in another notation', 'De var 40 000, år 1986.', 'They were 40,000, in 1986.'],
		['figures in words', 'Det fanns 3 hus där.', 'There were three houses there.'],
		['a decade', 'På 1990-talet var det så.', 'In the 1990s that was so.'],
		['what is said over and over there too', 'Nej, nej, nej, nej!', 'No, no, no, no!'],
		['laughter', 'Hahahahahahahaha!', 'Hahahahahahahaha!'],
		['a long one for a short one', 'Jfr ovan.', 'Compare what has been said about this above.'],
		['no words for none', '…', '…'],
		['a quotation left as it was', 'Det stod ”Vi är inte här”.', 'It said ”Vi är inte här”.']
	])('%s', (_, sentence, answer) => {
		expect(faultOf(sentence, answer, pair)).toBeNull();
	});
});

describe('rejects an answer as', () => {
	const long = 'Det röda huset ligger vid havet, och där har det legat så länge någon minns.';
	it.each([
		['empty', 'Vi gick dit.', ''],
		['empty', 'Vi gick dit.', ' . ,'],
		['looping', 'Vi gick dit.', 'We went there there there there.'],
		['looping', 'Vi gick dit.', 'We went we went we went there.'],
		['looping', long, 'The red house by the sea, by the sea, by the sea, has been there.'],
		['looping', 'Hej.', `H${'ello'.repeat(20)}`],
		['looping', 'Nej, nej!', 'No, no, no, no, no, no!'],
		[
			'long',
			'Vi gick dit.',
			'We walked there, and so on, until it was quite another and much longer story than the one told.'
		],
		['short', long, 'The red house.'],
		['figures', 'Det var 1986.', 'It was long ago.'],
		['figures', 'Mellan 1986 och 1989.', 'Between 1986 and 1986.'],
		['language', 'Vi gick dit på söndagen.', 'Vi gick dit på söndagen.'],
		[
			'language',
			'Vi gick dit på söndagen, och där var det ingen.',
			'Das ist ein Text, der nicht auf Englisch ist.'
		]
	])('%s: %s → %s', (fault, sentence, answer) => {
		expect(faultOf(sentence, answer, pair)).toBe(fault);
	});
});

describe('laws', () => {
	const folder = 'translations/articles/';
	const translations = readdirSync(folder)
		.map((name) => /\.([a-z]+)\.json$/.exec(name) && name)
		.flatMap((name) => name ?? [])
		.map((name) => ({
			lang: name.split('.').at(-2) ?? '',
			units: (
				JSON.parse(readFileSync(folder + name, 'utf8')) as {
					units: readonly { text: readonly string[] }[];
				}
			).units
		}));
	const spoken = translations.flatMap(({ lang, units }) =>
		units.flatMap(({ text }) =>
			text.flatMap((words) =>
				sentences(plain(words), lang).map((one) => ({ lang, text: one.text }))
			)
		)
	);

	it('finds no loop and no other language in sentences that people wrote', () => {
		const found = spoken.filter(({ lang, text }) => {
			const fault = faultOf(text, text, { from: lang === 'sv' ? 'en' : 'sv', to: lang });
			// A list of English titles in a Swedish text is for a reader to judge.
			return fault !== null && fault !== 'figures' && isIn(text, lang);
		});
		expect(found).toEqual([]);
		expect(spoken.length).toBeGreaterThan(500);
	});

	it('always finds a copy of a sentence in its own language', () => {
		const copies = spoken.filter(({ lang, text }) => isIn(text, lang) && text.length > 60);
		const found = copies.map(({ lang, text }) => ({
			text,
			fault: faultOf(text, text, { from: lang, to: lang === 'sv' ? 'en' : 'sv' })
		}));
		// A sentence that is mostly quotation is found by its figures, or not at all.
		expect(found.filter(({ fault }) => fault === null)).toEqual([]);
		expect(found.filter(({ fault }) => fault === 'language').length).toBeGreaterThan(500);
	});

	it('never throws, and finds no loop in a copy', () => {
		const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(text, text, (sentence, answer) => {
				faultOf(sentence, answer, pair);
				expect(['looping', 'empty', 'long', 'short']).not.toContain(
					faultOf(sentence, sentence, pair)
				);
			})
		);
	});
});

describe('a sentence is in the language asked for:', () => {
	it.each([
		[true, 'This is how it was, and how it will be.'],
		[false, 'Så här var det, och så här kommer det att bli.'],
		[false, 'Han sade ”this is how it was, and how it will be”.'],
		[false, 'Se https://example.org/this-is-how-it-was-and-will-be'],
		[false, 'Anna Karlsson'],
		[false, '']
	])('%s: %s', (is, sentence) => {
		expect(isIn(sentence, 'en')).toBe(is);
	});
});

describe('capitals are lowered:', () => {
	it.each([
		['RYSSLAND GICK IN', 'Ryssland gick in'],
		['– 3 HUS I BYN', '– 3 Hus i byn'],
		['ÅÄÖ 12 ÅR', 'Åäö 12 år'],
		['Ryssland gick in i NATO', null],
		['EU', null],
		['12 %', null]
	])('%s → %s', (sentence, low) => {
		expect(lowered(sentence)).toBe(low);
	});
});
