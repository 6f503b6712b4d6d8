/** Writes a bilingual book to a file of one of the formats. */
import type { BilingualBook, WriteOptions } from './bilingualBook';
import type { BookFormat } from './bookFormats';
import { writeDocx } from './docx';
import { writeEpub } from './epub';
import { writeHtml } from './html';
import { strToU8 } from 'fflate';

export { bookFormats, defaultLayout, type BookFormat } from './bookFormats';

/** Writes a book. Equal books give equal bytes. */
export function writeBook(
	format: BookFormat,
	book: BilingualBook,
	options: WriteOptions
): Uint8Array {
	switch (format) {
		case 'epub':
			return writeEpub(book, options);
		case 'docx':
			return writeDocx(book, options);
		case 'html':
			return strToU8(writeHtml(book, options));
	}
}
