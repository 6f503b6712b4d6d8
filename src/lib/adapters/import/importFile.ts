/** Reads a file and finds the article or the book in it. Runs in the import worker. */
import { articleOf, isSingleText } from '../../core/book/bookArticle';
import { maxBookBytes, type BookFailure } from '../../core/book/failure';
import { importSteps } from '../../core/import/import';
import type { Imported } from '../../core/import/imported';
import { ok, type Result } from '../../core/result';
import { runSteps } from '../../core/steps';
import { isWebPage } from '../html/webPage';
import type { OpenPdf } from '../pdf/pdfDocument';
import type { Context } from '../worker/serve';
import { mayBeBook } from './bookStart';
import { identifyStored } from '../stored/recognition';
import { repairedImport } from './mended';
import type { ImportedBook, ImportedText, ImportRequest, ReadFailure } from './protocol';
import { firstBytes, readBytes, readStart } from './readFile';

type Outcome<Value> = Promise<Result<Value, ReadFailure>>;
type Progress = Pick<Context, 'progress'>;

export async function importFile(
	request: ImportRequest,
	context: Progress
): Outcome<ImportedText | ImportedBook> {
	const { file } = request;
	if (!mayBeBook(await firstBytes(file))) return importText(request, context);
	const { readBook } = await import('./bookReader');
	const bytes = await readBytes(file, maxBookBytes);
	if (!bytes.ok) return bytes;
	const read = await readBook(bytes.value, { lang: request.lang, openPdf, ...context });
	if (read === null) return importText(request, context);
	if (!read.ok) return read;
	const book = read.value;
	const isText = !request.books || (isSingleText(book) && book.pictures.length === 0);
	return ok(isText ? await compared(articleOf(book), request) : { book });
}

async function importText(request: ImportRequest, context: Progress): Outcome<ImportedText> {
	const { name, file, lang, encoding } = request;
	const bytes = await readBytes(file);
	if (!bytes.ok) return bytes;
	const options = {
		...(lang === null ? {} : { lang }),
		...(encoding === undefined ? {} : { encoding })
	};
	const steps = isWebPage(name, await readStart(file))
		? (await import('../html/importHtml')).htmlSteps(bytes.value, lang)
		: importSteps(bytes.value, options);
	const read = runSteps<{ readonly done: number }, Result<Imported, ReadFailure>>(
		steps,
		({ done }) => context.progress(done)
	);
	return read.ok ? ok(await compared(read.value, request)) : read;
}

const compared = async (imported: Imported, { compares }: ImportRequest): Promise<ImportedText> =>
	compares ? repairedImport(imported, identifyStored) : imported;

async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, BookFailure>> {
	const { openPdfInBrowser } = await import('../pdf/browserPdf');
	return openPdfInBrowser(bytes);
}
