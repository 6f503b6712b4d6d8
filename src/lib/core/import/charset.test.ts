import { describe, expect, test } from 'vitest';
import { declaredCharset, decodeHtml, isHtml } from './charset';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('the encoding that a file declares', () => {
	test.each([
		['<meta charset="ISO-8859-15">', 'iso-8859-15'],
		["<META CHARSET='utf-8'/>", 'utf-8'],
		['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
		['<?xml version="1.0" encoding="windows-1250"?><html>', 'windows-1250'],
		['<p>charset=koi8-r</p>', null]
	])('%s', (html, charset) => {
		expect(declaredCharset(bytes(html))).toBe(charset);
	});
});

describe('the text of a web page', () => {
	const text = (raw: Uint8Array) => {
		const decoded = decodeHtml(raw);
		return decoded.ok ? decoded.value.text : decoded.failure.kind;
	};
	test('is read in the declared encoding', () => {
		expect(text(bytes('<meta charset="iso-8859-2">\xb1'))).toContain('ą');
		expect(text(bytes('<meta charset="iso-8859-15">\xa4'))).toContain('€');
	});
	test('is read as UTF-8 if it is UTF-8, whatever is declared', () => {
		const utf8 = new TextEncoder().encode('<meta charset="iso-8859-1"><p>å ä ö</p>');
		expect(text(utf8)).toContain('å ä ö');
	});
	test('is read as windows-1252 without a declaration', () => {
		expect(text(bytes('<p>\x93gr\xf6n\x94</p>'))).toContain('“grön”');
	});
	test('is read by detection if the declared encoding is unknown', () => {
		expect(text(bytes('<meta charset="x-ours"><p>gr\xf6n</p>'))).toContain('grön');
	});
	test('is refused if the bytes are not text', () => {
		expect(text(bytes('%PDF-1.4'))).toBe('binary');
		expect(text(bytes('<meta charset="koi8-r">').slice(0, 0))).toBe('empty');
	});
});

describe('a web page', () => {
	test.each([
		['a.html', 'Bara text.', true],
		['a.XHTML', '', true],
		['utan-namn', '<!DOCTYPE html><html>', true],
		['utan-namn', '\ufeff<!-- saved from url=(0020)https://example.org/ -->\n<html>', true],
		['a.txt', 'Taggen <html> begynner en sida.', false],
		['a.md', '<p>En rad.</p>', false]
	])('%s that begins %j: %s', (name, start, expected) => {
		expect(isHtml(name, start)).toBe(expected);
	});
});
