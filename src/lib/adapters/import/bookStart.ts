/** Number of bytes at the beginning of a file in which a PDF or an FB2 says what it is. */
const searched = 1024;

/**
 * Returns whether a file may be a book, by its first bytes and not by its name: an archive, a PDF or
 * FictionBook.
 */
export function mayBeBook(start: Uint8Array): boolean {
	const text = String.fromCharCode(...start.subarray(0, searched));
	return text.startsWith('PK\x03\x04') || text.includes('%PDF-') || /<FictionBook[\s>]/.test(text);
}
