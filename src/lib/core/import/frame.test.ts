import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { readFrame } from './frame';
import { importText } from './import';
import { leftOut, outline, prose, read } from './outline.fixture';

const [sea, town] = [prose('havet'), prose('staden')];

const header = (
	fields: string,
	marker = 'THE OLD PIER'
) => `The Project Gutenberg eBook of The Old Pier

This ebook is for the use of anyone anywhere.

${fields}

*** START OF THE PROJECT GUTENBERG EBOOK ${marker} ***
`;
const footer = `*** END OF THE PROJECT GUTENBERG EBOOK THE OLD PIER ***

Updated editions will replace the previous one.

Section 1. General terms`;
const fields = 'Title: Gamla bryggan\n\nAuthor: Ada Grå\n\nLanguage: Swedish';

describe('the frame of Project Gutenberg', () => {
	const text = `${header(fields)}

Produced by Somebody and the Team

[Transcriber's note: Old spelling
is kept.]

GAMLA BRYGGAN

Av Ada Grå

Kapitel 1

${sea}

Kapitel 2

${town}

${footer}`;

	it('gives the title, the author and the language of the book', () => {
		const result = importText(utf8ToBytes(text));
		expect(result.ok && result.value.article).toMatchObject({
			title: 'Gamla bryggan',
			authors: ['Ada Grå'],
			lang: 'sv'
		});
	});

	it('is left out with the credits and the licence, each paragraph with the reason', () => {
		expect(outline(text)).toEqual(['H2 Kapitel 1', `P ${sea}`, 'H2 Kapitel 2', `P ${town}`]);
		const reasons = leftOut(text).map((line) => line.split(':')[0]);
		expect(reasons.filter((reason) => reason === 'frame')).toHaveLength(11);
		expect(leftOut(text)).toContain('frame: Produced by Somebody and the Team');
		expect(leftOut(text)).toContain("frame: [Transcriber's note: Old spelling is kept.]");
		expect(leftOut(text)).toContain('repeated-title: GAMLA BRYGGAN');
		expect(leftOut(text)).toContain('byline: Av Ada Grå');
		expect(read(text).leftOut.map(({ before }) => before)).toEqual(
			read(text)
				.leftOut.map(({ before }) => before)
				.sort((a, b) => a - b)
		);
	});

	it.each([
		[
			'two lines that are a title and a subtitle',
			'Title: Bryggan\n       En roman',
			'Bryggan: En roman'
		],
		['a line in brackets', 'Title: Bryggan\n       (och båten)', 'Bryggan (och båten)'],
		[
			'a long title that is broken',
			`Title: ${'Den gamla bryggan vid '.repeat(3)}\n       Sundet`,
			`${'Den gamla bryggan vid '.repeat(3)}Sundet`
		]
	])('can have %s', (_, title, expected) => {
		expect(readFrame(`${header(title)}\n${sea}\n${footer}`).metadata.title).toBe(expected);
	});

	it('can have two authors, and no name for a book by unknown people', () => {
		const by = (author: string) => readFrame(`${header(author)}\n${sea}`).metadata.authors;
		expect(by('Author: Ada Grå\nBo Alm')).toEqual(['Ada Grå', 'Bo Alm']);
		expect(by('Author: Various')).toBeUndefined();
	});

	it('can end as older files do, before the last marker', () => {
		const old = `${header(fields)}\n${sea}\n\nEnd of Project Gutenberg's Gamla bryggan, by Ada Grå\n\n${footer}`;
		expect(outline(old)).toEqual([`P ${sea}`]);
	});

	it('can have a marker of two lines', () => {
		expect(outline(header(fields, 'A VERY\nLONG TITLE') + `\n${sea}`)).toEqual([`P ${sea}`]);
	});
});

describe('no frame is taken', () => {
	it('from a text that speaks of Project Gutenberg', () => {
		const text = `Boken finns hos Project Gutenberg. ${sea}`;
		expect(outline(`${text}\n\n${town}`)).toEqual([`P ${text}`, `P ${town}`]);
	});

	it('from a text with a line of its own about production', () => {
		const text = `Produced by hand, bread is better. ${sea}`;
		expect(outline(`${town}\n\n${text}`)).toContain(`P ${text}`);
	});
});

describe('the lines of Projekt Runeberg', () => {
	const page = `- Project Runeberg - Gamla bryggan /
Andra kapitlet

Table of Contents / Innehåll | << Previous | Next >>

Andra kapitlet

${sea}

<< prev. page << föreg. sida << >> nästa sida >> next page >>

Denna sida har korrekturlästs minst en gång. (skillnad) (historik)

Project Runeberg, Fri Nov 23 22:23:54 2012 (diff) (history) (download)

http://runeberg.org/bryggan/2.html`;

	it('are left out', () => {
		expect(outline(page)).toEqual(['H2 Andra kapitlet', `P ${sea}`]);
		expect(leftOut(page).every((line) => line.startsWith('frame: '))).toBe(true);
		expect(leftOut(page)).toHaveLength(7);
	});

	it('stay in a text without the library’s name', () => {
		const line = 'Denna sida har korrekturlästs en gång.';
		expect(outline(`${sea}\n\n${line}\n\n${town}`)).toContain(`P ${line}`);
	});
});

describe('the lines of Litteraturbanken', () => {
	it('are left out at either end', () => {
		const about = 'Texten är hämtad från Litteraturbanken och följer förstautgåvan.';
		const text = `Litteraturbanken\n\n${sea}\n\n${town}\n\n${about}\n\nhttps://litteraturbanken.se/bryggan`;
		expect(outline(text)).toEqual([`P ${sea}`, `P ${town}`]);
		expect(leftOut(text)).toHaveLength(3);
	});

	it('stay where somebody speaks of it', () => {
		const speech = '– Jag har hämtat den hos Litteraturbanken, sade hon.';
		expect(outline(`${sea}\n\n${speech}\n\n${town}`)).toContain(`P ${speech}`);
	});
});
