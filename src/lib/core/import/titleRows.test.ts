import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const replies = '– Är du där? frågade Bo.\n\n– Ja, sade Eva.\n\n– Kom då, sade Bo.';
const body = `${replies}\n\n${prose('havet')}\n\nHon gick ut.\n\n${prose('vägen')}`;
const headings = (text: string, lang?: string) =>
	outline(text, lang).filter((line) => line.startsWith('H'));
/** Writes a story with one blank line everywhere, a row of lines over each part of it. */
const story = (...rows: string[]) => [body, ...rows.map((row) => `${row}\n\n${body}`)].join('\n\n');

describe('where one blank line stands everywhere, the chapters of a story are recognised', () => {
	it('by titles over a short reply', () => {
		expect(headings(story('Hemkomsten', 'I skogen', 'Midsommar', 'Avskedet'))).toEqual([
			'H2 Hemkomsten',
			'H2 I skogen',
			'H2 Midsommar',
			'H2 Avskedet'
		]);
	});

	it('by names that return', () => {
		expect(headings(story('Anna', 'Karl', 'Eva', 'Anna', 'Karl'))).toHaveLength(5);
	});

	it('by titles with a place and a date under them', () => {
		const rows = ['Hemkomsten', 'I skogen', 'Midsommar', 'Avskedet'];
		expect(headings(story(...rows.map((row) => `${row}\n\nLund, den 3 maj`)))).toEqual(
			rows.flatMap((row) => [`H2 ${row}`, 'H3 Lund, den 3 maj'])
		);
	});

	it('by titles of three lines', () => {
		const rows = ['Hemkomsten', 'I skogen', 'Midsommar', 'Avskedet'];
		expect(
			headings(story(...rows.map((row) => `${row}\n\nEn berättelse\n\nFrån Skåne`)))
		).toHaveLength(12);
	});

	it('by years', () => {
		expect(headings(story('1901', '1902', '1905', '1914'))).toHaveLength(4);
	});

	it('by a number with a short sentence under it, over a reply', () => {
		expect(
			headings(story(...['I', 'II', 'III'].map((n) => `${n}\n\nDet blev natt igen.\n\n– Nej.`)))
		).toHaveLength(6);
	});

	it('by names in italics', () => {
		const names = ['_Doktor Ek_', '_Anna Alm: Dagbok_', '_Anna Alms Dagbok._', '_Från Bo Ek_'];
		const found = headings(story(...names.filter((name) => !name.includes(':'))));
		expect(found).toEqual(['H2 *Doktor Ek*', 'H2 *Anna Alms Dagbok.*', 'H2 *Från Bo Ek*']);
	});
});

describe('where one blank line stands everywhere, no heading is recognised', () => {
	const signed = (line: string) => Array.from({ length: 6 }, () => line);
	it.each([
		['a signature that returns', signed('Anna Ek')],
		['the end of letters', ['Din Anna', 'Din Bo', 'Er Eva', 'Hälsningar Karl', 'Din Åke']],
		['some signs', ['Stängt', 'Ingång', 'Hemkomsten']],
		['sentences', ['Det var natt.', 'Ingen kom.', 'Hon väntade.', 'Regnet föll.']],
		['short lines of speech', ['”Ja”', '– Nej', '”Kom”', '»Aldrig»', '– Jo']],
		['thoughts in italics', ['_Aldrig mer._', '_Hon vet._', '_Inte nu._', '_Han kommer._']],
		['lines after a colon', signed('På dörren stod:\n\nStängt')],
		[
			'short lines close together',
			['Rött\n\nHon såg.\n\nGrönt\n\nHan såg.', 'Blått\n\nHon gick.\n\nVitt\n\nHan gick.']
		],
		['lines of verse', signed('Gröna växer\n\nstrandens rör\n\nDär går\n\nvår mört')]
	])('in %s', (_, rows) => {
		expect(headings(story(...rows))).toEqual([]);
	});

	it('in what stands before the next letter', () => {
		const letters = [1, 2, 3].map((n) => `Brev ${n}\n\n${body}\n\nDin bror Robert`);
		expect(headings(letters.join('\n\n'))).toEqual(['H2 Brev 1', 'H2 Brev 2', 'H2 Brev 3']);
	});

	it('in what is done on a stage, in capitals and brackets', () => {
		const scenes = ['1', '2', '3'].map(
			(n) => `Kapitel ${n}\n\n${body}\n\n(HON GÅR UT.)\n\n${body}`
		);
		expect(headings(scenes.join('\n\n'))).toHaveLength(3);
	});
});
