/** Measures a book’s print: the size and leading of its text, the edges of columns, the indent. */
import type { PdfFont } from './document';
import { mostCommon, round, type Line } from './line';

/** How a book parts its paragraphs; where it does neither, the last line of one is short. */
interface Parting {
	/** Width of a first line’s indent, in points; null for none. */
	readonly indent: number | null;
	/** More space between paragraphs than between lines. */
	readonly gap: boolean;
	/** First lines have both: an indent alone begins no paragraph. */
	readonly both: boolean;
}

export interface Frame {
	readonly left: number;
	readonly right: number;
}

export interface Measures extends Parting {
	/** The size of most letters, in points. */
	readonly size: number;
	readonly font: PdfFont;
	/** Returns the usual distance of two lines of a size. */
	leading(size: number): number;
	/** Returns the usual distance of a line of a size with a raised figure, which may need more room. */
	raisedLeading(size: number): number;
	/** Returns the edges of the column that holds lines. */
	frame(lines: readonly Line[]): Frame;
	/** Returns the right edge of lines that begin at a place; null for fewer than three. */
	right(x0: number): number | null;
}

type Column = readonly Line[];

/** `columns`: the lines that stand below one another. */
export function measure(columns: readonly Column[]): Measures {
	const lines = columns.flat();
	const size = bodySize(lines);
	const leadings = leadingsOf(columns, false);
	const raised = leadingsOf(columns, true);
	const leading = (of: number) => leadings.get(round(of)) ?? of * 1.2;
	const raisedLeading = (of: number) =>
		Math.min(raised.get(round(of)) ?? Infinity, leading(of) * maxRaisedLeading);
	const body = lines.filter((line) => isOfSize(line, size));
	const edges = edgesOf(body);
	const allEdges = edgesOf(lines);
	const frame = (column: Column) => frameOf(column, edges, size);
	return {
		size,
		font: bodyFont(body),
		leading,
		raisedLeading,
		frame,
		right: (x0) => allEdges.get(Math.round(x0))?.right ?? null,
		...partingOf(columns, { size, leading, frame })
	};
}

export const isOfSize = (line: Line, size: number): boolean =>
	Math.abs(line.size - size) <= size * 0.04;

function bodySize(lines: readonly Line[]): number {
	const letters = new Map<number, number>();
	for (const { spans } of lines)
		for (const { size, text } of spans)
			letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
	return mostCommon(letters) ?? 10;
}

function bodyFont(lines: readonly Line[]): PdfFont {
	const letters = { bold: 0, italic: 0, all: 0 };
	for (const { spans } of lines)
		for (const { font, text } of spans) {
			letters.all += text.length;
			if (font.bold) letters.bold += text.length;
			if (font.italic) letters.italic += text.length;
		}
	return { bold: letters.bold * 2 > letters.all, italic: letters.italic * 2 > letters.all };
}

/** Greatest distance of a line with a raised figure from the line above, in leadings. */
const maxRaisedLeading = 1.24;

/** `raised`: of lines with a raised figure alone; else of all. */
function leadingsOf(columns: readonly Column[], raised: boolean): ReadonlyMap<number, number> {
	const distances = new Map<number, Map<number, number>>();
	for (const column of columns)
		for (const [above, below] of pairs(column)) {
			if (!isOfSize(below, above.size) || (raised && below.raised.size === 0)) continue;
			const distance = below.y - above.y;
			if (distance < above.size * 0.7 || distance > above.size * 3) continue;
			const of = distances.get(round(above.size)) ?? new Map<number, number>();
			distances.set(round(above.size), of);
			of.set(Math.round(distance * 2) / 2, (of.get(Math.round(distance * 2) / 2) ?? 0) + 1);
		}
	return new Map([...distances].map(([size, of]) => [size, mostCommon(of) ?? size * 1.2]));
}

export const pairs = (column: Column): readonly (readonly [Line, Line])[] =>
	column.slice(1).flatMap((below, i) => {
		const above = column[i];
		return above ? [[above, below] as const] : [];
	});

interface Edge {
	readonly count: number;
	readonly right: number;
}

/** Least lines that begin at a place to say where lines from there end. */
const minOfEdge = 3;
/** Share of lines that end at one place where lines are justified. */
const justified = 0.25;

/** Returns, for each place where lines begin, in whole points, how many do and where they end. */
function edgesOf(lines: readonly Line[]): ReadonlyMap<number, Edge> {
	const ends = new Map<number, number[]>();
	for (const { x0, x1 } of lines) {
		const at = Math.round(x0);
		const of = ends.get(at) ?? [];
		ends.set(at, of);
		of.push(x1);
	}
	const edges = new Map<number, Edge>();
	for (const [at, of] of ends)
		if (of.length >= minOfEdge) edges.set(at, { count: of.length, right: rightOf(of) });
	return edges;
}

function rightOf(ends: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const end of ends) counts.set(Math.round(end), (counts.get(Math.round(end)) ?? 0) + 1);
	const usual = mostCommon(counts) ?? 0;
	if ((counts.get(usual) ?? 0) >= Math.max(3, ends.length * justified)) return usual;
	const sorted = [...ends].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 0;
}

/** Widest indent of a first line, in sizes of the letters. */
const widestIndent = 5;

/**
 * Returns a column’s edges: where most of the book’s lines begin that begin near its own. A column of
 * nothing but first lines has its edge where the other columns have theirs.
 */
function frameOf(column: Column, edges: ReadonlyMap<number, Edge>, size: number): Frame {
	const own = new Set(column.map(({ x0 }) => Math.round(x0)));
	let left: number | null = null;
	let most = 0;
	for (const at of own) {
		const count = edges.get(at)?.count ?? 0;
		if (count > most) {
			most = count;
			left = at;
		}
	}
	const least = column.reduce((min, { x0 }) => Math.min(min, x0), Infinity);
	const widest = column.reduce((max, { x1 }) => Math.max(max, x1), 0);
	if (left === null) return { left: least, right: widest };
	for (let at = left - 1; at >= left - widestIndent * size; at--) {
		const count = edges.get(at)?.count ?? 0;
		if (count * 0.4 > most) return { left: at, right: edges.get(at)?.right ?? widest };
	}
	return { left, right: edges.get(left)?.right ?? widest };
}

/** Least share of a book’s lines that an indent or a gap precedes to part its paragraphs. */
const minShare = 0.02;

function partingOf(
	columns: readonly Column[],
	{ size, leading, frame }: Pick<Measures, 'size' | 'leading' | 'frame'>
): Parting {
	const indents = new Map<number, number>();
	let gaps = 0;
	let all = 0;
	let close = 0;
	for (const column of columns) {
		const { left } = frame(column);
		let gapAbove = true;
		for (const [above, below] of pairs(column)) {
			if (!isOfSize(above, size) || !isOfSize(below, size)) continue;
			all++;
			const distance = below.y - above.y;
			const hadGap = gapAbove;
			gapAbove = distance > leading(size) * 1.15;
			if (gapAbove && distance < leading(size) * 2.6) gaps++;
			const indent = above.x0 - left;
			if (indent < size * 0.5 || indent > size * widestIndent || Math.abs(below.x0 - left) > 1.5)
				continue;
			indents.set(Math.round(indent), (indents.get(Math.round(indent)) ?? 0) + 1);
			if (!hadGap) close++;
		}
	}
	const indent = mostCommon(indents);
	const counted = indent === null ? 0 : (indents.get(indent) ?? 0);
	return {
		indent: counted >= Math.max(3, all * minShare) ? indent : null,
		gap: gaps >= Math.max(3, all * minShare),
		both: gaps >= Math.max(3, all * minShare) && close <= counted * 0.1
	};
}
