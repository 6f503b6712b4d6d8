/** The formats of files that a book is written to, without their writers: a page names them. */
import type { Layout } from './bilingualBook';

export const bookFormats = ['epub', 'docx', 'html'] as const;
export type BookFormat = (typeof bookFormats)[number];

/** The layout of a format where none is asked for: columns need a page’s width. */
export const defaultLayout: Readonly<Record<BookFormat, Layout>> = {
	epub: 'stacked',
	docx: 'columns',
	html: 'columns'
};
