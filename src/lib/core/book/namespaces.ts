/**
 * The usual prefix of each namespace that a format of books has, by its address. Office Open XML
 * has two addresses for each of its own: the common ones, and those of its strict form.
 */
const openDocument = 'urn:oasis:names:tc:opendocument:xmlns:';
const officeOpen = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'] as const;

const inOfficeOpen = (common: string, strict: string, prefix: string) =>
	[
		[officeOpen[0] + common, prefix],
		[officeOpen[1] + strict, prefix]
	] as const;

export const usualPrefixes: ReadonlyMap<string, string> = new Map([
	['http://www.w3.org/XML/1998/namespace', 'xml'],
	['http://www.w3.org/1999/xlink', 'xlink'],
	['http://www.idpf.org/2007/ops', 'epub'],
	['http://purl.org/dc/elements/1.1/', 'dc'],
	['http://purl.org/dc/terms/', 'dcterms'],
	['http://www.w3.org/2000/svg', 'svg'],
	['http://www.w3.org/1998/Math/MathML', 'math'],
	...inOfficeOpen('wordprocessingml/2006/main', 'wordprocessingml/main', 'w'),
	...inOfficeOpen('officeDocument/2006/relationships', 'officeDocument/relationships', 'r'),
	...inOfficeOpen('officeDocument/2006/math', 'officeDocument/math', 'm'),
	...inOfficeOpen('drawingml/2006/main', 'drawingml/main', 'a'),
	...inOfficeOpen('drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing', 'wp'),
	...inOfficeOpen('drawingml/2006/picture', 'drawingml/picture', 'pic'),
	['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
	['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
	['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
	['urn:schemas-microsoft-com:vml', 'v'],
	...['office', 'text', 'style', 'table', 'meta', 'manifest'].map(
		(name) => [`${openDocument}${name}:1.0`, name] as const
	),
	[`${openDocument}drawing:1.0`, 'draw'],
	[`${openDocument}xsl-fo-compatible:1.0`, 'fo'],
	[`${openDocument}svg-compatible:1.0`, 'svg']
]);
