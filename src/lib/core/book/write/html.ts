/**
 * Writes a book as one file of HTML, for printing and for reading without an e-reader. It has no
 * script, its style and pictures are in it, and its policy forbids a browser to fetch anything.
 */
import type { BilingualBook, WriteOptions } from './bilingualBook';
import type { Target } from './chapterContext';
import { chapterMarkup } from './chapterMarkup';
import { entries, navMarkup } from './contents';
import { dataUrl } from './dataUrl';
import { element, empty, escaped, inLang } from './markup';
import { chaptersOnOnePage } from './onePage';
import { printStyle } from './stylesheet';
import { mainTitle, titlePageMarkup } from './titlePage';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export function writeHtml(book: BilingualBook, options: WriteOptions): string {
	const title = mainTitle(book, options);
	const head = [
		empty('meta', { charset: 'utf-8' }),
		empty('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
		empty('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
		element('title', {}, escaped(title)),
		// The style holds none of the characters that would end it.
		element('style', {}, printStyle(title))
	];
	const chapters = chaptersOnOnePage(book).map((chapter, at) =>
		chapterMarkup(book, chapter, options, targetOf(book, at))
	);
	const body = [
		element('header', { class: 'title-page' }, coverMarkup(book) + titlePageMarkup(book, options)),
		contents(book, options),
		element('main', {}, chapters.join('\n'))
	];
	const language = inLang(book.original.lang);
	return `<!DOCTYPE html>\n${element(
		'html',
		language,
		`${element('head', {}, head.join('\n'))}\n${element('body', {}, body.join('\n'))}`
	)}\n`;
}

function coverMarkup({ pictures, cover, words }: BilingualBook): string {
	const picture = pictures.find(({ name }) => name === cover);
	if (!picture) return '';
	const src = dataUrl(picture.type, picture.bytes);
	return empty('img', { src, alt: picture.alt || words.cover });
}

/** Writes the contents; a book of one chapter without headings needs none. */
function contents(book: BilingualBook, options: WriteOptions): string {
	const list = entries(book, (chapter) => `#${idIn(chapter, 'chapter')}`, headingHref);
	const count = list.reduce((sum, { children }) => sum + 1 + children.length, 0);
	if (count < 2) return '';
	const heading = element('h2', inLang(book.words.lang), escaped(book.words.contents));
	return element('nav', {}, heading + navMarkup(list, options));
}

const headingHref = (chapter: number, id: string): string => `#${idIn(chapter, id)}`;
const idIn = (chapter: number, name: string): string => `c${chapter + 1}-${name}`;

function targetOf({ pictures }: BilingualBook, chapter: number): Target {
	const byName = new Map(pictures.map((picture) => [picture.name, picture]));
	return {
		type: () => ({}),
		id: (name) => idIn(chapter, name),
		picture(name) {
			const picture = byName.get(name);
			return picture ? { src: dataUrl(picture.type, picture.bytes), alt: picture.alt } : null;
		}
	};
}
