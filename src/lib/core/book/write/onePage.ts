import type { BilingualBook, BilingualChapter } from './bilingualBook';
import { titlesOf } from './titlePage';

/**
 * Returns the chapters of a book that is one file from the title on: the only chapter, where it has
 * the book’s title, does not repeat it.
 */
export function chaptersOnOnePage(book: BilingualBook): readonly BilingualChapter[] {
	const [only, ...more] = book.chapters;
	const isSame = only?.title.original === titlesOf(book).original;
	return only && more.length === 0 && isSame
		? [{ ...only, title: { original: '', translation: '' } }]
		: book.chapters;
}
