import { expect, test } from 'vitest';
import { mayBeBook } from './bookStart';

const start = (text: string) => mayBeBook(Uint8Array.from([...text], (it) => it.charCodeAt(0)));

test('a book is known by its first bytes', () => {
	expect(start('PK\x03\x04\x14\x00')).toBe(true);
	expect(start('\n%PDF-1.7')).toBe(true);
	expect(start('<?xml version="1.0"?>\n<FictionBook xmlns="x">')).toBe(true);
});

test('a text is no book, whatever it speaks of', () => {
	expect(start('PK är en förkortning.')).toBe(false);
	expect(start('<html><body>FictionBook</body></html>')).toBe(false);
	expect(start('')).toBe(false);
});
