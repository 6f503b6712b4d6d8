import { describe, expect, it } from 'vitest';
import { expectLinear, repeated } from '../../../../tests/linear';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { importText } from './import';
import { leftOut, outline, prose } from './outline.fixture';

const [sea, town, road] = [prose('havet'), prose('staden'), prose('vägen')];
const talk = '– Är du där? frågade Bo.\n\n– Ja, sade Eva.\n\n– Kom då, sade Bo.';
const headings = (text: string, lang?: string) =>
	outline(text, lang).filter((line) => line.startsWith('H'));
const chapters = (...labels: string[]) =>
	labels.map((label) => `${label}\n\n${sea}\n\n${talk}`).join('\n\n');

describe('a chapter’s heading is recognised', () => {
	it.each([
		['Kapitel 1', 'Kapitel 2'],
		['KAP. I.', 'KAP. II.'],
		['CHAPTER III', 'CHAPTER IV'],
		['Chapter One', 'Chapter Two'],
		['Första kapitlet', 'Andra kapitlet'],
		['TJUGUFÖRSTA KAPITLET.', 'TJUGUANDRA KAPITLET.'],
		['THE TWENTY-FIRST CHAPTER', 'THE TWENTY-SECOND CHAPTER'],
		['II kapitlet', 'III kapitlet'],
		['Kapitel 3. Vid havet', 'Kapitel 4. I staden'],
		['CHAPTER V—The Pier', 'CHAPTER VI—The Boat'],
		['I.', 'II.'],
		['XIV', 'XV'],
		['1', '2'],
		['[1]', '[2]'],
		['— 1 —', '— 2 —'],
		['1. Vinternatt.', '2. Vid havet.'],
		['I. Vinternatt', 'II. Vid havet'],
		['3 – Hem', '4 – Bort'],
		['Ett', 'Två'],
		['Prolog', 'Epilog'],
		['_Kapitel 1_', '_Kapitel 2_'],
		['Första brevet', 'Andra brevet']
	])('%s', (first, second) => {
		const found = headings(chapters(first, second)).map((line) => line.replace(/^H\d |\*/g, ''));
		expect(found).toEqual([first, second].map((label) => label.replaceAll('_', '')));
	});

	it('with up to three lines of title, place and date under it', () => {
		const text = chapters(
			'KAPITEL 1\n\nHEMKOMSTEN\n\nLund, den 3 maj',
			'KAPITEL 2\n\nFärden\n\nSöndagen den 20 mars.'
		);
		expect(headings(text)).toEqual([
			'H2 KAPITEL 1',
			'H3 HEMKOMSTEN',
			'H3 Lund, den 3 maj',
			'H2 KAPITEL 2',
			'H3 Färden',
			'H3 Söndagen den 20 mars.'
		]);
	});

	it('with a title on the next line of the same lines', () => {
		expect(headings(chapters('CHAPTER I\nThe Pier', 'CHAPTER II\nThe Boat'), 'en')).toEqual([
			'H2 CHAPTER I',
			'H3 The Pier',
			'H2 CHAPTER II',
			'H3 The Boat'
		]);
	});

	it('with a short sentence under it, if most chapters have one', () => {
		const labels = ['I.\n\nBåten kommer.', 'II.\n\nBåten går.', 'III.\n\nBåten är borta.'];
		expect(headings(chapters(...labels))).toHaveLength(6);
		expect(headings(chapters(labels[0] ?? '', 'II.', 'III.'))).toHaveLength(3);
	});

	it('one level under its part, and a number one level under it', () => {
		const text = `FÖRSTA DELEN\n\n${chapters('Kapitel 1', 'I', 'II', 'Kapitel 2')}`;
		expect(headings(text).map((line) => line.slice(0, 2))).toEqual(['H2', 'H3', 'H4', 'H4', 'H3']);
	});

	it('by its name in capitals, and by a wide gap', () => {
		expect(
			headings(`${road}

${chapters('HEMKOMSTEN', 'FÄRDEN TILL HAVET.')}`)
		).toEqual(['H2 HEMKOMSTEN', 'H2 FÄRDEN TILL HAVET.']);
		const wide = `${sea}\n\n${talk}\n\n\n\nDen gamla bryggan.\n\n${town}\n\n${talk}`;
		expect(headings(wide)).toEqual(['H2 Den gamla bryggan.']);
	});

	it('by its name that returns from the list of contents', () => {
		const text = `Innehåll\n\nVinternatt.\n\nVid havet.\n\nHem.\n\n\n\nVinternatt.\n\n${sea}\n\n${talk}\n\nVid havet.\n\n${town}\n\n${talk}\n\nHem.\n\n${road}`;
		expect(headings(text)).toEqual(['H2 Vinternatt.', 'H2 Vid havet.', 'H2 Hem.']);
		expect(leftOut(text)).toEqual([
			'contents: Innehåll',
			'contents: Vinternatt.',
			'contents: Vid havet.',
			'contents: Hem.'
		]);
	});

	it('after a paragraph that breaks off before a wide gap', () => {
		const text = `${sea} Och så,\n\n\n\nEN NY DAG\n\n${town}\n\n${talk}`;
		expect(headings(text)).toEqual(['H2 EN NY DAG']);
	});

	it('over a number with as wide a gap', () => {
		const text = `${sea}\n\n${talk}\n\n\n\n\nAGNES.\n\n\n\n\nI.\n\n${town}\n\nII.\n\n${sea}`;
		expect(headings(text)).toEqual(['H2 AGNES.', 'H2 I.', 'H2 II.']);
	});

	it('over verse that stands under it', () => {
		const verse = '    Vinden går och båten går\n    och ingen vet vart hän,';
		expect(headings(chapters(`Kapitel 1\n\n${verse}`, `Kapitel 2\n\n${verse}`))).toEqual([
			'H2 Kapitel 1',
			'H2 Kapitel 2'
		]);
	});
});

describe('no chapter’s heading is recognised', () => {
	it.each([
		['a sentence that begins with a chapter', 'Kapitel 3 handlar om havet.'],
		['a sentence that begins with a part', 'Del två, sade han och skrattade.'],
		['a number alone that does not count', '12'],
		['a question nobody marks as spoken', 'Vem kunde det vara?'],
		['quoted words without a full stop', '”Pappa”'],
		['words that break off', 'Men om han ändå--'],
		['a line that holds speech', 'Eva såg upp: ”Jag vet inte --”'],
		['the end of the story', 'SLUT'],
		['a sign after a colon', 'På dörren stod:\n\nSTÄNGT'],
		['a cry in capitals', 'HJÄLP!']
	])('in %s', (_, line) => {
		const text = `${sea}\n\n${talk}\n\n${line}\n\n${town}\n\n${talk}\n\n${road}`;
		expect(headings(text)).toEqual([]);
	});

	it('in speech of any marks, whatever stands around it', () => {
		const replies = ['”Ja”', '“No”', '»Nej»', '– Nej', '--Nej', "'Yes'", '”VEM ÄR DET?”'];
		for (const reply of replies)
			expect(
				headings(chapters('Kapitel 1', 'Kapitel 2').replaceAll('– Ja, sade Eva.', reply))
			).toEqual(['H2 Kapitel 1', 'H2 Kapitel 2']);
	});

	it('in a reply in capitals under a label', () => {
		expect(headings(chapters('Kapitel 1\n\n– NEJ', 'Kapitel 2\n\n-- ALDRIG'))).toHaveLength(2);
	});

	it('in speech after a wide gap', () => {
		for (const reply of ['”Nej”', '– Nej', '--Nej', 'Eva såg upp: ”Jag vet inte --”'])
			expect(headings(`${sea}\n\n${talk}\n\n\n\n${reply}\n\n${town}\n\n${talk}`)).toEqual([]);
	});

	it('in a list of numbered names', () => {
		const list = '1. Båten\n\n2. Åran\n\n3. Ankaret';
		expect(headings(`${sea}\n\n${list}\n\n${town}`)).toEqual([]);
	});

	it('in a label that interrupts a sentence, as a running head does', () => {
		const half = `${sea} Det här stycket är långt nog för att gå över en sidas slut, och det går`;
		expect(headings(`${sea}\n\n${half}\n\nKapitel 2\n\nvidare på nästa sida.\n\n${town}`)).toEqual(
			[]
		);
	});

	it('in a line of verse that only lacks a mark, or in an address', () => {
		const stanza =
			'    Gröna växer strandens rör\n    Där som mörten leker\n    Båten driver som den vill.';
		const apart =
			'    Gröna växer strandens rör\n\n    där som mörten leker,\n\n    och driver som den vill.';
		const address = '    Norra bryggan\n\n    Sundet\n\n    Estland.';
		for (const lines of [stanza, apart, address])
			expect(headings(`${sea}\n\n${talk}\n\n${lines}\n\n${town}\n\n${talk}`)).toEqual([]);
	});

	it('in the signature of a letter, where chapters have wide gaps', () => {
		const letter = `${sea}\n\nADA GRÅ\n\n${town}\n\n${talk}`;
		expect(
			headings(`Kapitel 1\n\n${letter}\n\n\n\nKapitel 2\n\n${letter}\n\n\n\nKapitel 3\n\n${letter}`)
		).toEqual(['H2 Kapitel 1', 'H2 Kapitel 2', 'H2 Kapitel 3']);
	});
});

describe('a scene break', () => {
	it.each(['* * *', '***', '     *     *     *', '• • •', '⁂', '---', '#'])(
		'%s is a paragraph in a story',
		(mark) => {
			expect(outline(`${sea}\n\n${talk}\n\n${mark}\n\n${town}`)).toContain('P \\* * \\*');
		}
	);

	it('is one in a book, and an ornament in any other text', () => {
		expect(outline(`Kapitel 1\n\n${sea}\n\n* * *\n\n${town}`)).toContain('P \\* * \\*');
		expect(leftOut(`${sea}\n\n* * *\n\n${town}`)).toEqual(['ornament: * * *']);
	});

	it('at either end of the text is an ornament', () => {
		expect(leftOut(`* * *\n\n${talk}\n\n${town}\n\n* * *`)).toEqual([
			'ornament: * * *',
			'ornament: * * *'
		]);
	});
});

it('the place of a picture is left out, and its caption kept', () => {
	const text = `${sea}\n\n[Illustration]\n\n${town}\n\n[Illustration: Bryggan om natten.]\n\n${road}`;
	expect(outline(text)).toEqual([`P ${sea}`, `P ${town}`, 'C Bryggan om natten.', `P ${road}`]);
});

describe('the rules of a story take linear time', { timeout: 120_000 }, () => {
	it.each([
		['labels', 'Kapitel 1\n\n'],
		['numbers', 'IV\n\nV\n\n'],
		['titles in capitals', 'HAVET OCH STADEN\n\n'],
		['a list of contents without an end', 'Innehåll\n\nHavet\n\nStaden\n\nVägen\n\n'],
		['replies with a hyphen', '- Ja.\n\n'],
		['replies in marks', '”Ja”, sade hon.\n\n'],
		['titles alone', 'Havet\n\n– Ja, sade hon.\n\n'],
		['titles with dates', 'Havet\n\nLund, den 3 maj\n\n– Ja, sade hon.\n\n'],
		['scene breaks', '* * *\n\nJa.\n\n'],
		['one paragraph of replies', '– Ja, sade hon. – Nej. ']
	])('%s', (_, piece) => {
		expectLinear(
			(size) => utf8ToBytes(repeated(piece)(size)),
			(bytes) => importText(bytes, { lang: 'sv' }),
			4000
		);
	});
});
