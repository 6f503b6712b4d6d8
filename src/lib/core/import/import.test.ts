import { describe, expect, it } from 'vitest';
import { importText } from './import';
import { maxImportBytes } from './failure';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const failure = (bytes: Uint8Array) => {
	const result = importText(bytes);
	return result.ok ? null : result.failure;
};

describe('importText refuses', () => {
	it('an empty file, and one of white space', () => {
		expect(failure(utf8(''))).toEqual({ kind: 'empty' });
		expect(failure(utf8(' \n\r\n\t\f'))).toEqual({ kind: 'empty' });
	});

	it('a file over the limit, unread', () => {
		const bytes = maxImportBytes + 1;
		expect(failure(new Uint8Array(bytes))).toEqual({
			kind: 'too-large',
			bytes,
			limit: maxImportBytes
		});
	});

	it('what is no text, by name where it has one', () => {
		expect(failure(utf8('%PDF-1.7 …'))).toEqual({ kind: 'binary', format: 'pdf' });
		expect(failure(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))).toEqual({
			kind: 'binary',
			format: 'zip'
		});
		expect(failure(Uint8Array.of(1, 0, 2, 0, 0, 7))).toEqual({ kind: 'binary', format: null });
	});

	it('a third language, with a guess', () => {
		expect(failure(utf8('Das ist ein Text, der nicht auf Englisch ist.'))).toEqual({
			kind: 'language',
			guess: 'de'
		});
		expect(failure(utf8('xyz'))).toEqual({ kind: 'language', guess: null });
	});
});

it('takes the reader’s word for the language', () => {
	const result = importText(utf8('xyz'), { lang: 'sv' });
	expect(result.ok && result.value.article.lang).toBe('sv');
});
