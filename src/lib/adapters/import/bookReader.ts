/** Reads books of every format, in the worker and in the shell. Loaded when a file looks like one. */
import { assembleSteps } from '../../core/book/assemble';
import type { Book } from '../../core/book/book';
import type { BookFailure } from '../../core/book/failure';
import { bookFormat, bookSteps } from '../../core/book/readBook';
import type { Result } from '../../core/result';
import { runSteps } from '../../core/steps';
import type { Lang } from '../../core/text/article';
import { bookTree } from '../html/dom/bookTree';
import type { OpenPdf } from '../pdf/pdfDocument';

interface BookReading {
	/** The language that the reader chose, or null. */
	readonly lang: Lang | null;
	/** Opens a PDF; it may take the bytes for itself. */
	readonly openPdf: (bytes: Uint8Array) => Promise<Result<OpenPdf, BookFailure>>;
	readonly progress?: (done: number) => void;
}

type Outcome = Promise<Result<Book, BookFailure>>;

/** Reads a book; null for a file that is none, such as an archive of other files. */
export async function readBook(
	bytes: Uint8Array,
	{ lang, openPdf, progress = () => {} }: BookReading
): Promise<Awaited<Outcome> | null> {
	const format = bookFormat(bytes);
	if (format === null) return null;
	if (format === 'pdf') return readPdf(bytes, { lang, openPdf, progress });
	return runSteps(bookSteps(bytes, { lang, parseHtml: bookTree }), ({ done }) => progress(done));
}

async function readPdf(
	bytes: Uint8Array,
	{ lang, openPdf, progress }: Required<BookReading>
): Outcome {
	const [opened, { pdfSteps }] = await Promise.all([
		openPdf(bytes),
		import('../../core/book/pdf/pdfSteps')
	]);
	if (!opened.ok) return opened;
	const { document, close } = opened.value;
	try {
		const steps = pdfSteps(document);
		let step = await steps.next();
		for (; !step.done; step = await steps.next()) progress(step.value.done);
		return step.value.ok ? runSteps(assembleSteps(step.value.value, lang)) : step.value;
	} finally {
		await close();
	}
}
