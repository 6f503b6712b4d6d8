/** Makes ODT files for tests from the XML of a text. */
import type { Archive } from '../archive';
import type { Flow } from '../flow';
import { archiveOf, flowOf } from '../office/office.fixture';
import { odtSteps } from './odt';

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
	...['office', 'text', 'style', 'table', 'meta'].map(
		(name) => `xmlns:${name}="${openDocument}:${name}:1.0"`
	),
	`xmlns:draw="${openDocument}:drawing:1.0"`,
	`xmlns:fo="${openDocument}:xsl-fo-compatible:1.0"`,
	`xmlns:svg="${openDocument}:svg-compatible:1.0"`,
	'xmlns:xlink="http://www.w3.org/1999/xlink"',
	'xmlns:dc="http://purl.org/dc/elements/1.1/"',
	'xmlns:math="http://www.w3.org/1998/Math/MathML"'
].join(' ');

export interface OdtParts {
	/** Automatic styles, set by hand. */
	readonly automatic?: string;
	/** Named styles. */
	readonly styles?: string;
	/** Pages with headers and footers. */
	readonly pages?: string;
	readonly meta?: string;
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const file = (name: string, content: string) =>
	`<office:${name} ${namespaces}>${content}</office:${name}>`;

export const odt = (text: string, parts: OdtParts = {}): Archive =>
	archiveOf({
		'content.xml': file(
			'document-content',
			`<office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`
		),
		'styles.xml': file(
			'document-styles',
			`<office:styles>${parts.styles ?? ''}</office:styles><office:master-styles>${parts.pages ?? ''}</office:master-styles>`
		),
		'meta.xml': file('document-meta', `<office:meta>${parts.meta ?? ''}</office:meta>`),
		...parts.files
	});

export const readOdt = (text: string, parts: OdtParts = {}): Flow =>
	flowOf(odtSteps(odt(text, parts)));

export const p = (content: string, style = 'Standard'): string =>
	`<text:p text:style-name="${style}">${content}</text:p>`;

export const span = (content: string, style: string): string =>
	`<text:span text:style-name="${style}">${content}</text:span>`;

/** A style that sets `properties`, such as `fo:font-style="italic"`. */
export const style = (name: string, family: string, properties = '', parent = ''): string =>
	`<style:style style:name="${name}" style:family="${family}" ${parent && `style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;
