import { describe, expect, it } from 'vitest';
import { leftOut, outline, prose } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const half = 'Det stod en båt på stranden den morgonen, och den hade ingen sett förut, sade de som';
const rest = 'bodde där ute året om.';

describe('what is printed on every page is left out, and the sentence across it is joined', () => {
	it.each(['vii', 'xiv', '7', '– 7 –', 'VII', 'S. 7'])('the number %s', (number) => {
		const text = `${sea}\n\n${half}\n\n${number}\n\n${rest}\n\n${town}`;
		expect(outline(text)).toEqual([`P ${sea}`, `P ${half} ${rest}`, `P ${town}`]);
		expect(leftOut(text)).toEqual([`page-number: ${number}`]);
	});

	it.each(['vii', '7'])('the number %s below a short last line', (number) => {
		expect(outline(`Det var så de sade till\n\n${number}\n\nalla som frågade.`)).toEqual([
			'P Det var så de sade till alla som frågade.'
		]);
	});

	it('the number after a first line that could be a title', () => {
		const [above, below] = [
			'Tre av dem har hjälpt mig med',
			'näten, och utan dem hade resan inte blivit av.'
		];
		expect(outline(`${above}\n\n7\n\n${below}`)).toEqual([`P ${above} ${below}`]);
	});

	it('a running head with its number, also where its page ends with a paragraph', () => {
		const text = `${half}\n\nviii        KUSTEN I NORR\n\n${rest}\n\nx        KUSTEN I NORR\n\n${town}`;
		expect(outline(text)).toEqual([`P ${half} ${rest}`, `P ${town}`]);
		expect(leftOut(text)).toEqual([
			'running-head: viii KUSTEN I NORR',
			'running-head: x KUSTEN I NORR'
		]);
	});

	it('with no blank lines around them', () => {
		const lines = [
			'Det stod en båt på stranden den morgonen, och den hade ingen sett',
			'förut, sade de som bodde där ute. Den var målad i rött, och ingen',
			'ix',
			'KUSTEN I NORR                                               x',
			'visste vem som ägde den, fast många gissade. Till slut kom en man',
			'gående längs stranden, och han sköt ut den och rodde sin väg.'
		];
		expect(outline(lines.join('\n'))).toEqual([
			`P ${[...lines.slice(0, 2), ...lines.slice(4)].join(' ')}`
		]);
	});
});

describe('what is like a page number stays', () => {
	it('a chapter’s number in roman capitals, though pages have them too', () => {
		const text = `I\n\n${sea}\n\n${half}\n\nXII\n\n${rest}\n\nII\n\n${town}`;
		expect(leftOut(text)).toEqual(['page-number: XII']);
	});

	it('a line that ends in a word like a numeral', () => {
		const lines = ['det är så långt som vi', 'kan se över havet om', 'morgonen när vi'];
		expect(leftOut(`${sea}\n\n${lines.join('\n\n')}`)).toEqual([]);
	});

	it('a heading with a number', () => {
		const text = `${sea}\n\nBrev 2\n\n${town}\n\nBrev 3\n\n${sea}`;
		expect(leftOut(text)).toEqual([]);
	});
});
