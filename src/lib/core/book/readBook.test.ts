import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bookTree } from '../../adapters/html/dom/bookTree';
import { epub } from './epub/epub.fixture';
import { maxBookBytes } from './failure';
import { bookFormat, flowSteps } from './readBook';

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
	zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const pages = { 'a.xhtml': '<p>Ord</p>' };
const fb2 =
	'<?xml version="1.0"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0">';

test.each([
	['epub', epub({ pages })],
	['epub', zip({ 'META-INF/container.xml': '<container/>' })],
	['epub', zip({ 'book.opf': '<package/>', 'a.xhtml': '' })],
	['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
	['odt', zip({ 'content.xml': '', 'META-INF/manifest.xml': '' })],
	['docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '' })],
	['fb2', zip({ 'Bok.FB2': fb2 })],
	['fb2', strToU8(fb2)],
	['fb2', new Uint8Array([0xff, 0xfe, ...[...fb2].flatMap((char) => [char.charCodeAt(0), 0])])],
	['pdf', strToU8('%PDF-1.7\n')],
	[null, zip({ 'a.txt': 'Ord' })],
	[null, strToU8('<?xml version="1.0"?><html>FictionBook</html>')],
	[null, new Uint8Array()]
])('recognises %s', (format, bytes) => {
	expect(bookFormat(bytes)).toBe(format);
});

test('an archive that is cut short says what it was', () => {
	const bytes = epub({ pages }).subarray(0, 300);
	expect(bookFormat(bytes)).toBe('epub');
	expect(bookFormat(zip({ 'word/document.xml': '<x/>' }).subarray(0, 60))).toBe('docx');
	expect(bookFormat(zip({ 'a.txt': 'Ord' }).subarray(0, 40))).toBeNull();
	expect(flowSteps(bytes, { parseHtml: bookTree }).next().value).toEqual({
		ok: false,
		failure: { kind: 'damaged', file: null }
	});
});

test('a file that is too large is not read', () => {
	const bytes = { length: maxBookBytes + 1 } as Uint8Array;
	expect(flowSteps(bytes, { parseHtml: bookTree }).next().value).toEqual({
		ok: false,
		failure: { kind: 'too-large', bytes: maxBookBytes + 1, limit: maxBookBytes }
	});
});

test('a book is read step by step', () => {
	const many = Object.fromEntries(
		Array.from({ length: 9 }, (_, at) => [`p${at}.xhtml`, '<p>Ord</p>'])
	);
	const steps = [...flowSteps(epub({ pages: many }), { parseHtml: bookTree })];
	expect(steps).toHaveLength(18);
	const done = steps.map((step) => step.done);
	expect(done).toEqual(done.toSorted((a, b) => a - b));
	expect(done.at(-1)).toBeLessThan(1);
});
