import { writeFileSync } from 'node:fs';
import { readFile as readAll, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { encodings, type Encoding } from '../lib/core/import/decode';
import { importHtml } from '../lib/adapters/html/importHtml';
import { isWebPage } from '../lib/adapters/html/webPage';
import { readBook } from '../lib/adapters/import/bookReader';
import type { OpenPdf } from '../lib/adapters/pdf/pdfDocument';
import type { Book } from '../lib/core/book/book';
import { articleOf, isSingleText } from '../lib/core/book/bookArticle';
import { maxBookBytes, type BookFailure } from '../lib/core/book/failure';
import { maxImportBytes } from '../lib/core/import/failure';
import { importText, type ImportOptions } from '../lib/core/import/import';
import type { Imported } from '../lib/core/import/imported';
import { fail, ok, unreachable, type Result } from '../lib/core/result';
import { messageOf } from '../lib/core/errorMessage';

export interface FileArgs {
	readonly file: string;
	readonly json: boolean;
	readonly options: ImportOptions;
}

/** The arguments `FILE [--json] [--lang LANG] [--encoding NAME]`, which every command that reads a file takes. */
export function parseFileArgs(args: readonly string[]): Result<FileArgs, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean' },
				lang: { type: 'string' },
				encoding: { type: 'string' }
			}
		});
		const [file, ...more] = positionals;
		if (file === undefined) return fail('name a file');
		if (more.length > 0) return fail(`one file at a time, not also ${more.join(', ')}`);
		const { json = false, lang, encoding } = values;
		if (lang !== undefined && lang !== 'sv' && lang !== 'en')
			return fail(`--lang is sv or en, not ${lang}`);
		if (encoding !== undefined && !isEncoding(encoding))
			return fail(`--encoding is one of ${encodings.join(', ')}, not ${encoding}`);
		const options = {
			...(lang === undefined ? {} : { lang }),
			...(encoding === undefined ? {} : { encoding })
		};
		return ok({ file, json, options });
	} catch (error) {
		return fail(messageOf(error));
	}
}

const isEncoding = (name: string): name is Encoding =>
	(encodings as readonly string[]).includes(name);

/** What a file of the user's is: a text, or a book with chapters. */
export type ReadFile =
	/** `book`: the same with its pictures, where the file is of a book’s format; null for others. */
	| { readonly kind: 'text'; readonly imported: Imported; readonly book: Book | null }
	| { readonly kind: 'book'; readonly book: Book };

/** Reads a file of the user's of any kind; the failure is a sentence for them. */
export async function readFile(
	file: string,
	options: ImportOptions
): Promise<Result<ReadFile, string>> {
	const bytes = await readBytes(file);
	if (!bytes.ok) return bytes;
	const read = await readAny(file, bytes.value, options);
	return read.ok ? read : fail(`${file}: ${reason(read.failure)}`);
}

/** Reads a file as one article. */
export async function importFile(
	file: string,
	options: ImportOptions
): Promise<Result<Imported, string>> {
	const read = await readFile(file, options);
	return read.ok ? ok(asText(read.value)) : read;
}

/** Returns the article that a file is: a book’s chapters follow one another. */
export const asText = (read: ReadFile): Imported =>
	read.kind === 'text' ? read.imported : articleOf(read.book);

async function readAny(
	name: string,
	bytes: Uint8Array,
	options: ImportOptions
): Promise<Result<ReadFile, BookFailure>> {
	const book = await readBook(bytes, { lang: options.lang ?? null, openPdf });
	if (book !== null) {
		if (!book.ok) return book;
		return isSingleText(book.value)
			? ok({ kind: 'text', imported: articleOf(book.value), book: book.value })
			: ok({ kind: 'book', book: book.value });
	}
	if (bytes.length > maxImportBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxImportBytes });
	const imported = isWebPage(name, Buffer.from(bytes.subarray(0, startBytes)).toString('latin1'))
		? importHtml(bytes, options.lang ?? null)
		: importText(bytes, options);
	return imported.ok ? ok({ kind: 'text', imported: imported.value, book: null }) : imported;
}

async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, BookFailure>> {
	const { openPdfInShell } = await import('../lib/adapters/pdf/shellPdf');
	// pdf.js takes no Buffer.
	return openPdfInShell(new Uint8Array(bytes));
}

/** Bytes that tell what kind of file it is. */
const startBytes = 4096;

async function readBytes(file: string): Promise<Result<Uint8Array, string>> {
	try {
		const { size } = await stat(file);
		if (size > maxBookBytes)
			return fail(`${file}: ${reason({ kind: 'too-large', bytes: size, limit: maxBookBytes })}`);
		return ok(await readAll(file));
	} catch (error) {
		return fail(messageOf(error));
	}
}

/** Writes a file of the user's and returns its name; the failure is a sentence for them. */
export function write(path: string, text: string): Result<string, string> {
	try {
		writeFileSync(path, text);
		return ok(path);
	} catch (error) {
		return fail(messageOf(error));
	}
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

function reason(failure: BookFailure): string {
	switch (failure.kind) {
		case 'empty':
			return 'the file is empty';
		case 'too-large':
			return `the file has ${megabytes(failure.bytes)}; texts of up to ${megabytes(failure.limit)} can be read`;
		case 'too-many-lines':
			return `the file has ${failure.lines} lines; texts of up to ${failure.limit} can be read`;
		case 'binary':
			return `the file is not plain text${failure.format === null ? '' : ` (it looks like ${failure.format})`}`;
		case 'language':
			return `the text looks neither Swedish nor English${failure.guess === null ? '' : ` (but like “${failure.guess}”)`}; if it is, say so with --lang sv or --lang en`;
		case 'locked':
			return failure.by === 'rights'
				? 'the book is locked by a shop’s protection (DRM); such a book cannot be read here'
				: 'the file is locked by a password';
		case 'damaged':
			return `the file is cut short or altered${failure.file === null ? '' : ` (in ${failure.file})`}`;
		case 'unpacks-too-large':
			return `unpacked, the file would have ${megabytes(failure.bytes)}; up to ${megabytes(failure.limit)} can be read`;
		case 'too-many-files':
			return `the archive has ${failure.files} files; up to ${failure.limit} can be read`;
		case 'incomplete':
			return `the book lacks ${failure.missing}`;
		case 'scanned':
			return `all ${failure.pages} pages are pictures: there is no text to read`;
		default:
			return unreachable(failure);
	}
}
