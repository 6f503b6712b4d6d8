import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const start =
	'Det här stycket är långt nog för att gå över en sidas slut, och det gör det mitt i en';
const rest = 'mening som går vidare på nästa sida.';
const sea = prose('havet');

describe('a paragraph that a page break has cut is whole', () => {
	it('where a small letter goes on', () => {
		expect(outline(`${start}\n\n${rest}\n\n${sea}`)).toEqual([`P ${start} ${rest}`, `P ${sea}`]);
	});

	it('where a comma cannot be its end, though a capital goes on', () => {
		expect(outline(`${start} lista: Lund, Malmö,\n\nYstad och Kivik.`)).toEqual([
			`P ${start} lista: Lund, Malmö, Ystad och Kivik.`
		]);
	});

	it('within a word, whose hyphen goes unless the text spells it so', () => {
		expect(outline(`${start} na-\n\ntionell stat.`)).toEqual([`P ${start} nationell stat.`]);
		expect(outline(`${start} US-\n\namerikansk, ja en US-amerikansk stat.`)).toEqual([
			`P ${start} US-amerikansk, ja en US-amerikansk stat.`
		]);
	});

	it('over footnotes, captions and page numbers in the gap', () => {
		expect(
			outline(`${start}¹\n\n¹ En not.\n\nbild1.pngEn bild.\n\n12\n\n${rest}\n\n${sea}`)
		).toEqual([`P ${start}[^1] ${rest}`, 'C En bild.', `P ${sea}`, 'F1 En not.']);
	});

	it('where only a quotation that is still open shows it, over a footnote', () => {
		const said = `${sea.slice(0, -1)}, och hon sade: ”Det är så.”¹`;
		const more = 'Så är det och inget annat”, sade hon, ”och det är allt.”';
		expect(outline(`${said}\n\n¹ En not.\n\n${more}`)).toEqual([
			`P ${said.slice(0, -1)}[^1] ${more}`,
			'F1 En not.'
		]);
	});
});

describe('but not', () => {
	it('where the sentence has ended', () => {
		expect(outline(`${sea}\n\n${sea}`)).toHaveLength(2);
	});

	it('a heading and what it is over', () => {
		expect(outline(`${sea}\n\nEn rubrik\n\n${sea}`)[1]).toBe('H2 En rubrik');
	});

	it('short lines, as in a list without marks', () => {
		expect(outline(`${sea}\n\näpplen och päron\n\nplommon\n\nkörsbär\n\n${sea}`)).toHaveLength(5);
	});

	it('where paragraphs begin with small letters as a habit', () => {
		const low = sea.toLowerCase();
		expect(outline(`${low}\n\n${low}\n\n${low} och så\n\n${low}`)).toHaveLength(4);
	});

	it('a name that begins with a small letter', () => {
		expect(
			outline(`${sea}\n\n${start} telefon\n\niPhone är den som de flesta har nu för tiden.`)
		).toHaveLength(3);
	});

	it('a paragraph of a longer quotation, without a page’s end', () => {
		const open = `”${sea}`;
		expect(outline(`${open}\n\nOch så var det.”\n\n${sea}`)).toHaveLength(3);
	});
});
