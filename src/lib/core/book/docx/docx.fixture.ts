/** Makes DOCX files for tests from the XML of a body. */
import type { Archive } from '../archive';
import type { Flow } from '../flow';
import { archiveOf, flowOf } from '../office/office.fixture';
import { docxSteps } from './docx';

const schemas = 'http://schemas.openxmlformats.org';
const office = `${schemas}/officeDocument/2006`;
const namespaces = [
	`xmlns:w="${schemas}/wordprocessingml/2006/main"`,
	`xmlns:r="${office}/relationships"`,
	`xmlns:m="${office}/math"`,
	`xmlns:a="${schemas}/drawingml/2006/main"`,
	`xmlns:wp="${schemas}/drawingml/2006/wordprocessingDrawing"`,
	`xmlns:mc="${schemas}/markup-compatibility/2006"`,
	'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
	'xmlns:v="urn:schemas-microsoft-com:vml"'
].join(' ');

export interface DocxParts {
	readonly styles?: string;
	readonly footnotes?: string;
	readonly endnotes?: string;
	readonly comments?: string;
	readonly header?: string;
	/** Further relationships of the document. */
	readonly links?: string;
	readonly core?: string;
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const relationships = (all: string): string =>
	`<Relationships xmlns="${schemas}/package/2006/relationships">${all}</Relationships>`;

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
	`<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}" ${mode}/>`;

export function docx(body: string, parts: DocxParts = {}): Archive {
	const root = (name: string, content: string) => `<w:${name} ${namespaces}>${content}</w:${name}>`;
	const named = (['styles', 'footnotes', 'endnotes', 'comments', 'header'] as const).filter(
		(name) => parts[name] !== undefined
	);
	return archiveOf({
		'_rels/.rels': relationships(
			relationship('r1', 'officeDocument', 'word/document.xml') +
				relationship('r2', 'metadata/core-properties', 'docProps/core.xml')
		),
		'word/_rels/document.xml.rels': relationships(
			named.map((name) => relationship(name, name, `${name}.xml`)).join('') + (parts.links ?? '')
		),
		'word/document.xml': root('document', `<w:body>${body}</w:body>`),
		...Object.fromEntries(
			named.map((name) => [`word/${name}.xml`, root(name, parts[name] ?? '')] as const)
		),
		...(parts.core !== undefined && {
			'docProps/core.xml': `<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`
		}),
		...parts.files
	});
}

export const readDocx = (body: string, parts: DocxParts = {}): Flow =>
	flowOf(docxSteps(docx(body, parts)));

/** A run of words; `properties` is the XML of its properties. */
export const run = (words: string, properties = ''): string =>
	`<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
	`<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

export const styled = (style: string, words: string): string =>
	paragraph(run(words), `<w:pStyle w:val="${style}"/>`);

export const style = (id: string, name: string, rest = '', type = 'paragraph'): string =>
	`<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
