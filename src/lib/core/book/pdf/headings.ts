/** Recognises headings by size and weight, and by the words of the outline. */
import type { PdfOutlineEntry } from './document';
import { isBold, mostCommon, round, type Line } from './line';
import type { Measures } from './measures';
import type { PdfShape } from './pdfBlock';

export interface Headings {
	readonly measures: Measures;
	/** Levels by size, in tenths of a point; bold lines of the text’s size have a level of their own. */
	readonly levels: ReadonlyMap<string, number>;
	/** The words of the outline by page, folded. */
	readonly outline: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** Least size of a heading’s letters beside the text’s. */
const minSize = 1.12;
/** Longest heading in bold letters of the text’s size, in UTF-16 units. */
const maxBold = 160;
/** Most levels that headings have by their print. */
const maxLevel = 6;

/** How captions begin: some papers set them in bold letters. */
export const captionStart =
	/^(?:Figure|Fig\.|Table|Figur|Bild|Tabell|Diagram|Foto|Karta)\s+\d+[.:]?(?:\s|$)/i;

export const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export function headingsOf(
	lines: readonly Line[],
	outline: readonly PdfOutlineEntry[],
	measures: Measures
): Headings {
	const pages = outlinePages(outline);
	const bare: Headings = { measures, levels: new Map(), outline: pages };
	const prints = new Map<string, { readonly size: number; readonly known: Map<number, number> }>();
	for (const line of lines) {
		if (!isPrintedHeading(line, measures)) continue;
		const print = prints.get(printOf(line)) ?? { size: sizeOf(line), known: new Map() };
		prints.set(printOf(line), print);
		const level = outlineLevel(line, bare);
		if (level !== null) print.known.set(level, (print.known.get(level) ?? 0) + 1);
	}
	const ranked = [...prints].sort(([, a], [, b]) => b.size - a.size);
	const levels = new Map<string, number>();
	let rank = 0;
	for (const [print, { known }] of ranked) {
		rank = Math.min(maxLevel, mostCommon(known) ?? rank + 1);
		levels.set(print, rank);
	}
	return { measures, levels, outline: pages };
}

function outlinePages(
	outline: readonly PdfOutlineEntry[]
): ReadonlyMap<number, ReadonlyMap<string, number>> {
	const pages = new Map<number, Map<string, number>>();
	for (const { page, title, level } of outline) {
		if (page === null || folded(title) === '') continue;
		const titles = pages.get(page) ?? new Map<string, number>();
		pages.set(page, titles);
		titles.set(folded(title), level);
	}
	return pages;
}

const outlineLevel = (line: Line, { outline }: Headings): number | null =>
	outline.get(line.page)?.get(folded(line.text)) ?? null;

/** A bold line ranks below a larger one and above none. */
const sizeOf = (line: Line): number => line.size + (isBold(line) ? 0.05 : 0);
const printOf = (line: Line): string => `${round(line.size)} ${isBold(line)}`;

export const isHeadingLine = (line: Line, headings: Headings): boolean =>
	isPrintedHeading(line, headings.measures) || outlineLevel(line, headings) !== null;

function isPrintedHeading(line: Line, { size, font }: Measures): boolean {
	const isLarge = line.size >= size * minSize;
	const isStrong =
		!font.bold && isBold(line) && line.size > size * 0.95 && line.text.length <= maxBold;
	const isTitle = isLarge || (isStrong && !captionStart.test(line.text));
	return isTitle && /[\p{L}\p{N}]/u.test(line.text);
}

export function headingShape(lines: readonly Line[], headings: Headings): PdfShape {
	const [line] = lines;
	if (!line) return { kind: 'paragraph' };
	const whole = folded(lines.map(({ text }) => text).join(' '));
	const named = headings.outline.get(line.page)?.get(whole);
	return { kind: 'heading', level: named ?? headings.levels.get(printOf(line)) ?? null };
}
