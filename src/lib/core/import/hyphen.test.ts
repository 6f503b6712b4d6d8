import { describe, expect, it } from 'vitest';
import { outline } from './outline.fixture';

/** A typesetter’s lines: words are broken in them, so an unknown hyphen is a break’s. */
const typeset = [
	'Det var en kväll i maj när skutan äntligen kom in i ham-',
	'nen, och alla som kunde gå gick ner till kajen. Skeppa-',
	'ren stod i fören och vinkade, som om han hade varit bor-',
	'ta i flera år. Så länge hade ingen väntat på en far-',
	'kost förut, sade de gamla, och de visste vad de talade om.'
].join('\n');

const joined = (above: string, below: string): string =>
	outline(`${typeset} Sedan kom ${above}\n${below} var det, och så är det fortfarande.`)[0] ?? '';

describe('a hyphen at a line’s end stays', () => {
	it.each([
		['1700-', 'talet', '1700-talet'],
		['1914-', '1918', '1914-1918'],
		['EU-', 'kommissionen', 'EU-kommissionen'],
		['FN-', 'resolutionen', 'FN-resolutionen'],
		['TV4-', 'nyheterna', 'TV4-nyheterna'],
		['e-', 'postlistan', 'e-postlistan'],
		['T-', 'tröjan', 'T-tröjan'],
		['iPhone-', 'appen', 'iPhone-appen'],
		['f.d.-', 'listan', 'f.d.-listan'],
		['”Nu”-', 'gruppen', '”Nu”-gruppen'],
		['Karl-', 'Erik', 'Karl-Erik'],
		['den svensk-', 'engelska ordboken', 'svensk-engelska ordboken'],
		['well-', 'known', 'well-known'],
		['cross-\u00ad', 'sectional', 'cross-sectional']
	])('%s %s', (above, below, word) => {
		expect(joined(above, below)).toContain(` ${word} var det`);
	});

	it.each(['barn-', 'in-', '1700-', 'EU-'])(
		'and its space, where a word is left out: %s',
		(above) => {
			expect(joined(above, 'och sjukdagar')).toContain(` ${above} och sjukdagar`);
		}
	);
});

describe('a hyphen at a line’s end goes', () => {
	it.each([
		['ung-', 'domarna', 'ungdomarna'],
		['num\u00ad', 'ren', 'numren'],
		['FARKOST-', 'EN', 'FARKOST-EN']
	])('%s %s', (above, below, word) => {
		expect(joined(above, below)).toContain(` ${word} var det`);
	});

	it('in capitals, where the text has the word whole', () => {
		expect(joined('SKU-', 'TAN')).toContain('SKUTAN var det');
	});
});

it('soft hyphens within words are removed', () => {
	expect(outline('Han såg num\u00adren på dör\u00adren, och det var allt.')).toEqual([
		'P Han såg numren på dörren, och det var allt.'
	]);
});

it.each([
	['he said--', 'and went', 'he said--and went'],
	['the war of 1914–', '1918', '1914–1918'],
	['he said –', 'and went', 'he said – and went'],
	['the sea--', 'The sea is', 'the sea-- The sea is']
])('a dash at a line’s end keeps its spaces, or has none: %s', (above, below, text) => {
	expect(joined(above, below)).toContain(text);
});

it('a word with a figure is joined over a page’s end', () => {
	const start = 'Det här stycket är långt nog för att gå över en sidas slut, och redan på 1700-';
	expect(outline(`${start}\n\ntalet gjorde det så.`)).toEqual([`P ${start}talet gjorde det så.`]);
});
