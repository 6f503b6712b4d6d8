import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { block } from './block';
import { fingerprint, normalise, parseFingerprint } from './fingerprint';
import { escapeInline } from './inline';

const original =
	'Ön är liten – knappt 3,5 mil – men ”affärsidén” håller… Eva-Lis sade att det inte är klart.';

describe('the same paragraph', () => {
	test.each([
		['wrapped lines', (t: string) => t.replaceAll(' ', '\n')],
		['CRLF', (t: string) => t.replaceAll(' ', '\r\n')],
		['a byte-order mark', (t: string) => `\ufeff${t}`],
		['white space at the ends', (t: string) => `  \n${t}\t\n`],
		['double spaces', (t: string) => t.replaceAll(' ', '  ')],
		['no-break spaces', (t: string) => t.replaceAll(' ', '\u00a0')],
		['thin and narrow spaces', (t: string) => t.replaceAll(' ', '\u2009').replace('3', '3\u202f')],
		['straight quotes', (t: string) => t.replaceAll('”', '"')],
		['English quotes', (t: string) => t.replace('”', '“')],
		['low and high quotes', (t: string) => t.replace('”', '„')],
		['guillemets', (t: string) => t.replaceAll('”', '»')],
		['two single quotes', (t: string) => t.replaceAll('”', '’’')],
		['three full stops', (t: string) => t.replace('…', '...')],
		['spaced full stops', (t: string) => t.replace('…', ' . . .')],
		['a spaced ellipsis', (t: string) => t.replace('…', ' …')],
		['a hyphen for a dash', (t: string) => t.replaceAll('–', '-')],
		['a long dash, close', (t: string) => t.replaceAll(' – ', '—')],
		['two hyphens for a dash', (t: string) => t.replaceAll('–', '--')],
		['a no-break hyphen', (t: string) => t.replace('-', '\u2011')],
		['decomposed letters', (t: string) => t.normalize('NFD')],
		['ligatures', (t: string) => t.replace('ff', 'ﬀ')],
		['soft hyphens', (t: string) => t.replace('liten', 'li\u00adten')],
		['a soft hyphen before an accent', (t: string) => t.replace('är', 'a\u00ad\u0308r')],
		['zero-width marks', (t: string) => t.replace('men', '\u200bm\u200den\u2060')],
		['a word hyphenated over a line', (t: string) => t.replace('affärsidén', 'affärs-\nidén')],
		['one hyphenated over a page', (t: string) => t.replace('knappt', 'knap-\r\n\r\npt')],
		['emphasis', (t: string) => t.replace('inte', '*inte*').replace('klart', '**klart**')],
		['underscored emphasis', (t: string) => t.replace('inte', '_inte_')],
		['a footnote reference', (t: string) => t.replace('håller', 'håller[^5]')],
		['one at the end', (t: string) => `${t}[^12]`],
		['one that left its space', (t: string) => t.replace('klart.', 'klart .')],
		['one that was never tied', (t: string) => t.replace('håller', 'håller⁵').concat('¹²')],
		['a link', (t: string) => t.replace('klart', '[klart](https://a.example)')],
		['a link to nowhere', (t: string) => t.replace('klart', '[klart](#)')],
		['needless escapes', (t: string) => t.replace(',', '\\,').replace('.', '\\.')]
	])('with %s', (_, change) => {
		expect(change(original)).not.toBe(original);
		expect(fingerprint(change(original))).toBe(fingerprint(original));
	});

	test.each([
		['it’s', "it's"],
		['it’s', 'itʼs'],
		['‘so’', "'so'"],
		['5 – 6', '5-6'],
		['1914–18', '1914-18'],
		['Well....', 'Well…'],
		['etc. … So', 'etc.... So'],
		['And … on', 'And… on'],
		['\\$5', '$5'],
		['co-op', 'coop']
	])('%s and %s', (one, other) => expect(fingerprint(one)).toBe(fingerprint(other)));
});

describe('another paragraph', () => {
	test.each([
		['a letter', 'klart', 'klara'],
		['an accent', 'Ön', 'On'],
		['a case', 'Ön', 'ön'],
		['a figure', '3,5', '3,6'],
		['a comma between figures', '3,5', '3.5'],
		['a space between words', 'är liten', 'ärliten'],
		['a word', ' inte', ''],
		['a kind of mark', '”affärsidén”', '’affärsidén’']
	])('by %s', (_, part, other) => {
		expect(original).toContain(part);
		expect(fingerprint(original.replace(part, other))).not.toBe(fingerprint(original));
	});

	test.each([
		['1914-18', '1914018'],
		['1914-18', '191418'],
		['covid-19', 'covid 19'],
		['No', 'no'],
		['A.', 'A']
	])('%s and %s', (one, other) => expect(fingerprint(one)).not.toBe(fingerprint(other)));
});

test('stored fingerprints stay the same', () => {
	expect([original, '', 'A', 'Don’t – “wait” … 16.8 %'].map((text) => fingerprint(text))).toEqual([
		'c16bf2c7cc0e549c',
		'e3b0c44298fc1c14',
		'559aead08264d579',
		'919b603143bb93ce'
	]);
});

test('a fingerprint from outside is checked', () => {
	expect(parseFingerprint(fingerprint(original))).toBe(fingerprint(original));
	for (const raw of [null, 1, '', 'ABCDEF0123456789', '0123456789abcde', '0123456789abcdef0'])
		expect(parseFingerprint(raw)).toBeNull();
});

test('a block carries the fingerprint of its text', () => {
	const made = block({ kind: 'heading', level: 2 }, '*Words*');
	expect(made).toEqual({
		kind: 'heading',
		level: 2,
		text: '*Words*',
		fingerprint: fingerprint('Words')
	});
});

describe('laws', { timeout: 20_000 }, () => {
	const odd = fc
		.array(
			fc.constantFrom(
				...['.', '. ', '…', ' …', '-', ' - ', '–', "'", '’', '‘', '”', '"', 'ʼ', '`', '\u1fef'],
				...['a', 'ö', 'o\u0308', '\u0308', 'ᄀ', 'ᅡ', '5', '⁵', 'ﬁ', ' ', '\u00a0', '\n', '\u00ad'],
				...[',', '!', ')', '\ufeff', '\u200b', '\u0085', '\u2000', '\u037e', '\ud800']
			),
			{ maxLength: 16 }
		)
		.map((parts) => parts.join(''));
	const anyText = fc.oneof(odd, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

	test('normalise is idempotent', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const once = normalise(text);
				expect(normalise(once)).toBe(once);
			})
		);
	});

	test('composed letters and line breaks do not change a fingerprint', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')));
				expect(normalise(text.replace(/[ \n]/g, '\r\n'))).toBe(normalise(text));
			})
		);
	});

	const letters = [...'abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789'];
	test('a changed letter, digit or case changes the fingerprint', () => {
		const words = fc.array(fc.constantFrom(...letters, ' ', '-', ', ', '”', '…'), { minLength: 1 });
		fc.assert(
			fc.property(
				words,
				fc.constantFrom(...letters),
				words,
				fc.constantFrom(...letters),
				(before, was, after, is) => {
					fc.pre(was !== is);
					const text = (middle: string) => escapeInline([...before, middle, ...after].join(''));
					expect(fingerprint(text(is))).not.toBe(fingerprint(text(was)));
				}
			)
		);
	});

	test('no text makes it throw, not even half a surrogate pair', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(parseFingerprint(fingerprint(text))).not.toBeNull();
			})
		);
	});
});
