import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figures, lacking } from './figures';

/** Returns the figures that only one side has, as `lost/added`. */
function compared(sv: string, en: string): string {
	const [ours, theirs] = [figures(sv, 'sv'), figures(en, 'en')];
	const shown = (all: ReturnType<typeof lacking>) => all.map((one) => one.shown).join(', ');
	return `${shown(lacking(ours, theirs))}/${shown(lacking(theirs, ours))}`;
}

describe('equal figures', () => {
	it.each([
		['40 000 arbetare', '40,000 workers'],
		['40\u00a0000 arbetare', '40,000 workers'],
		['16,8 procent', '16.8 per cent'],
		['16.8 procent, fel skrivet', '16.8% of it'],
		['3,5 miljoner', '3.5 million'],
		['37 miljarder dollar', '$37 billion'],
		['244 miljoner dollar', '244 million dollars'],
		['en miljon människor', 'a million people'],
		['uppemot en miljon', 'up to one million'],
		['9 miljoner pund', '£9m'],
		['764 mil', '7,640 km'],
		['tre bolag', 'three companies'],
		['3 bolag', 'three companies'],
		['tjugotvå och tvåhundrafemtio', 'twenty-two and two hundred and fifty'],
		['femtusen', 'five thousand'],
		['åtta procent', '8 per cent'],
		['en procent', '1%'],
		['1990-talet', 'the 1990s'],
		['mitten av 90-talet', 'the mid-1990s'],
		['1960- och 1970-talen', 'the 1960s and 1970s'],
		['1800-talet', 'the 19th century'],
		['1800-talet', 'the nineteenth century'],
		['17–21/1 2022', '17–21 January 2022'],
		['den 16 december 2012', '16 December 2012'],
		['2022-01-15', '15 January 2022'],
		['2005–2009', '2005–09'],
		['för 5–6 personer', 'for 5–6 people'],
		['under januaridagarna', 'in those January days'],
		['för tredje gången', 'for the third time'],
		['två tredjedelar', 'two thirds'],
		['båda länderna', 'the two countries'],
		['ett decennium', 'ten years'],
		['artikel 4', 'Article 4'],
		['COVID-19 och G20', 'Covid and a summit'],
		['En dag kom de', 'One day they came'],
		['Det kan hända i maj 2014', 'It may happen in May 2014'],
		['se https://example.org/2014/03', 'see the page']
	])('%s = %s', (sv, en) => {
		expect(compared(sv, en)).toBe('/');
	});
});

describe('different figures', () => {
	it.each([
		['40 000 arbetare', '4,000 workers', '40 000/4,000'],
		['16,8 procent', '18.6 per cent', '16,8 procent/18.6 per cent'],
		['17 procent', '17 kinds', '17 procent/'],
		['3,5 miljoner', '3.5 billion', '3,5 miljoner/3.5 billion'],
		['764 mil', '764 km', '764 mil/764'],
		['tre bolag', 'four companies', 'tre/four'],
		['den 5 januari', '5 February', 'januari/February'],
		['1990-talet', 'the 1980s', '1990-tal/1980s'],
		['6 miljarder euro', '$6 billion', '6 miljarder euro/6 billion'],
		['2014 och igen 2014', 'in 2014', '2014/'],
		['på måndag', 'on Tuesday', 'måndag/Tuesday']
	])('%s ≠ %s', (sv, en, difference) => {
		expect(compared(sv, en)).toBe(difference);
	});
});

it('every whole number is equal in both notations', () => {
	const grouped = (mark: string) => (number: number) =>
		String(number).replace(/\B(?=(?:\d{3})+$)/g, mark);
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 999_999_999 }), (number) => {
			expect(compared(grouped(' ')(number), grouped(',')(number))).toBe('/');
		})
	);
});

it('a text lacks no figure of itself, whatever the text', () => {
	const text = fc.string({ unit: 'grapheme' });
	fc.assert(
		fc.property(text, fc.constantFrom('sv', 'en', 'de'), (words, lang) => {
			expect(lacking(figures(words, lang), figures(words, lang))).toEqual([]);
		})
	);
});
