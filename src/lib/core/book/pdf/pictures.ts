/** Puts the pictures of a page among its blocks. */
import type { PdfPicture } from './document';
import type { OpenBlock, PdfBlock } from './pdfBlock';

/** Least number of pages on which a picture recurs that is no part of the text, such as a mark. */
const minRecurring = 3;
/** Share of a page’s area from which a picture lies behind the page’s words. */
const background = 0.8;

interface Illustrated {
	readonly pictures: readonly PdfPicture[];
	readonly width: number;
	readonly height: number;
	readonly isPicture: boolean;
}

/** Returns whether a picture covers so much of a page that it lies behind the page’s words. */
export const isBackground = (
	{ x0, x1, top, foot }: Pick<PdfPicture, 'x0' | 'x1' | 'top' | 'foot'>,
	{ width, height }: Pick<Illustrated, 'width' | 'height'>
): boolean => (x1 - x0) * (foot - top) >= background * width * height;

/** Returns the pictures that belong to the text, page by page. */
export function picturesOfText(pages: readonly Illustrated[]): readonly (readonly PdfPicture[])[] {
	const counts = new Map<string, number>();
	for (const { pictures } of pages)
		for (const name of new Set(pictures.map((picture) => picture.name)))
			counts.set(name, (counts.get(name) ?? 0) + 1);
	return pages.map((page) =>
		page.pictures.filter(
			(picture) =>
				(counts.get(picture.name) ?? 0) < minRecurring &&
				(page.isPicture || !isBackground(picture, page))
		)
	);
}

export const pictureBlock = (
	{ name, top, foot }: PdfPicture,
	page: number,
	alt: string,
	lang: string | null = null
): PdfBlock => ({
	shape: { kind: 'picture', picture: name, alt, foot },
	lines: [],
	page,
	y: top,
	right: 0,
	lang
});

/** Inserts a picture into a page’s blocks, which begin at `from`: before what stands below it. */
export function insertPicture(
	blocks: OpenBlock[],
	from: number,
	picture: PdfPicture,
	page: number
): void {
	const isBeside = ({ lines }: PdfBlock) =>
		lines.some((line) => line.page === page && line.x0 < picture.x1 && line.x1 > picture.x0);
	const own = blocks.slice(from);
	const below = own.findIndex((block) => block.y > picture.top && isBeside(block));
	const above = own.findLastIndex((block) => block.y <= picture.top && isBeside(block));
	const at = below !== -1 ? below : above !== -1 ? above + 1 : own.length;
	blocks.splice(from + at, 0, { ...pictureBlock(picture, page, ''), lines: [] });
}

/** Greatest distance of a caption below its picture, in points. */
const nearBelow = 40;

/** Returns whether a block is the caption of the picture before it. */
export const isCaptionOf = (picture: PdfBlock, below: PdfBlock | undefined): boolean =>
	picture.shape.kind === 'picture' &&
	below?.shape.kind === 'caption' &&
	below.page === picture.page &&
	below.y > picture.shape.foot - nearBelow / 2 &&
	below.y < picture.shape.foot + nearBelow;
