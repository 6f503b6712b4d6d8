/** Writes a book as DOCX, for a translator or a class: in two columns, with real footnotes. */
import type { Picture } from '../book';
import type { BilingualBook, WriteOptions } from './bilingualBook';
import { docxBody } from './docxBody';
import { DocxParts } from './docxNotes';
import {
	contentTypes,
	footnotesPart,
	namespaces,
	numberingPart,
	relationsPart,
	settingsPart,
	stylesPart
} from './docxParts';
import { identifierOf } from './identifier';
import { element, escaped, xmlDeclaration } from './markup';
import { pictureFileName } from './pictureFileName';
import { mainTitle } from './titlePage';
import { zip, type ArchiveFile } from './zip';

export function writeDocx(book: BilingualBook, options: WriteOptions): Uint8Array {
	const parts = new DocxParts(book);
	const body = docxBody(book, options, parts);
	const document = element('w:document', namespaces, element('w:body', {}, body));
	const pathOf = (picture: Picture, at: number) => `media/${pictureFileName(picture, at)}`;
	const pictures = parts.relations(pathOf);
	const used = new Set(pictures.map(({ target }) => target));
	const media: readonly ArchiveFile[] = book.pictures.flatMap((picture, at) =>
		used.has(pathOf(picture, at))
			? [{ name: `word/${pathOf(picture, at)}`, content: picture.bytes }]
			: []
	);
	return zip([
		{ name: '[Content_Types].xml', content: contentTypes },
		{ name: '_rels/.rels', content: packageRelations },
		{ name: 'docProps/core.xml', content: corePart(book, options) },
		{ name: 'word/document.xml', content: xmlDeclaration + document },
		{
			name: 'word/_rels/document.xml.rels',
			content: relationsPart([...documentRelations, ...pictures])
		},
		{ name: 'word/styles.xml', content: stylesPart(book.original.lang) },
		{ name: 'word/numbering.xml', content: numberingPart },
		{ name: 'word/footnotes.xml', content: footnotesPart(parts.notes) },
		{ name: 'word/settings.xml', content: settingsPart },
		...media
	]);
}

const packageRelations = relationsPart([
	{ id: 'document', type: 'officeDocument', target: 'word/document.xml' },
	{ id: 'core', type: 'core-properties', target: 'docProps/core.xml' }
]);

const documentRelations = ['styles', 'numbering', 'footnotes', 'settings'].map((type) => ({
	id: type,
	type,
	target: `${type}.xml`
}));

function corePart(book: BilingualBook, options: WriteOptions): string {
	const { original, translated, modified, credits, langs } = book;
	const moment = { 'xsi:type': 'dcterms:W3CDTF' };
	const field = (name: string, value: string, attributes = {}) =>
		value === '' ? '' : element(name, attributes, escaped(value));
	const languages = [langs.original, translated ? langs.translation : ''].filter(Boolean);
	return (
		xmlDeclaration +
		element(
			'cp:coreProperties',
			{
				'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
				'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
				'xmlns:dcterms': 'http://purl.org/dc/terms/',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
			},
			[
				field('dc:title', mainTitle(book, options)),
				field('dc:creator', (original.authors ?? []).join('; ')),
				field('dc:description', credits.ownUse ?? ''),
				field('dc:identifier', identifierOf(book, options)),
				field('dc:language', languages.join(', ')),
				field('dcterms:created', `${modified}T00:00:00Z`, moment),
				field('dcterms:modified', `${modified}T00:00:00Z`, moment)
			].join('')
		)
	);
}
