/** Reckons with pages that are turned by quarters when they are shown. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { PdfTransform } from '../../core/book/pdf/document';

/** Returns a matrix from the lower left corner of the page as it is shown. */
export function turned(transform: readonly unknown[], page: PDFPageProxy): PdfTransform {
	const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
	const [a = 0, b = 0, c = 0, d = 0, x0 = 0, y0 = 0] = transform.map(Number);
	const [x, y, width, height] = [x0 - left, y0 - bottom, right - left, top - bottom];
	switch (page.rotate) {
		case 90:
			return [b, -a, d, -c, y, width - x];
		case 180:
			return [-a, -b, -c, -d, width - x, height - y];
		case 270:
			return [-b, a, -d, c, height - y, x];
		default:
			return [a, b, c, d, x, y];
	}
}
