import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { toWindows1252 } from './damage.fixture';

const text = 'Åsa säger: ”En – två … 3 €.”\nŠedan, naïve.';
const utf8 = (s: string) => new TextEncoder().encode(s);
const utf16 = (s: string, big: boolean) =>
	Uint8Array.from(
		[...s].flatMap((c) => {
			const code = c.charCodeAt(0);
			return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
		})
	);
const bytes = (...parts: (number[] | Uint8Array)[]) =>
	Uint8Array.from(parts.flatMap((part) => [...part]));
const read = (b: Uint8Array) => {
	const result = decode(b);
	return result.ok ? result.value : result.failure;
};

describe('decode detects the encoding', () => {
	it.each([
		['utf-8', utf8(text)],
		['utf-8', bytes([0xef, 0xbb, 0xbf], utf8(text))],
		['utf-16le', bytes([0xff, 0xfe], utf16(text, false))],
		['utf-16be', bytes([0xfe, 0xff], utf16(text, true))],
		['utf-16le', utf16(text, false)],
		['utf-16be', utf16(text, true)],
		['windows-1252', toWindows1252(text, '?')]
	])('%s', (encoding, file) => {
		expect(read(file)).toEqual({ encoding, text });
	});

	it('reads a damaged UTF-8 file as UTF-8, not as windows-1252', () => {
		const cut = utf8('Åäö åäö åäö').subarray(0, -1);
		expect(read(cut)).toEqual({ encoding: 'utf-8', text: 'Åäö åäö åä\ufffd' });
	});

	it('reads a lone surrogate as an unreadable character', () => {
		expect(read(bytes(utf8('a '), [0xed, 0xa0, 0x80], utf8(' b')))).toMatchObject({
			encoding: 'utf-8',
			text: expect.stringMatching(/^a \ufffd+ b$/) as string
		});
		expect(read(bytes([0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x62, 0]))).toMatchObject({
			text: 'a\ufffdb'
		});
	});

	it('decodes the character references for what windows-1252 lacks, and no others', () => {
		expect(read(bytes([0xe5], utf8(' ord&#8308; &#65; &#38;')))).toMatchObject({
			text: 'å ord⁴ &#65; &#38;'
		});
		expect(read(utf8('ord&#8308;'))).toMatchObject({ text: 'ord&#8308;' });
	});
});

it('ends every line with one newline, composes letters and drops control characters', () => {
	const long = 'x'.repeat(200);
	expect(read(utf8(`a\r\nb\rc\u2028d\u0007a\u030a${long}`))).toMatchObject({
		text: `a\nb\nc\ndå${long}`
	});
});

describe('decode refuses', () => {
	it('control characters, even in a file of a few bytes', () => {
		expect(read(Uint8Array.of(1))).toEqual({ kind: 'binary', format: null });
	});

	it('zero bytes on both sides', () => {
		expect(read(Uint8Array.of(0, 0, 0, 0, 65, 66))).toEqual({ kind: 'binary', format: null });
	});
});
