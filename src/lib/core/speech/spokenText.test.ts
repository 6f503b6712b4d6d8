import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSayable, spokenText } from './spokenText';

const swedish: readonly (readonly [string, string])[] = [
	['Räntan är 3,5 procent.', 'Räntan är tre komma fem procent.'],
	['Pi är 3,14159.', 'Pi är tre komma ett fyra ett fem nio.'],
	['Det var 3,05 meter.', 'Det var tre komma noll fem meter.'],
	['Det steg med 2,25 %.', 'Det steg med två komma tjugofem procent.'],
	['Mötet börjar kl. 14.30.', 'Mötet börjar klockan fjorton trettio.'],
	['Mötet är kl. 14.00–15.30.', 'Mötet är klockan fjorton till femton trettio.'],
	['Vi ses kl 9.', 'Vi ses klockan nio.'],
	['Tåget går 07:05.', 'Tåget går sju noll fem.'],
	['Det regleras i 5 §.', 'Det regleras i femte paragrafen.'],
	['Enligt § 5 gäller detta.', 'Enligt paragraf 5 gäller detta.'],
	['Se 3 kap. 2 § lagen.', 'Se tredje kapitlet andra paragrafen lagen.'],
	['Priset är 10 000 kr.', 'Priset är tiotusen kronor.'],
	['Det kostar 1 kr.', 'Det kostar en krona.'],
	['Där bor 12 500 000 människor.', 'Där bor tolv miljoner femhundratusen människor.'],
	['Av 1 500 kom 3.', 'Av ettusen femhundra kom 3.'],
	['T.ex. katter, hundar m.m.', 'till exempel katter, hundar med mera.'],
	['Bland dem bl.a. Anna, d.v.s. hon.', 'Bland dem bland annat Anna, det vill säga hon.'],
	['Den s. k. eliten, t ex generaler.', 'Den så kallade eliten, till exempel generaler.'],
	['Han föddes 1989.', 'Han föddes nittonhundra åttionio.'],
	['I januari 2022 hände det.', 'I januari tjugohundra tjugotvå hände det.'],
	['Den 5 januari 2022 sköt man.', 'Den femte januari tjugohundra tjugotvå sköt man.'],
	['Den 5–7 maj.', 'Den femte till sjunde maj.'],
	[
		'Åren 1939–1945 var krig.',
		'Åren nittonhundra trettionio till nittonhundra fyrtiofem var krig.'
	],
	['På 1990-talet.', 'På nittonhundranittiotalet.'],
	['På 1800-talet och 60-talet.', 'På artonhundratalet och sextiotalet.'],
	['År 2000 och 2022-01-05.', 'År tvåtusen och den femte januari tjugohundra tjugotvå.'],
	['Den 1:a och den 3:e.', 'Den första och den tredje.'],
	['De gick 5 km på 20 min.', 'De gick 5 kilometer på 20 min.'],
	['Ytan är 12 km².', 'Ytan är 12 kvadratkilometer.'],
	['Det var −5 °C.', 'Det var minus 5 grader.'],
	['Mellan 10 och 15–20 personer.', 'Mellan 10 och 15 till 20 personer.'],
	['Johan & Co, nr 3, s. 12.', 'Johan och Co, nummer 3, sidan 12.'],
	['Ca 2,5 miljoner kr.', 'cirka två komma fem miljoner kronor.'],
	['År 44 f.Kr. dog han.', 'År 44 före Kristus dog han.'],
	['EU:s regler och USA:s.', 'EU:s regler och USA:s.'],
	['Version 3.5 kom.', 'Version 3.5 kom.']
];

const english: readonly (readonly [string, string])[] = [
	['The rate is 3.5 percent.', 'The rate is three point five percent.'],
	['It rose by 2.25%.', 'It rose by two point two five percent.'],
	['Some 10,000 people came.', 'Some ten thousand people came.'],
	['It cost 1,250,000 kr.', 'It cost one million two hundred and fifty thousand kronor.'],
	['He was born in 1989.', 'He was born in nineteen eighty-nine.'],
	['In 1905 and 2005.', 'In nineteen oh five and two thousand and five.'],
	['On 5 January 2022 they shot.', 'On the fifth of January twenty twenty-two they shot.'],
	['On the 5th of January.', 'On the fifth of January.'],
	['On January 5, 2022, it began.', 'On January fifth, twenty twenty-two, it began.'],
	['The 1990s and the ’60s.', 'The nineteen nineties and the sixties.'],
	['The 1800s.', 'The eighteen hundreds.'],
	['From 1939–1945.', 'From nineteen thirty-nine to nineteen forty-five.'],
	['At 14:30 and 9:05 a.m.', 'At fourteen thirty and nine oh five a m.'],
	['It begins at 9:00.', 'It begins at nine o’clock.'],
	['It costs $5 million, or £1.', 'It costs 5 million dollars, or 1 pound.'],
	['It cost US$3.5bn.', 'It cost three point five billion US dollars.'],
	['See § 5, e.g. there, i.e. here.', 'See section 5, for example there, that is here.'],
	['Cats, dogs, etc.', 'Cats, dogs, et cetera.'],
	['Mr. Smith vs. Dr. Jones.', 'Mister Smith versus Doctor Jones.'],
	['No. 5, pp. 10–12.', 'number 5, pages 10 to 12.'],
	['It was −5 °C over 12 km².', 'It was minus 5 degrees Celsius over 12 square kilometres.'],
	['Smith & Sons paid 2022.', 'Smith and Sons paid twenty twenty-two.']
];

describe('what is said', () => {
	it.each(swedish)('of the Swedish “%s” is “%s”', (written, said) => {
		expect(spokenText(written, 'sv')).toBe(said);
	});
	it.each(english)('of the English “%s” is “%s”', (written, said) => {
		expect(spokenText(written, 'en-GB')).toBe(said);
	});
	it.each([
		['is without the marks of footnotes', 'Så är det.[12] Eller?³', 'Så är det. Eller?'],
		[
			'names an address by its host',
			'Se https://www.example.com/a/b?c=1 nu.',
			'Se example.com nu.'
		],
		['is without soft hyphens and odd spaces', 'sam\u00ADhälls\u00A0vård\nhär', 'samhälls vård här']
	])('%s', (_, written, said) => {
		expect(spokenText(written, 'sv')).toBe(said);
	});
	it('keeps the words of a language without rules', () => {
		expect(spokenText('Environ 3,5 %.', 'fr')).toBe('Environ 3,5 %.');
	});
});

describe('every text', () => {
	const langs = fc.constantFrom('sv', 'en', 'de');
	const pieces = fc.array(
		fc.constantFrom(
			...[
				'3,5',
				'1 000',
				'14.30',
				'kl. ',
				'§',
				' ',
				'.',
				'1989',
				'–',
				'%',
				'kr',
				't.ex.',
				'maj',
				'5',
				'[3]'
			],
			...['$', 'a', 'ö', '²', ',', ':', '-tal', '&', 'No. ', 'January ', '999999999999999']
		),
		{ maxLength: 30 }
	);
	it('is said without an error, and nothing with a letter or a figure is silent', () => {
		fc.assert(
			fc.property(pieces, langs, (parts, lang) => {
				const text = parts.join('');
				const said = spokenText(text, lang);
				if (/[\p{L}\d]/u.test(text.replace(/\[\d+\]/g, ''))) expect(isSayable(said)).toBe(true);
			})
		);
	});
	it('of letters alone is said as it is', () => {
		const word = fc.stringMatching(/^[a-zåäö]{5,12}$/);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), langs, (words, lang) => {
				const text = words.join(' ');
				// Some abbreviations are long: `approx.` and the like need their full stop.
				expect(spokenText(text, lang)).toBe(text);
			})
		);
	});
});
