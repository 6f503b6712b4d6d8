import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { sentences, segmenterVersion } from './sentence';

/** Marks the start of every sentence but the first with a bar: `One. |Two.` */
const cut = (text: string, lang: string) =>
	sentences(text, lang)
		.map((sentence) => sentence.text)
		.join('|');

const cases = (lang: string, expected: readonly string[]) =>
	test.each(expected)('%s', (bars) => expect(cut(bars.replaceAll('|', ''), lang)).toBe(bars));

describe('Swedish abbreviations', () => {
	cases('sv', [
		'Ett. |Två! |Tre? |Fyra.',
		'Städer, t.ex. Umeå och bl.a. Luleå, d.v.s. norrut. |Slut.',
		'Med t. ex. Umeå, d. v. s. Norrland. |Slut.',
		'T.ex. Umeå. |Slut.',
		'Tåget går kl. 16.45. |Det s.k. Bolaget sålde fr.o.m. 1 maj.',
		'Enl. Lag 3 resp. Lag 4 gäller. |Slut.',
		'Bröd, ost m.m. |Sedan gick de.',
		'Bröd, ost m.m. till lunch.',
		'Bergman, Strand m.fl. |Boken kom i fjol.',
		'Hon är f.d. Statsråd enligt dr. Berg.',
		'Se nr. 5 och s. 12. |Slut.',
		'Det var nr 5. |Sedan kom nr 6.',
		'Hon kom den 5. |Han kom den 6.',
		'År 44 f.Kr. Roms |makt'.replace('|', ''),
		'År 44 f.Kr. |Det var då.',
		'Hon bor f.n. i Umeå. |Han är f.ö. Sveriges yngste. |Så är det f.n. |Men inte länge.',
		'Vid St. Persgatan, 5 st. i rad. |Slut.',
		'Prof. em. Ek kom, leg. psykolog Alm gick. |Klockan var 5 em. |Ingen grät.',
		'Läk. Ek och doc. Berg talade. |Se Tab. C och bil. D. |Nu går vi. |I morgon likaså.'
	]);
});

describe('English abbreviations', () => {
	cases('en', [
		'Mr. Green met Dr. Brown and Mrs. White. |They left.',
		'The U.S. Army came. |It left the U.S. |The end.',
		'He works at Wood & Co. Ltd. |The end.',
		'See no. 21, vol. 3, pp. 5. |Then stop.',
		'He said no. |Then he left.',
		'He said no. |I think so.',
		'On St. James Street, e.g. Number 10, i.e. Downing. |End.',
		'Cats, dogs etc. |Dogs bark.',
		'At 5 p.m. Eastern time. |At 6 p.m. |He left.',
		'On Jan. 5 it rained. |It was so until Jan. |Then it stopped.',
		'By Diana T. Long and J. R. R. Short. |By J.-P. Middle.',
		'Yu. Petrov spoke. |So did A. B. Ivanov.',
		'That was plan B. |The next was plan C. |But no.',
		'It fell by 16.8 per cent, to 3.5. |Prices rose.',
		'It ended in 1991. |In 1992. |Then 20 people came.',
		'(See fig. 5.) |Then go.',
		'The bank (in the U.S.) The',
		'See Fig. C, Vol. B and Ch. V. |I ate a fig. |A man came. |I ate every fig. |I did.'
	]);
});

describe('a language without abbreviations', () => {
	cases('fi', ['Hän tuli. |Sitten A. Aalto lähti. |Loppu.']);
	cases('qaa-x-made-up', ['Mr. |Green. |Then.']);
	cases('no such tag', ['One. |Two.']);
	cases('zh', ['一。|二！|三。']);
	cases('en-GB', ['Mr. Green. |Then.']);
});

describe('an ellipsis', () => {
	cases('en', [
		'It never was… it is made.',
		'The movement … On Friday it grew.'.replace('… ', '… |'),
		'The end… |They left. |So ... |They came.',
		'And so … and so on.',
		'About … 5 of them.',
		'He left […] Kazan and (...) Omsk. |The end.',
		'He left. […] |Then he came.',
		'... and then. |…And so.',
		'“So it was …” |They left.'
	]);
});

describe('quotations', () => {
	cases('sv', [
		'Han sade: ”Jag går. |Du stannar.” |Sedan gick han.',
		'”Går du?” frågade hon. |”Ja!” |Han gick.',
		'”Ja”, sade han. |”Nej.”',
		'Det var ”våra stater”. |Sedan inte.',
		'»Kom.» |Han kom. |»Gå.»',
		'“Kom.“ |Han kom.',
		'– Kom hit! – sade han. |Hon kom.'
	]);
	cases('en', [
		'He said: “I go. |You stay.” |Then he went.',
		'“Why?” he asked. |‘Why not?’ |She left.',
		'He said "no". |"Yes." |"No!" she said. |He left.',
		'It was called ‘the end’. |It was not.',
		'They won 100%! |More came.'
	]);
});

describe('brackets, sources and footnotes', () => {
	cases('en', [
		'They left (some did not). |Others came.',
		'They left (they were tired. So were we) and slept. |End.',
		'They left. |(They were tired. |So were we.) |End.',
		'It was “the end.” (Smith, 2020) |Then it went on.',
		'It was “the end.” (Smith, 2020).',
		'It was “the end.” (p. 5) |They left.',
		'“The end.” (Mr. A. Smith, vol. 2)',
		'“The end.” |(They were wrong.) |They left.',
		'It ended.⁴ |By then. |It did.”⁵ |So.',
		'It ended⁴. |By then.[5] |So.[12] |End.',
		'An open (bracket. |Then more.',
		'1. First things. |2. Second things. |IV. Fourth.',
		'§ 5. Words. |A. Words.',
		'See https://a.example/b?C=d!E and go. |End.'
	]);
});

describe('lines', () => {
	cases('en', [
		'He came, e.g.\nfrom Umeå, and Mr.\nAsh left.\n|– No.\n|(Yes.)\n|The end.',
		'The moon was high,\nThe sea was low,\nAnd so we went.\n|Where did we go?',
		'A wrapped\nline is one. |Another\r\nis too.\n|Third.',
		'A heading\n\n|A paragraph. |Two.\n\n|three',
		'\n\n  Led by space. |End.\n',
		'  \n ',
		'...',
		'End. |Then * * *',
		'End. |So! ***'
	]);
});

test('an empty text has no sentences', () => expect(sentences('', 'sv')).toEqual([]));

test('offsets point into the text', () => {
	expect(sentences('Ett. Två.', 'sv')).toEqual([
		{ start: 0, text: 'Ett. ' },
		{ start: 5, text: 'Två.' }
	]);
});

test('the version is a whole number', () => expect(Number.isInteger(segmenterVersion)).toBe(true));

test('a long text is cut in the same places as its parts', () => {
	const parts = ['Ett och två, t.ex. Tre. ', '”Fyra?” sade han… ', 'Nej (fem. Sex) sju.\n'];
	const text = parts.join('').repeat(2000);
	expect(sentences(text, 'sv').map((sentence) => sentence.text)).toEqual(
		Array.from({ length: 2000 }, () => parts).flat()
	);
});

describe('laws', { timeout: 20_000 }, () => {
	const awkward = fc
		.array(
			fc.constantFrom(
				...[
					'. ',
					'.',
					'…',
					'... ',
					'! ',
					'? ',
					'”',
					'“',
					'"',
					"'",
					'(',
					')',
					'[5]',
					'⁴',
					'*',
					'– '
				],
				...[
					't.ex.',
					'kl.',
					'U.S.',
					'no.',
					'A.',
					'1.',
					'm.m. ',
					'ord ',
					'Ord ',
					'å',
					'Å',
					'5',
					'。'
				],
				...['\n', '\n\n', '\r\n', '\u2029', ' ', '\u00a0', '\ud800', '\udc00', '😀', '\u0301']
			),
			{ maxLength: 30 }
		)
		.map((parts) => parts.join(''));
	const anyText = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
	const anyLang = fc.constantFrom('sv', 'en', 'en-GB', 'fi', 'zh', 'und', 'not a tag', '');

	test('sentences joined again give the text; none is empty and every offset is right', () => {
		fc.assert(
			fc.property(anyText, anyLang, (text, lang) => {
				const found = sentences(text, lang);
				expect(found.map((sentence) => sentence.text).join('')).toBe(text);
				for (const { start, text: part } of found) {
					expect(part).not.toBe('');
					expect(text.startsWith(part, start)).toBe(true);
				}
			})
		);
	});

	test('every sentence of a text with words has a word', () => {
		fc.assert(
			fc.property(anyText, anyLang, (text, lang) => {
				fc.pre(/[\p{L}\p{N}]/u.test(text));
				for (const { text: part } of sentences(text, lang)) expect(part).toMatch(/[\p{L}\p{N}]/u);
			})
		);
	});

	test('a text is cut the same way wherever it begins', () => {
		const cuts = (lead: number, text: string) =>
			sentences('ord '.repeat(lead) + text, 'sv').map(({ start }) => start - 4 * lead);
		fc.assert(
			// Leave out an accent on a space: ICU treats it in a way of its own.
			fc.property(fc.integer({ min: 500, max: 520 }), awkward, (lead, text) => {
				fc.pre(!/[^\p{L}]\p{M}/u.test(text));
				expect(cuts(lead, text).slice(1)).toEqual(cuts(1, text).slice(1));
			})
		);
	});

	test('a line break is a space', () => {
		fc.assert(
			fc.property(fc.array(awkward.filter((text) => !/\s/.test(text))), anyLang, (parts, lang) => {
				const starts = (text: string) => sentences(text, lang).map(({ start }) => start);
				expect(starts(parts.join('\n').replace(/\n+/g, '\n'))).toEqual(
					starts(parts.join(' ').replace(/ +/g, ' '))
				);
			})
		);
	});

	test.each([
		'. ',
		'.',
		'\n',
		'\n ',
		'. – A',
		'. - ',
		'Ord. – ',
		'(A. ',
		'!',
		'… ',
		'A',
		' ',
		'" ',
		'A.',
		'”. (',
		'[',
		'A. ”(',
		'1. '
	])('%j repeated many times is cut in linear time', (unit) => {
		expectLinear(repeated(unit), (text) => {
			const length = sentences(text, 'sv').reduce((sum, one) => sum + one.text.length, 0);
			expect(length).toBe(text.length);
		});
	});
});

const shared = new URL('../../../../../shared/articles/', import.meta.url);
const articles = existsSync(shared)
	? readdirSync(shared).filter((name) => name.endsWith('.txt'))
	: [];
if (articles.length === 0) console.log('skipped: ../shared/articles is not at hand');

describe.runIf(articles.length > 0)('real articles', () => {
	test.each(articles)('%s has sentences of a plausible length', (name) => {
		const lang = name.split('.').at(-2) ?? '';
		const text = readFileSync(new URL(name, shared), 'utf8');
		const all = text
			.split(/\n+/)
			.flatMap((line) => sentences(line, lang))
			.filter((sentence) => sentence.text.trim() !== '');
		const lengths = all.map((sentence) => sentence.text.length);
		const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
		expect(all.length).toBeGreaterThan(60);
		expect(mean).toBeGreaterThan(80);
		expect(mean).toBeLessThan(220);
		expect(Math.max(...lengths)).toBeLessThan(1200);
		// A sentence may begin with a lower-case letter only at the start of a line.
		const begins = all.filter(({ start, text: part }) => start > 0 && /^\p{Ll}/u.test(part));
		expect(begins).toEqual([]);
	});
});
