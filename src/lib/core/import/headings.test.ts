import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const headings = (text: string, lang?: string) =>
	outline(text, lang).filter((line) => line.startsWith('H'));

describe('a heading is', () => {
	it.each([
		'Vid havet',
		'Vilka är följderna?',
		'HUR SER DET UT?',
		'Hav och land – en resa',
		'**Vid havet**',
		'2. Vid havet'
	])('%s', (text) => {
		expect(headings(`${sea}\n\n${text}\n\n${town}`)).toEqual([`H2 ${text.replaceAll('*', '')}`]);
	});

	it('one level lower under parts', () => {
		const text = `Del 1 – Havet\n\n${sea}\n\nVid stranden\n\n${sea}\n\nDel 2\n\nI staden\n\n${town}`;
		expect(headings(text)).toEqual([
			'H2 Del 1 – Havet',
			'H3 Vid stranden',
			'H2 Del 2',
			'H3 I staden'
		]);
	});

	it('a number alone over a chapter', () => {
		expect(headings(`${sea}\n\n1\n\n${town}\n\n2\n\n${sea}`)).toEqual(['H2 1', 'H2 2']);
	});

	it('as marked in Markdown', () => {
		const text = `# Titel\n\n${sea}\n\n## Ett\n\n${sea}\n\n### Två ##\n\n${sea}\n\nTre\n---\n\n${sea}`;
		expect(headings(text)).toEqual(['H2 Ett', 'H3 Två', 'H2 Tre']);
	});

	it('between paragraphs that newlines alone end', () => {
		expect(outline(`${sea}\nVid havet\n${town}`)).toEqual([
			`P ${sea}`,
			'H2 Vid havet',
			`P ${town}`
		]);
	});
});

describe('no heading is', () => {
	it.each([
		['a short sentence', 'Så var det.'],
		['an exclamation', 'Aldrig mer!'],
		['what a colon ends', 'Så här:'],
		['dialogue', '– Vem är du?'],
		['a line in small letters', 'och så vidare']
	])('%s', (_, line) => {
		expect(headings(`${sea}\n\n${line}\n\n${town}`)).toEqual([]);
	});

	it('a line with nothing under it', () => {
		expect(headings(`${sea}\n\nEtt slut utan punkt`)).toEqual([]);
	});

	it('a row of short lines, as of verse', () => {
		expect(headings(`${sea}\n\nEn rad\n\nEn rad till\n\nOch en rad\n\n${town}`)).toEqual([]);
	});
});
