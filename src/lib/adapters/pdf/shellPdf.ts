/** Loads pdf.js in the shell. Its build for older engines still needs what Node 20 lacks. */
import { openPdf, type OpenPdf } from './pdfDocument';
import type { BookFailure } from '../../core/book/failure';
import type { Result } from '../../core/result';

export async function openPdfInShell(bytes: Uint8Array): Promise<Result<OpenPdf, BookFailure>> {
	provideForNode();
	const library = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
	library.GlobalWorkerOptions.workerSrc = import.meta
		.resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
	return openPdf(library, bytes);
}

/** Nothing is drawn: names are enough for what pdf.js draws with, else it warns. */
function provideForNode(): void {
	const absent = ['DOMMatrix', 'Path2D', 'ImageData'].filter((name) => !(name in globalThis));
	for (const name of absent)
		Object.defineProperty(globalThis, name, { value: function absentInNode() {}, writable: true });
	if (!('withResolvers' in Promise))
		Object.defineProperty(Promise, 'withResolvers', { value: withResolvers });
	if (!('transferToFixedLength' in ArrayBuffer.prototype))
		Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', { value: copied });
}

function withResolvers() {
	const made: { resolve?: (value: unknown) => void; reject?: (reason: unknown) => void } = {};
	const promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
	return { promise, ...made };
}

/** Without it pdf.js gives no fonts, and says nothing. */
function copied(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
	const copy = new Uint8Array(length);
	copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
	return copy.buffer;
}
