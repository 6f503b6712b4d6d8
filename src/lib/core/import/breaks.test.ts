import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const start =
	'Det här stycket är långt nog för att gå över en sidas slut, och det gör det mitt i en';
const rest = 'mening som går vidare på nästa sida.';
const sea = prose('havet');

describe('a paragraph cut by a page break is joined', () => {
	it('if it goes on with a small letter', () => {
		expect(outline(`${start}\n\n${rest}\n\n${sea}`)).toEqual([`P ${start} ${rest}`, `P ${sea}`]);
	});

	it('if a comma cannot end it, though a capital follows', () => {
		expect(outline(`${start} lista: Lund, Malmö,\n\nYstad och Kivik.`)).toEqual([
			`P ${start} lista: Lund, Malmö, Ystad och Kivik.`
		]);
	});

	it('within a word, without the hyphen unless the text spells it so', () => {
		expect(outline(`${start} na-\n\ntionell stat.`)).toEqual([`P ${start} nationell stat.`]);
		expect(outline(`${start} US-\n\namerikansk, ja en US-amerikansk stat.`)).toEqual([
			`P ${start} US-amerikansk, ja en US-amerikansk stat.`
		]);
	});

	it('across footnotes, captions and page numbers in the gap', () => {
		expect(
			outline(`${start}¹\n\n¹ En not.\n\nbild1.pngEn bild.\n\n12\n\n${rest}\n\n${sea}`)
		).toEqual([`P ${start}[^1] ${rest}`, 'C En bild.', `P ${sea}`, 'F1 En not.']);
	});

	it('across a footnote, if the only sign is a quotation that is still open', () => {
		const said = `${sea.slice(0, -1)}, och hon sade: ”Det är så.”¹`;
		const more = 'Så är det och inget annat”, sade hon, ”och det är allt.”';
		expect(outline(`${said}\n\n¹ En not.\n\n${more}`)).toEqual([
			`P ${said.slice(0, -1)}[^1] ${more}`,
			'F1 En not.'
		]);
	});
});

describe('the break remains', () => {
	it('if the sentence has ended', () => {
		expect(outline(`${sea}\n\n${sea}`)).toHaveLength(2);
	});

	it('between a heading and its text', () => {
		expect(outline(`${sea}\n\nEn rubrik\n\n${sea}`)[1]).toBe('H2 En rubrik');
	});

	it('between short lines, as in a list without marks', () => {
		expect(outline(`${sea}\n\näpplen och päron\n\nplommon\n\nkörsbär\n\n${sea}`)).toHaveLength(5);
	});

	it('if paragraphs of the file usually begin with small letters', () => {
		const low = sea.toLowerCase();
		expect(outline(`${low}\n\n${low}\n\n${low} och så\n\n${low}`)).toHaveLength(4);
	});

	it('before a name that begins with a small letter', () => {
		expect(
			outline(`${sea}\n\n${start} telefon\n\niPhone är den som de flesta har nu för tiden.`)
		).toHaveLength(3);
	});

	it('between paragraphs of a long quotation, without the end of a page', () => {
		const open = `”${sea}`;
		expect(outline(`${open}\n\nOch så var det.”\n\n${sea}`)).toHaveLength(3);
	});
});
