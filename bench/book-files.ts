/** The novel as an EPUB, as a Word document as Word writes one, and as a page to print. */
import { strToU8, zipSync } from 'fflate';
import type { Article } from '../src/lib/core/text/article';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Chapter {
	readonly title: string;
	readonly paragraphs: readonly string[];
}

function chaptersOf({ blocks }: Article): readonly Chapter[] {
	const chapters: { title: string; paragraphs: string[] }[] = [];
	for (const { kind, text } of blocks)
		if (kind === 'heading') chapters.push({ title: text, paragraphs: [] });
		else chapters.at(-1)?.paragraphs.push(text);
	return chapters;
}

/** Every tenth paragraph has a note. */
const hasNote = (nth: number): boolean => nth % 10 === 9;

export function epubOf(article: Article): Uint8Array {
	const chapters = chaptersOf(article);
	const page = ({ title, paragraphs }: Chapter) => {
		const body = paragraphs.map((text, nth) =>
			hasNote(nth)
				? `<p>${escaped(text)}<a epub:type="noteref" href="#n${nth}">${nth}</a></p>`
				: `<p>${escaped(text)}</p>`
		);
		const notes = paragraphs.flatMap((text, nth) =>
			hasNote(nth)
				? [`<aside epub:type="footnote" id="n${nth}"><p>${escaped(text.slice(0, 80))}</p></aside>`]
				: []
		);
		return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="sv"><head><title>${title}</title></head><body><h2>${title}</h2>${body.join('\n')}${notes.join('\n')}</body></html>`;
	};
	const items = chapters.map((_, at) => `c${at}`);
	const links = chapters.map(({ title }, at) => `<li><a href="c${at}.xhtml">${title}</a></li>`);
	return zipSync({
		mimetype: [strToU8('application/epub+zip'), { level: 0 }],
		'META-INF/container.xml': strToU8(
			'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
		),
		'book.opf': strToU8(
			`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">novel</dc:identifier><dc:title>${article.title}</dc:title><dc:language>sv</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items
				.map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`)
				.join('')}</manifest><spine>${items
				.map((id) => `<itemref idref="${id}"/>`)
				.join('')}</spine></package>`
		),
		'nav.xhtml': strToU8(
			`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Innehåll</title></head><body><nav epub:type="toc"><ol>${links.join('')}</ol></nav></body></html>`
		),
		...Object.fromEntries(
			chapters.map((chapter, at) => [`c${at}.xhtml`, strToU8(page(chapter))] as const)
		)
	});
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Word cuts a paragraph into runs where it was edited or proofread, and says the language of each. */
const runsOf = (text: string): readonly string[] =>
	(text.match(/(?:\S+\s*){1,8}/g) ?? []).map(
		(piece, at) =>
			`${at % 3 === 2 ? '<w:proofErr w:type="spellStart"/>' : ''}<w:r w:rsidRPr="00A1${at % 7}B2C"><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`
	);

export function docxOf(article: Article): Uint8Array {
	const run = (text: string) => runsOf(text).join('');
	let note = 0;
	const notes: string[] = [];
	const body = chaptersOf(article).flatMap(({ title, paragraphs }) => [
		`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p>`,
		...paragraphs.map((text, nth) => {
			if (!hasNote(nth)) return `<w:p>${run(text)}</w:p>`;
			note++;
			notes.push(
				`<w:footnote w:id="${note}"><w:p><w:r><w:footnoteRef/></w:r>${run(text.slice(0, 80))}</w:p></w:footnote>`
			);
			return `<w:p>${run(text)}<w:r><w:footnoteReference w:id="${note}"/></w:r></w:p>`;
		})
	]);
	const part = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
	const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
	const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const relations = (entries: readonly (readonly [string, string])[]) =>
		part(
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
				.map(
					([kind, target], at) =>
						`<Relationship Id="r${at}" Type="${relation}/${kind}" Target="${target}"/>`
				)
				.join('')}</Relationships>`
		);
	return zipSync({
		'[Content_Types].xml': part(
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${type}.footnotes+xml"/></Types>`
		),
		'_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
		'word/_rels/document.xml.rels': relations([
			['styles', 'styles.xml'],
			['footnotes', 'footnotes.xml']
		]),
		'word/styles.xml': part(
			`<w:styles ${w}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`
		),
		'word/footnotes.xml': part(`<w:footnotes ${w}>${notes.join('')}</w:footnotes>`),
		'word/document.xml': part(
			`<w:document ${w}><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`
		)
	});
}

/** The novel as a page to print: about 300 pages of A5 for 120,000 words. */
export const pageToPrint = (article: Article): string =>
	`<html lang="sv"><title>${article.title}</title><style>@page{size:A5;margin:18mm}body{font:11pt/1.4 serif}h2{break-before:page}p{margin:0;text-indent:1em}</style>${chaptersOf(
		article
	)
		.map(
			({ title, paragraphs }) =>
				`<h2>${title}</h2>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}`
		)
		.join('')}</html>`;
