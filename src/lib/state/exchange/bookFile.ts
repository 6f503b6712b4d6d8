import type { BothSides, WriteOptions } from '$lib/core/book/write/bilingualBook';
import { defaultLayout, type BookFormat } from '$lib/core/book/write/bookFormats';

/** The media type of each format. */
export const mediaTypes: Readonly<Record<BookFormat, string>> = {
	epub: 'application/epub+zip',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	html: 'text/html'
};

/** What a file is named after. */
export interface NamedBook {
	readonly id: string;
	readonly langs: BothSides;
	/** Whether it is the original alone. */
	readonly bare: boolean;
}

/**
 * Returns the name of a book’s file, the same for the same book and options: `holmen.sv-en.epub`. The
 * language that comes first is named first.
 */
export function bookFileName(
	{ id, langs: { original, translation }, bare }: NamedBook,
	format: BookFormat,
	{ layout, first }: WriteOptions
): string {
	const both = first === 'original' ? [original, translation] : [translation, original];
	const named = bare ? original : both.join('-');
	const set = bare || layout === defaultLayout[format] ? '' : `.${layout}`;
	return `${id.replace(/^dossier\//, 'series-').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.${named}${set}.${format}`;
}
