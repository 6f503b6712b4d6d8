/**
 * Reads a PDF as a book: a tagged page by its structure, any other by its geometry. The file’s words
 * are all in the result, as text, as notes or as what is left out.
 */
import { fail, ok, type Result } from '../../result';
import type { BookFailure } from '../failure';
import type { Flow } from '../flow';
import { maxPdfPages, type PdfDocument } from './document';
import { pageText, type PageText } from './pageText';
import { readPages } from './readPages';
import { writeFlow } from './writeFlow';

/** Share of the work that reading the pages is. */
const reading = 0.9;

/** Between two steps, a page each, the caller may show progress or abandon the rest. */
export async function* pdfSteps(
	document: PdfDocument
): AsyncGenerator<{ readonly done: number }, Result<Flow, BookFailure>> {
	const { pages: count } = document;
	if (count > maxPdfPages)
		return fail({ kind: 'too-many-files', files: count, limit: maxPdfPages });
	const pages: PageText[] = [];
	for (let index = 0; index < count; index++) {
		pages.push(pageText(await document.page(index), index));
		yield { done: (reading * (index + 1)) / count };
	}
	if (pages.every(isWithoutText)) return fail(failureOf(pages));
	const read = readPages(pages, document.outline);
	yield { done: reading + (1 - reading) / 2 };
	return ok(writeFlow(read, document));
}

function failureOf(pages: readonly PageText[]): BookFailure {
	if (pages.some(({ isPicture }) => isPicture)) return { kind: 'scanned', pages: pages.length };
	return pages.some(({ doubtful }) => doubtful)
		? { kind: 'damaged', file: null }
		: { kind: 'empty' };
}

const isWithoutText = ({ tagged, loose, artifacts }: PageText): boolean =>
	!tagged && loose.length === 0 && artifacts.length === 0;
