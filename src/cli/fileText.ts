/** A text to write, with all that is known of it. */
import type { Book } from '../lib/core/book/book';
import type { Block, Lang, Metadata, Written } from '../lib/core/text/article';
import { resolveAll } from '../lib/core/translation/resolve';
import type { Row } from '../lib/core/translation/row';
import type { Translation } from '../lib/core/translation/unit';
import type { TextToWrite } from '../lib/state/exchange/bookToWrite';

export interface FileText {
	readonly kind: 'text';
	readonly id: string;
	readonly metadata: Metadata;
	readonly text: TextToWrite;
}

/** A file with chapters, or with pictures. */
export interface FileBook {
	readonly kind: 'book';
	readonly id: string;
	readonly metadata: Metadata;
	readonly book: Book;
	readonly translatedTitle: string | null;
	/** The chapters. */
	readonly texts: readonly FileText[];
}

export type FileWork = FileText | FileBook;

interface Original {
	readonly blocks: readonly Block[];
	readonly written?: Written;
}

export function textOf(
	id: string,
	original: Original | null,
	metadata: Metadata,
	translations: readonly Translation[]
): FileText {
	const { lang, title = '', rights } = metadata;
	const translated = translatedOf(lang, translations);
	const rows = rowsOf(original?.blocks ?? [], translated?.lang ?? '', translations);
	const stated = rights === undefined ? {} : { rights };
	const written = original?.written ?? null;
	const text = { lang, title, translated, rows, written, ...stated };
	return { kind: 'text', id, metadata, text };
}

/** Returns what is known of the first translation into another language; null for none. */
export const translatedOf = (
	lang: Lang,
	translations: readonly Translation[]
): Translation['translated'] | null =>
	translations.find((one) => one.translated.lang !== lang)?.translated ?? null;

export const rowsOf = (
	blocks: readonly Block[],
	lang: Lang,
	translations: readonly Translation[]
): readonly Row[] =>
	resolveAll(blocks, { stored: translations, words: [], reviews: [] }, { lang }).rows;
