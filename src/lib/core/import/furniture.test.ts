import { describe, expect, it } from 'vitest';
import { leftOut, outline, prose, read } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const half =
	'Det här stycket är långt nog för att gå över en sidas slut, och det gör det mitt i en';
const rest = 'mening som går vidare på nästa sida.';

describe('furniture of the page is left out', () => {
	it('page numbers that interrupt a sentence, with the running heads beside them', () => {
		const pages = [1, 2, 3].map((page) => `${half}\n\n${page}\n\nHavet i dikten\n\n${rest}`);
		const text = `${sea}\n\n${pages.join('\n\n')}`;
		expect(outline(text)).toEqual([`P ${sea}`, ...pages.map(() => `P ${half} ${rest}`)]);
		expect(leftOut(text)).toEqual(
			[1, 2, 3].flatMap((page) => [`page-number: ${page}`, 'running-head: Havet i dikten'])
		);
	});

	it('the title and the writer with a page number, by turns', () => {
		const text = `Havet i dikten\n\nBo Ek\n\n${sea}\n\nHAVET I DIKTEN 41\n\n${town}\n\n42 Bo Ek\n\n${sea}`;
		expect(outline(text)).toEqual([`P ${sea}`, `P ${town}`, `P ${sea}`]);
		expect(leftOut(text).slice(1)).toEqual([
			'running-head: HAVET I DIKTEN 41',
			'running-head: 42 Bo Ek'
		]);
	});

	it('the buttons of a page copied whole, and its menu', () => {
		const text = `Hoppa till innehåll\nMeny\nNyheter\nSport\nKultur\nOm havet i vår tid\nDela\nSpara\n${sea}\nAnnons\n${town}\nKommentarer (12)`;
		expect(read(text).article.title).toBe('Om havet i vår tid');
		expect(outline(text)).toEqual([`P ${sea}`, `P ${town}`]);
		expect(leftOut(text)).toHaveLength(9);
	});

	it('numbers that are labelled as pages', () => {
		expect(leftOut(`${sea}\n\n– 12 –\n\n${town}\n\nSida 13 av 20\n\n${sea}`)).toEqual([
			'page-number: – 12 –',
			'page-number: Sida 13 av 20'
		]);
	});

	it('ornaments', () => {
		expect(leftOut(`${sea}\n\n* * *\n\n${town}`)).toEqual(['ornament: * * *']);
	});

	it.each([
		'Hem | Om oss | Sök | Kontakt',
		'Se även [Vågor – en bok](#).',
		'Läs mer: Så går det till',
		'See also: [Waves](#)'
	])('navigation: %s', (line) => {
		expect(outline(`${sea}\n\n${line}\n\n${town}`)).toEqual([`P ${sea}`, `P ${town}`]);
	});
});

describe('text like furniture stays', () => {
	it.each([
		'Se även till att båten är förtöjd.',
		'Läs också den här meningen, sade hon.',
		'Hon sade ja | eller nej, och det var det hela.',
		'1984'
	])('%s', (line) => {
		expect(outline(`${sea}\n\n${line}\n\n${town}`)).toContain(`P ${line}`);
	});

	it('a heading that is the title with a number', () => {
		const text = `Brev\n\nBo Ek\n\n${sea}\n\nBrev 2\n\n${town}\n\nBrev 3\n\n${sea}`;
		expect(outline(text)).toContain('H2 Brev 2');
	});

	it('a single word that could be a button’s', () => {
		expect(outline(`${sea}\n\nAnnons\n\n${town}`)).toContain('H2 Annons');
	});

	it('a refrain', () => {
		const verse = `${sea}\n\nOch havet går\n\n`;
		expect(leftOut(verse.repeat(4) + town)).toEqual([]);
	});

	it('the only word of a file', () => {
		expect(outline('och\n\n'.repeat(50)).length).toBeGreaterThan(0);
	});
});
