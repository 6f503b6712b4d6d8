import { describe, expect, it } from 'vitest';
import { outline, prose } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];
const headings = (text: string, lang?: string) =>
	outline(text, lang).filter((line) => line.startsWith('H'));

describe('a heading is recognised', () => {
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

	it('in a number alone over a chapter', () => {
		expect(headings(`${sea}\n\n1\n\n${town}\n\n2\n\n${sea}`)).toEqual(['H2 1', 'H2 2']);
	});

	it('by its mark in Markdown', () => {
		const text = `# Titel\n\n${sea}\n\n## Ett\n\n${sea}\n\n### Två ##\n\n${sea}\n\nTre\n---\n\n${sea}`;
		expect(headings(text)).toEqual(['H2 Ett', 'H3 Två', 'H2 Tre']);
	});

	it('in capitals like a name, near the end', () => {
		expect(headings(`${sea}\n\nCity Lights\n\n${town} ${town}`)).toEqual(['H2 City Lights']);
	});

	it.each(['Första kapitlet', 'The Second Part'])('of a part by its ordinal: %s', (text) => {
		expect(headings(`${sea}\n\n${text}\n\nI staden\n\n${town}`)).toEqual([
			`H2 ${text}`,
			'H3 I staden'
		]);
	});

	it('over addresses, each on a line of its own', () => {
		const text = `${sea}\n\nLänkar\n\nhttps://example.org/a\nhttps://example.org/b\nTill sist:`;
		expect(outline(text)).toEqual([
			`P ${sea}`,
			'H2 Länkar',
			'P https://example.org/a',
			'P https://example.org/b',
			'P Till sist:'
		]);
	});

	it('with a colon in it', () => {
		expect(headings(`${sea}\n\nHavet: en resa\n\n${town}`)).toEqual(['H2 Havet: en resa']);
	});

	it('between paragraphs that newlines alone end', () => {
		expect(outline(`${sea}\nVid havet\n${town}`)).toEqual([
			`P ${sea}`,
			'H2 Vid havet',
			`P ${town}`
		]);
	});
});

describe('no heading is recognised', () => {
	it.each([
		['a short sentence', 'Så var det.'],
		['an exclamation', 'Aldrig mer!'],
		['what a colon ends', 'Så här:'],
		['dialogue', '– Vem är du?'],
		['a line in small letters', 'och så vidare'],
		['what leads on to a list', 'Föreningen har till uppgift att'],
		['a credit', 'Översättning: Anna Ek'],
		['a list of people', 'Närvarande: Anna Ek, Bo Alm'],
		['the end of a letter', 'Vänliga hälsningar'],
		['the end of an English letter', 'With best wishes']
	])('in %s', (_, line) => {
		expect(headings(`${sea}\n\n${line}\n\n${town}`)).toEqual([]);
	});

	it('in a line with nothing under it', () => {
		expect(headings(`${sea}\n\nEtt slut utan punkt`)).toEqual([]);
	});

	it('over a byline or a date', () => {
		const text = `Om havet\n\nAnna Ek är fiskare i Lund\n\n5 maj 2020\n\n${sea}`;
		expect(outline(text)).toEqual(['P Anna Ek är fiskare i Lund', `P ${sea}`]);
	});

	it('in the writer’s profession under the name', () => {
		expect(headings(`Om havet\n\nAnna Ek\n\nReporter\n\n${sea}`)).toEqual([]);
		expect(headings(`${sea}\n\nReporter\n\n${town}`)).toEqual(['H2 Reporter']);
	});

	it('in the label of a speaker who speaks again', () => {
		const text = `${sea}\n\nFråga: Vad såg du?\n\nSvar: ${town}\n\nFråga: Och sedan?\n\nSvar: ${sea}`;
		expect(headings(text)).toEqual([]);
	});

	it('in a row of short lines, as of verse', () => {
		expect(headings(`${sea}\n\nEn rad\n\nEn rad till\n\nOch en rad\n\n${town}`)).toEqual([]);
	});
});
