import { describe, expect, it } from 'vitest';
import { leftOut, outline, prose } from './outline.fixture';

const sea = prose('havet');

describe('a caption is recognised', () => {
	it.each([
		['En båt på havet. Foto: Bo Ek/TT', 'C En båt på havet. / Foto: Bo Ek/TT'],
		[
			'En båt på havet. © Bo Ek, CC BY 4.0 via Wikimedia',
			'C En båt på havet. / © Bo Ek, CC BY 4.0 via Wikimedia'
		],
		['En båt på havet.\nFoto: Bo Ek', 'C En båt på havet. / Foto: Bo Ek'],
		['En båt på havet.\n© Bo Ek, CC BY.', 'C En båt på havet. / © Bo Ek, CC BY.'],
		['En båt (Foto: Bo Ek)', 'C En båt / (Foto: Bo Ek)'],
		['A boat at sea. Photo by Bo Ek', 'C A boat at sea. / Photo by Bo Ek'],
		['bild12.pngEn båt på havet. Foto: Bo Ek', 'C En båt på havet. / Foto: Bo Ek'],
		['bild.jpg\nEn båt. Foto: Bo Ek', 'C En båt. / Foto: Bo Ek'],
		['Foto: Bo Ek', 'C Foto: Bo Ek']
	])('%j', (text, caption) => {
		expect(outline(`${sea}\n\n${text}\n\n${sea}`)).toEqual([`P ${sea}`, caption, `P ${sea}`]);
	});

	it('with two credits', () => {
		expect(outline(`${sea}\n\nEn båt. Foto: Bo Ek\n© Anna Alm, CC BY`)[1]).toBe(
			'C En båt. / Foto: Bo Ek © Anna Alm, CC BY'
		);
	});

	it.each(['Bild 1. Båten i hamnen.', 'Figure 2: Boats in the harbour', 'Tabell 3 – Fångst'])(
		'by its number: %s',
		(text) => {
			expect(outline(`${sea}\n\n${text}\n\n${sea}`)[1]).toBe(`C ${text}`);
		}
	);

	it('by the name of its picture, which is left out', () => {
		expect(outline(`${sea}\n\nimage6.pngEn båt på havet.`)).toContain('C En båt på havet.');
		expect(leftOut(`${sea}\n\nimage6.pngEn båt på havet.`)).toEqual(['picture: image6.png']);
	});
});

describe('no caption is recognised', () => {
	it.each([
		'Han tog ett foto: det var det enda som han hade kvar av henne.',
		'Foto: ett ord från grekiskan. Det betyder ljus och är vanligt.',
		'logo.png är namnet på en fil som inte finns.',
		'Se bilden nedan. Bild är ett svenskt ord.',
		'Figur 2 visar hur det gick till när havet steg, och det gick fort.',
		'Karta 1. och annat som stod där.'
	])('%j', (text) => {
		expect(outline(`${sea}\n\n${text}\n\n${sea}`)[1]).toBe(`P ${text}`);
	});

	it('in the writer’s name above the photographer’s', () => {
		const text = `Om havet\n\nText: Bo Ek\nFoto: Cia Dal\n\n${sea}`;
		expect(outline(text)).toEqual(['C Foto: Cia Dal', `P ${sea}`]);
	});

	it('in a long paragraph, if only newlines separate paragraphs', () => {
		const long = `${sea} ${sea}`;
		expect(outline(`${long}\n${sea}\nEn båt.\nFoto: Bo Ek\n${long}\nFoto: Bo Ek\n${sea}`)).toEqual([
			`P ${long}`,
			`P ${sea}`,
			'C En båt. / Foto: Bo Ek',
			`P ${long}`,
			'C Foto: Bo Ek',
			`P ${sea}`
		]);
	});

	it('in a paragraph above a credit that is set apart', () => {
		expect(outline(`${sea}\n\nFoto: Bo Ek\n\n${sea}`)[0]).toBe(`P ${sea}`);
	});
});
