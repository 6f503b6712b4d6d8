/** Finds the pictures that a page draws, and keeps them as JPEG or PNG. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type * as pdfLibrary from 'pdfjs-dist';
import type { FlowPicture } from '../../core/book/flow';
import { png, type Pixels } from '../../core/book/pdf/png';
import type { PdfPicture } from '../../core/book/pdf/document';
import { isBackground } from '../../core/book/pdf/pictures';
import { RawJpegs } from './rawJpegs';
import { turned } from './turned';

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** A picture as it is drawn: pdf.js’s name of it, and its place in points from the lower left. */
interface Drawn {
	readonly object: string;
	readonly matrix: Matrix;
	/** The number of its marked content on the page; null for none. */
	readonly mark: number | null;
}

/** Least side of a picture on paper, in points, and in pixels: smaller ones are ornaments. */
const least = { points: 40, pixels: 24 };
/** Most pictures of a page; a page with more draws one of many parts. */
const maxOnPage = 24;
/** Most bytes of all pictures that are kept. */
const maxBytes = 200_000_000;
/** Number of scans in a row after which a file is taken for one: only every nth page is searched then. */
const enoughScans = 8;
const searchedScans = 8;
/** How long a picture is waited for, in milliseconds. */
const patience = 10_000;

export class PdfPictures {
	readonly kept = new Map<string, FlowPicture>();
	readonly #document: PDFDocumentProxy;
	readonly #library: typeof pdfLibrary;
	/** Number of pages in a row that have nothing but a scan behind their words. */
	#scans = 0;
	#lastScan = '';
	#jpegs: Promise<RawJpegs> | null = null;
	#bytes = 0;

	constructor(document: PDFDocumentProxy, library: typeof pdfLibrary) {
		this.#document = document;
		this.#library = library;
	}

	/** Returns whether a page with words is searched. After many scans in a row few are. */
	isSoughtOn(index: number): boolean {
		return this.#scans < enoughScans || index % searchedScans === 0;
	}

	/**
	 * Keeps the pictures of a page and returns their places. A picture that cannot be kept has a place
	 * too: it is listed as left out. One behind the words of a page (`hasWords`) has none.
	 */
	async read(
		page: PDFPageProxy,
		operators: Operators,
		hasWords: boolean
	): Promise<readonly PdfPicture[]> {
		const sides = sidesOf(page);
		const drawn = drawnIn(operators, this.#library.OPS)
			.map((one) => ({ ...one, place: placeOf(turned(one.matrix, page), sides) }))
			.filter(({ place }) => place.wide >= least.points && place.high >= least.points);
		const shown = drawn.filter(
			({ mark, place }) => !hasWords || mark !== null || !isBackground(place, sides)
		);
		this.#count(drawn.at(-1)?.object ?? '', hasWords && shown.length === 0);
		if (shown.length > maxOnPage) return [];
		const found: PdfPicture[] = [];
		for (const { object, place, mark } of shown) {
			const { x0, x1, top, foot } = place;
			const name = await this.#keep(page, object, place.isUpright);
			const content = mark === null ? null : `p${refOf(page)}_mc${mark}`;
			if (name !== null) found.push({ name, x0, x1, top, foot, content });
		}
		return found;
	}

	/** Counts scans in a row. Every page of a scan is a picture of its own, which paper is not. */
	#count(object: string, isBehind: boolean): void {
		this.#scans = isBehind && object !== this.#lastScan ? this.#scans + 1 : 0;
		this.#lastScan = object;
	}

	/** Keeps a picture if it can be, and returns its name; null for an ornament. */
	async #keep(page: PDFPageProxy, object: string, isUpright: boolean): Promise<string | null> {
		const image = imageOf(await loaded(page, object));
		if (image && (image.width < least.pixels || image.height < least.pixels)) return null;
		const name = image?.ref ?? object;
		if (!image || !isUpright || this.kept.has(name)) return name;
		const jpeg = image.ref === null ? null : (await this.#raw()).find(image.ref, image);
		const pixels = jpeg === null ? pixelsOf(image, this.#library.ImageKind) : null;
		const bytes = jpeg ?? (pixels && png(pixels));
		if (!bytes || this.#bytes + bytes.length > maxBytes) return name;
		this.#bytes += bytes.length;
		this.kept.set(name, { type: jpeg ? 'image/jpeg' : 'image/png', bytes: () => bytes });
		return name;
	}

	#raw(): Promise<RawJpegs> {
		this.#jpegs ??= this.#document.getData().then((bytes) => new RawJpegs(bytes));
		return this.#jpegs;
	}
}

interface Sides {
	readonly width: number;
	readonly height: number;
}

/** Returns the sides of a page as it is shown, in points. */
function sidesOf({ view, rotate }: PDFPageProxy): Sides {
	const [left = 0, bottom = 0, right = 0, top = 0] = view;
	const [width, height] = [right - left, top - bottom];
	return rotate % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Returns the place on a page of what a matrix makes of the unit square. */
function placeOf([a, b, c, d, x, y]: Matrix, { width, height }: Sides) {
	const [left, right] = [x + Math.min(0, a) + Math.min(0, c), x + Math.max(0, a) + Math.max(0, c)];
	const [low, high] = [y + Math.min(0, b) + Math.min(0, d), y + Math.max(0, b) + Math.max(0, d)];
	return {
		x0: Math.max(0, left),
		x1: Math.min(width, right),
		top: Math.max(0, height - high),
		foot: Math.min(height, height - low),
		wide: right - left,
		high: high - low,
		/** It does not lie on its side. */
		isUpright: Math.abs(a) > Math.abs(b)
	};
}

const refOf = ({ ref }: PDFPageProxy): string =>
	ref === null ? '' : `${ref.num}R${ref.gen === 0 ? '' : ref.gen}`;

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Follows the places of what a page draws; forms within it have places of their own. */
function drawnIn({ fnArray, argsArray }: Operators, ops: typeof pdfLibrary.OPS): readonly Drawn[] {
	const found: Drawn[] = [];
	const saved: Matrix[] = [];
	const marks: (number | null)[] = [];
	let matrix = identity;
	fnArray.forEach((operator: unknown, i) => {
		const args: unknown = argsArray[i];
		switch (operator) {
			case ops.save:
				saved.push(matrix);
				break;
			case ops.restore:
				matrix = saved.pop() ?? identity;
				break;
			case ops.transform:
				matrix = multiplied(matrix, args);
				break;
			case ops.paintFormXObjectBegin:
				saved.push(matrix);
				matrix = multiplied(matrix, Array.isArray(args) ? args[0] : null);
				break;
			case ops.paintFormXObjectEnd:
				matrix = saved.pop() ?? identity;
				break;
			case ops.beginMarkedContent:
				marks.push(marks.at(-1) ?? null);
				break;
			case ops.beginMarkedContentProps: {
				const mark: unknown = Array.isArray(args) ? args[1] : null;
				marks.push(typeof mark === 'number' ? mark : (marks.at(-1) ?? null));
				break;
			}
			case ops.endMarkedContent:
				marks.pop();
				break;
			case ops.paintImageXObject: {
				const object: unknown = Array.isArray(args) ? args[0] : null;
				if (typeof object === 'string') found.push({ object, matrix, mark: marks.at(-1) ?? null });
			}
		}
	});
	return found;
}

function multiplied(matrix: Matrix, by: unknown): Matrix {
	if (!(Array.isArray(by) || ArrayBuffer.isView(by))) return matrix;
	const [a, b, c, d, e, f] = matrix;
	const [k = 1, l = 0, m = 0, n = 1, o = 0, p = 0] = Array.from(by as ArrayLike<unknown>, Number);
	return [
		a * k + c * l,
		b * k + d * l,
		a * m + c * n,
		b * m + d * n,
		a * o + c * p + e,
		b * o + d * p + f
	];
}

/** Waits for a decoded picture, which pdf.js sends after the page’s operators. */
function loaded(page: PDFPageProxy, object: string): Promise<unknown> {
	const objects = object.startsWith('g_') ? page.commonObjs : page.objs;
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(null), patience);
		objects.get(object, (image: unknown) => {
			clearTimeout(timer);
			resolve(image);
		});
	});
}

interface Image {
	readonly width: number;
	readonly height: number;
	readonly kind: unknown;
	readonly data: unknown;
	/** The reference of its object in the file: `12R`; null for a picture within the page. */
	readonly ref: string | null;
}

function imageOf(object: unknown): Image | null {
	if (typeof object !== 'object' || object === null) return null;
	const read = new Map<string, unknown>(Object.entries(object));
	const [width, height, ref] = [read.get('width'), read.get('height'), read.get('ref')];
	if (typeof width !== 'number' || typeof height !== 'number') return null;
	return {
		...{ width, height, kind: read.get('kind'), data: read.get('data') },
		ref: typeof ref === 'string' ? ref : null
	};
}

function pixelsOf(
	{ width, height, kind, data }: Image,
	kinds: typeof pdfLibrary.ImageKind
): Pixels | null {
	if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
	const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
	switch (kind) {
		case kinds.GRAYSCALE_1BPP:
			return { width, height, kind: 'bit', data: bytes };
		case kinds.RGB_24BPP:
			return { width, height, kind: 'rgb', data: bytes };
		case kinds.RGBA_32BPP:
			return { width, height, kind: 'rgba', data: bytes };
		default:
			return null;
	}
}
