/** Reads a PDF’s outline: its contents, with the pages and heights that entries lead to. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PdfOutlineEntry } from '../../core/book/pdf/document';

type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;

/** Deepest level and most entries of an outline that are read. */
const maxOutline = { level: 8, entries: 5000 };

export async function outlineOf(document: PDFDocumentProxy): Promise<readonly PdfOutlineEntry[]> {
	const entries: PdfOutlineEntry[] = [];
	const add = async (items: Outline, level: number): Promise<void> => {
		for (const { title, dest, items: within } of items) {
			if (entries.length >= maxOutline.entries) return;
			entries.push({ title: title.trim(), level, ...(await targetOf(document, dest)) });
			if (level < maxOutline.level) await add(within, level + 1);
		}
	};
	try {
		await add((await document.getOutline()) ?? [], 1);
	} catch {
		// A file with a damaged outline has no contents.
		return [];
	}
	return entries;
}

const nowhere = { page: null, y: null };

async function targetOf(
	document: PDFDocumentProxy,
	dest: string | unknown[] | null
): Promise<Pick<PdfOutlineEntry, 'page' | 'y'>> {
	try {
		const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
		const [page, kind, x, y]: readonly unknown[] = explicit ?? [];
		const index = await indexOf(document, page);
		if (index === null) return nowhere;
		return { page: index, y: heightOf(nameOf(kind), x, y) };
	} catch {
		// The page that it leads to is not in the file.
		return nowhere;
	}
}

async function indexOf(document: PDFDocumentProxy, page: unknown): Promise<number | null> {
	if (typeof page === 'number') return page >= 0 && page < document.numPages ? page : null;
	if (typeof page !== 'object' || page === null || !('num' in page) || !('gen' in page))
		return null;
	const { num, gen } = page;
	return typeof num === 'number' && typeof gen === 'number'
		? document.getPageIndex({ num, gen })
		: null;
}

const nameOf = (kind: unknown): unknown =>
	typeof kind === 'object' && kind !== null && 'name' in kind ? kind.name : null;

/** Returns the height of a target, by the kind of the target: `XYZ` has two numbers, `FitH` one. */
function heightOf(kind: unknown, first: unknown, second: unknown): number | null {
	const height = kind === 'XYZ' ? second : kind === 'FitH' || kind === 'FitBH' ? first : null;
	return typeof height === 'number' ? height : null;
}
