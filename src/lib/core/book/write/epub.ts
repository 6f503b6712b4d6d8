/**
 * Writes a book as EPUB 3.2, with what older e-readers need (NCX). Equal books give equal bytes, and
 * a book that was made again has the same identifier, so that it replaces the first.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import type { Picture } from '../book';
import type { BilingualBook, WriteOptions } from './bilingualBook';
import { chapterMarkup } from './chapterMarkup';
import type { Target } from './chapterContext';
import { entries, navMarkup, ncx } from './contents';
import { identifierOf } from './identifier';
import { element, empty, escaped, inLang, xmlDeclaration } from './markup';
import { packageDocument, type ManifestItem } from './packageDocument';
import { pictureFileName } from './pictureFileName';
import { epubStyle } from './stylesheet';
import { mainTitle, titlePageMarkup } from './titlePage';
import { zip, type ArchiveFile } from './zip';

export function writeEpub(book: BilingualBook, options: WriteOptions): Uint8Array {
	const identifier = identifierOf(book, options);
	const pages = pagesOf(book, options, identifier);
	const pictures = book.pictures.map((picture, at) => pictureItem(book, picture, at));
	const blank = book.pictures.some(({ type }) => type === webp) ? [blankPicture] : [];
	const items: readonly ManifestItem[] = [
		...pages.map(({ item }) => item),
		...pictures.map(({ item }) => item),
		...blank.map(({ item }) => item)
	];
	const files: readonly ArchiveFile[] = [
		// First and not packed: by these bytes a file is known as an EPUB.
		{ name: 'mimetype', content: 'application/epub+zip', isStored: true },
		{ name: 'META-INF/container.xml', content: container },
		{ name: 'EPUB/package.opf', content: packageDocument(book, options, identifier, items) },
		...[...pages, ...pictures, ...blank].map(({ item, content }) => ({
			name: `EPUB/${item.href}`,
			content
		}))
	];
	return zip(files);
}

const container =
	xmlDeclaration +
	element(
		'container',
		{ version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
		element(
			'rootfiles',
			{},
			empty('rootfile', {
				'full-path': 'EPUB/package.opf',
				'media-type': 'application/oebps-package+xml'
			})
		)
	);

interface Page {
	readonly item: ManifestItem;
	readonly content: string | Uint8Array;
}

/** EPUB 3.2 asks for another picture where a WebP cannot be shown: one transparent pixel. */
const webp = 'image/webp';
const blankPicture: Page = {
	item: { id: 'blank', href: 'pictures/blank.png', type: 'image/png' },
	content: hexToBytes(
		'89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364600000000600023081d02f0000000049454e44ae426082'
	)
};

const xhtmlType = 'application/xhtml+xml';
const pictureHref = (picture: Picture, at: number): string =>
	`pictures/${pictureFileName(picture, at)}`;
const chapterFile = (at: number): string => `chapter-${String(at + 1).padStart(3, '0')}.xhtml`;

function pagesOf(book: BilingualBook, options: WriteOptions, identifier: string): readonly Page[] {
	const { words, original } = book;
	const title = mainTitle(book, options);
	const list = entries(book, chapterFile, (at, id) => `${chapterFile(at)}#${id}`);
	const page = (id: string, name: string, lang: string, body: string, rest: object = {}): Page => ({
		item: { id, href: name, type: xhtmlType, isPage: true, ...rest },
		content: xhtml(title, lang, body)
	});
	const toc = { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' };
	const nav = element(
		'nav',
		toc,
		element('h1', inLang(words.lang), escaped(words.contents)) + navMarkup(list, options)
	);
	const titlePage = element(
		'section',
		{ 'epub:type': 'titlepage', class: 'title-page' },
		titlePageMarkup(book, options)
	);
	const label = { title, identifier, lang: original.lang };
	return [
		...coverPage(book, page),
		page('title-page', 'title.xhtml', original.lang, titlePage),
		page('nav', 'nav.xhtml', words.lang, nav, { properties: 'nav' }),
		...book.chapters.map((chapter, at) =>
			page(
				`chapter-${at + 1}`,
				chapterFile(at),
				original.lang,
				chapterMarkup(book, chapter, options, targetOf(book))
			)
		),
		{
			item: { id: 'ncx', href: 'toc.ncx', type: 'application/x-dtbncx+xml' },
			content: ncx(list, label, options)
		},
		{ item: { id: 'style', href: 'style.css', type: 'text/css' }, content: epubStyle }
	];
}

type MakePage = (id: string, name: string, lang: string, body: string) => Page;

function coverPage({ pictures, cover, words }: BilingualBook, page: MakePage): readonly Page[] {
	const at = pictures.findIndex(({ name }) => name === cover);
	const picture = pictures[at];
	if (!picture) return [];
	const src = pictureHref(picture, at);
	const image = empty('img', { src, alt: picture.alt || words.cover });
	const body = element('section', { 'epub:type': 'cover', class: 'picture' }, image);
	return [page('cover', 'cover.xhtml', words.lang, body)];
}

function pictureItem({ cover }: BilingualBook, picture: Picture, at: number): Page {
	const isCover = picture.name === cover;
	return {
		item: {
			id: isCover ? 'cover-image' : `picture-${at + 1}`,
			href: pictureHref(picture, at),
			type: picture.type,
			...(picture.type === webp && { fallback: 'blank' }),
			...(isCover && { properties: 'cover-image' })
		},
		content: picture.bytes
	};
}

function targetOf({ pictures }: BilingualBook): Target {
	const byName = new Map(
		pictures.map((picture, at) => [
			picture.name,
			{ src: pictureHref(picture, at), alt: picture.alt }
		])
	);
	return {
		type: (name) => ({ 'epub:type': name }),
		id: (name) => name,
		picture: (name) => byName.get(name) ?? null
	};
}

const xhtml = (title: string, lang: string, body: string): string =>
	`${xmlDeclaration}<!DOCTYPE html>\n${element(
		'html',
		{
			xmlns: 'http://www.w3.org/1999/xhtml',
			'xmlns:epub': 'http://www.idpf.org/2007/ops',
			...inLang(lang)
		},
		[
			element(
				'head',
				{},
				element('title', {}, escaped(title)) +
					empty('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })
			),
			element('body', {}, body)
		].join('\n')
	)}\n`;
