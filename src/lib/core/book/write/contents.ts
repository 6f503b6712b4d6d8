/** The contents of a book, for its navigation page and for older e-readers (NCX). */
import { plainOf } from '../../text/inline';
import {
	type BilingualBook,
	type BilingualChapter,
	type Side,
	type BothSides,
	type WriteOptions,
	paragraphsOf
} from './bilingualBook';
import { hasTitleRow, headingId } from './chapterContext';
import { element, empty, escaped, inLang, xmlDeclaration } from './markup';
import { sidesWithWords } from './titles';

/** An entry of the contents; those below it are one level deep, since Kindle shows two levels. */
export interface Entry {
	readonly title: BothSides;
	readonly langs: BothSides;
	readonly href: string;
	readonly children: readonly Entry[];
}

/** Returns the entries: chapters in their parts, or the headings in chapters where it has no parts. */
export function entries(
	book: BilingualBook,
	hrefOf: (chapter: number) => string,
	headingHref: (chapter: number, id: string) => string
): readonly Entry[] {
	const hasParts = book.chapters.some(({ level }) => level > 1);
	const found: (Entry & { readonly children: Entry[] })[] = [];
	book.chapters.forEach((chapter, at) => {
		const entry = {
			title: titleOf(chapter, book, at),
			langs: chapter.langs,
			href: hrefOf(at),
			children: hasParts ? [] : [...headings(chapter, (id) => headingHref(at, id))]
		};
		const part = found.at(-1);
		if (chapter.level > 1 && part) part.children.push(entry);
		else found.push(entry);
	});
	return found;
}

/** A chapter without a name is called by its number: an entry without words cannot be followed. */
const titleOf = ({ title }: BilingualChapter, { words }: BilingualBook, at: number): BothSides =>
	title.original.trim() + title.translation.trim() === ''
		? { original: `${words.untitled} ${at + 1}`, translation: '' }
		: title;

/** Returns the highest headings of a chapter. */
function headings(chapter: BilingualChapter, hrefOf: (id: string) => string): readonly Entry[] {
	const found = chapter.rows.flatMap((row, at) => {
		const { shape } = row.row;
		if (shape.kind !== 'heading' || (at === 0 && hasTitleRow(chapter))) return [];
		const wordsOn = (side: Side) =>
			paragraphsOf(row, side)
				.map(({ inline }) => plainOf(inline).replaceAll('\n', ' '))
				.join(' ');
		const title = { original: wordsOn('original'), translation: wordsOn('translation') };
		return [
			{ level: shape.level, title, langs: chapter.langs, href: hrefOf(headingId(at)), children: [] }
		];
	});
	const highest = Math.min(...found.map(({ level }) => level));
	return found.filter(({ level }) => level === highest);
}

/** Returns the sides of a title that have words, in order; the original’s alone in popup notes. */
const shownSides = ({ title }: Entry, { first, layout }: WriteOptions): readonly Side[] => {
	const sides = sidesWithWords(title, first);
	return layout === 'notes' && sides.includes('original') ? ['original'] : sides;
};

const separator = ' · ';

/** Writes the navigation page’s list. */
export function navMarkup(list: readonly Entry[], options: WriteOptions): string {
	const items = list.map((entry) => {
		const words = shownSides(entry, options)
			.map((side) => element('span', inLang(entry.langs[side]), escaped(entry.title[side])))
			.join(separator);
		const below = entry.children.length > 0 ? navMarkup(entry.children, options) : '';
		return element('li', {}, element('a', { href: entry.href }, words) + below);
	});
	return element('ol', {}, items.join('\n'));
}

/** Writes the contents for e-readers that know EPUB 2 only. */
export function ncx(
	list: readonly Entry[],
	{ title, identifier, lang }: { title: string; identifier: string; lang: string },
	options: WriteOptions
): string {
	let order = 0;
	const point = (entry: Entry): string => {
		order += 1;
		const words = shownSides(entry, options).map((side) => entry.title[side]);
		const label = element('navLabel', {}, element('text', {}, escaped(words.join(separator))));
		const start = `${label}${empty('content', { src: entry.href })}`;
		const named = { id: `point-${order}`, playOrder: order };
		return element('navPoint', named, start + entry.children.map(point).join('\n'));
	};
	const depth = list.some(({ children }) => children.length > 0) ? 2 : 1;
	const head = [
		empty('meta', { name: 'dtb:uid', content: identifier }),
		empty('meta', { name: 'dtb:depth', content: depth }),
		empty('meta', { name: 'dtb:totalPageCount', content: 0 }),
		empty('meta', { name: 'dtb:maxPageNumber', content: 0 })
	].join('\n');
	return (
		xmlDeclaration +
		element(
			'ncx',
			{ xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': lang },
			[
				element('head', {}, head),
				element('docTitle', {}, element('text', {}, escaped(title))),
				element('navMap', {}, list.map(point).join('\n'))
			].join('\n')
		)
	);
}
