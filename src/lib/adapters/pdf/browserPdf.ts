/**
 * Loads pdf.js in the worker that reads books. pdf.js starts a worker of its own beside it, from a
 * file of this site.
 */
import type { BookFailure } from '../../core/book/failure';
import type { Result } from '../../core/result';
import { openPdf, type OpenPdf } from './pdfDocument';

export async function openPdfInBrowser(bytes: Uint8Array): Promise<Result<OpenPdf, BookFailure>> {
	const [library, { default: workerUrl }] = await Promise.all([
		import('pdfjs-dist'),
		import('pdfjs-dist/build/pdf.worker.min.mjs?url')
	]);
	const worker = new Worker(workerUrl, { type: 'module' });
	library.GlobalWorkerOptions.workerPort = worker;
	const opened = await openPdf(library, bytes);
	if (!opened.ok) {
		worker.terminate();
		return opened;
	}
	const { document, close } = opened.value;
	return {
		ok: true,
		value: { document, close: () => close().finally(() => worker.terminate()) }
	};
}
