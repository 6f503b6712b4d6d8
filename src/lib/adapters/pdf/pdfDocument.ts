/** Puts pdf.js behind core’s `PdfDocument`. The library is handed in: page and shell load it each in its way. */
import { styleOfName } from './fontNames';
import { outlineOf } from './outline';
import { PdfPictures } from './pictures';
import { mayHavePictures } from './rawJpegs';
import { turned } from './turned';
import type * as pdfLibrary from 'pdfjs-dist';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type {
	PdfDocument,
	PdfElement,
	PdfFont,
	PdfItem,
	PdfMetadata,
	PdfPage,
	PdfStructure
} from '../../core/book/pdf/document';
import type { BookFailure } from '../../core/book/failure';
import { fail, ok, type Result } from '../../core/result';

/** What `import('pdfjs-dist')` gives. */
type PdfLibrary = typeof pdfLibrary;

export interface OpenPdf {
	readonly document: PdfDocument;
	/** Ends the library’s work on the file and frees its memory. */
	close(): Promise<void>;
}

/** Most pixels of a picture that is decoded, to spare memory: a scanned page of 600 dpi has 35 million. */
const maxPixels = 40_000_000;

/** Opens a PDF. It fetches nothing: neither fonts nor tables of characters. */
export async function openPdf(
	library: PdfLibrary,
	bytes: Uint8Array
): Promise<Result<OpenPdf, BookFailure>> {
	const illustrated = mayHavePictures(bytes);
	const task = library.getDocument({
		data: bytes,
		verbosity: library.VerbosityLevel.ERRORS,
		disableFontFace: true,
		useSystemFonts: false,
		useWorkerFetch: false,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		useWasm: false,
		maxImageSize: maxPixels,
		fontExtraProperties: true
	});
	try {
		const document = await task.promise;
		return ok({
			document: await describe(library, document, illustrated),
			close: () => close(task)
		});
	} catch (error) {
		await close(task);
		return fail(failureOf(error));
	}
}

const close = (task: PDFDocumentLoadingTask): Promise<void> => task.destroy();

/** pdf.js names its errors; their classes are not all exported. */
function failureOf(error: unknown): BookFailure {
	const name = error instanceof Error ? error.name : '';
	if (name === 'PasswordException') return { kind: 'locked', by: 'password' };
	return { kind: 'damaged', file: null };
}

async function describe(
	library: PdfLibrary,
	document: PDFDocumentProxy,
	illustrated: boolean
): Promise<PdfDocument> {
	const [{ info }, labels, outline] = await Promise.all([
		document.getMetadata().catch(() => ({ info: {} })),
		document.getPageLabels().catch(() => null),
		outlineOf(document)
	]);
	const pictures = new PdfPictures(document, library);
	const seen: Seen = {
		library,
		fonts: new Map(),
		scans: 0,
		hasWords: false,
		pictures: illustrated ? pictures : null
	};
	return {
		pages: document.numPages,
		metadata: metadataOf(new Map(Object.entries(info))),
		labels,
		outline,
		pictures: pictures.kept,
		// pdf.js reads what it can of a damaged page, and gives up on some.
		page: (index) => readPage(document, index, seen).catch(() => null)
	};
}

function metadataOf(info: ReadonlyMap<string, unknown>): PdfMetadata {
	const text = (name: string): string | null => {
		const value = info.get(name);
		return typeof value === 'string' && value.trim() !== '' ? value : null;
	};
	return {
		title: text('Title'),
		author: text('Author'),
		lang: text('Language')
	};
}

/** What is known of a file from the pages before. */
interface Seen {
	readonly library: PdfLibrary;
	readonly fonts: Map<string, PdfFont>;
	/** Number of pages that are pictures. */
	scans: number;
	/** A page with words was met. */
	hasWords: boolean;
	/** Null where the file has none. */
	readonly pictures: PdfPictures | null;
}

/** Number of pages that are pictures after which a file without words is taken for a scan, unseen. */
const enoughScans = 8;

async function readPage(document: PDFDocumentProxy, index: number, seen: Seen): Promise<PdfPage> {
	const page = await document.getPage(index + 1);
	try {
		const [content, structure] = await Promise.all([
			page.getTextContent({ includeMarkedContent: true }),
			page.getStructTree().catch(() => null)
		]);
		const { items, names } = itemsOf(content.items, page);
		const isScan = isBlank(items);
		seen.hasWords ||= !isScan;
		const unknown = [...names].filter((name) => !seen.fonts.has(name));
		const needed = isScan
			? seen.hasWords || seen.scans < enoughScans
			: seen.pictures?.isSoughtOn(index) || (unknown.length > 0 && seen.fonts.size <= maxFonts);
		const operators = needed ? await page.getOperatorList().catch(() => null) : null;
		if (operators) await learnFonts(page, unknown, seen.fonts);
		const pictures =
			operators && seen.pictures ? await seen.pictures.read(page, operators, !isScan) : [];
		const isPicture = isScan && (!needed || showsPicture(operators, seen.library));
		if (isPicture) seen.scans++;
		const { width, height } = page.getViewport({ scale: 1, dontFlip: true });
		return {
			width,
			height,
			items,
			fonts: seen.fonts,
			structure: structure ? elementOf(structure, 0) : null,
			isPicture,
			pictures
		};
	} finally {
		page.cleanup();
	}
}

const isBlank = (items: readonly PdfItem[]): boolean => items.every(({ text }) => !/\S/.test(text));

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];
type Mark = { readonly content: string | null; readonly artifact: boolean };

/** Most items of a page that are read; a page with more is no page of text. */
const maxItems = 100_000;

function itemsOf(content: Content, page: PDFPageProxy) {
	const marks: Mark[] = [];
	const items: PdfItem[] = [];
	const names = new Set<string>();
	for (const item of content) {
		if ('type' in item) {
			if (item.type === 'endMarkedContent') marks.pop();
			else marks.push(within(marks.at(-1), item));
			continue;
		}
		if (items.length >= maxItems) break;
		names.add(item.fontName);
		items.push({
			text: item.str,
			transform: turned(item.transform, page),
			width: item.width,
			height: item.height,
			font: item.fontName,
			content: marks.at(-1)?.content ?? null,
			artifact: marks.at(-1)?.artifact ?? false
		});
	}
	return { items, names };
}

/** An artifact’s parts are artifacts; words of a mark without a number belong to the mark around it. */
const within = (outer: Mark | undefined, mark: object): Mark => ({
	content: ('id' in mark && typeof mark.id === 'string' ? mark.id : outer?.content) ?? null,
	artifact: outer?.artifact === true || ('tag' in mark && mark.tag === 'Artifact')
});

/** Deepest structure that is followed. */
const maxDepth = 120;

interface Node {
	readonly role?: string;
	readonly alt?: string;
	readonly lang?: string;
	readonly type?: string;
	readonly id?: string;
	readonly children?: readonly Node[];
}

function elementOf({ role = '', alt, lang, children = [] }: Node, depth: number): PdfElement {
	return {
		role,
		alt: alt ?? null,
		lang: lang ?? null,
		children: depth < maxDepth ? children.flatMap((child) => structureOf(child, depth + 1)) : []
	};
}

function structureOf(node: Node, depth: number): readonly PdfStructure[] {
	if (node.type === undefined) return [elementOf(node, depth)];
	return node.type === 'content' && node.id !== undefined ? [{ content: node.id }] : [];
}

/** Most fonts that are learnt; those after them are plain. */
const maxFonts = 60;

/** How long a font is waited for, in milliseconds. Fonts that have not come by then are plain. */
const fontPatience = 50;

/** Learns whether fonts are bold or italic. pdf.js says it only where it prepares a page to be drawn. */
async function learnFonts(
	page: PDFPageProxy,
	unknown: readonly string[],
	fonts: Map<string, PdfFont>
): Promise<void> {
	if (unknown.length === 0) return;
	await Promise.race([
		Promise.all(
			unknown.map((name) => new Promise((resolve) => page.commonObjs.get(name, resolve)))
		),
		new Promise((resolve) => setTimeout(resolve, fontPatience))
	]);
	for (const name of unknown) fonts.set(name, fontOf(page, name));
}

function fontOf(page: PDFPageProxy, name: string): PdfFont {
	if (!page.commonObjs.has(name)) return { bold: false, italic: false };
	const font: unknown = page.commonObjs.get(name);
	const read = new Map(
		typeof font === 'object' && font !== null
			? (['name', 'bold', 'black', 'italic'] as const).map((key) => [
					key,
					(font as Readonly<Record<string, unknown>>)[key]
				])
			: []
	);
	const byName = styleOfName(String(read.get('name') ?? ''));
	return {
		bold: read.get('bold') === true || read.get('black') === true || byName.bold,
		italic: read.get('italic') === true || byName.italic
	};
}

/** Returns whether a page without words draws a picture. */
function showsPicture(
	operators: Awaited<ReturnType<PDFPageProxy['getOperatorList']>> | null,
	{ OPS }: PdfLibrary
): boolean {
	const pictures = new Set([
		OPS.paintImageXObject,
		OPS.paintImageXObjectRepeat,
		OPS.paintInlineImageXObject,
		OPS.paintInlineImageXObjectGroup,
		OPS.paintImageMaskXObject,
		OPS.paintImageMaskXObjectRepeat,
		OPS.paintImageMaskXObjectGroup
	]);
	return operators?.fnArray.some((operator) => pictures.has(operator)) ?? false;
}
