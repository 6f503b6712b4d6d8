/** Orders the text of a page: column after column, and what runs across them in its place. */
import type { Fragment } from './fragments';
import { linesOf, type Line } from './line';

/** Lines that are read one after the other: a column, or what stands across the columns. */
export interface Region {
	readonly lines: readonly Line[];
	/** The gutters at its sides; null at the edge of the text. */
	readonly from: number | null;
	readonly to: number | null;
}

/** Least lines of a column, and least lines in it that a column beside it stands next to. */
const minLines = 5;
/** Least width of a column’s lines on average, beside the column’s. Cells of tables are narrower. */
const minFilled = 0.5;
/** Distance of the places where a gutter is looked for, in points. */
const step = 3;
/** Most columns on a page, as a power of two. */
const maxDepth = 3;

interface Between {
	readonly from: number | null;
	readonly to: number | null;
}

export function regionsOf(fragments: readonly Fragment[], page: number): readonly Region[] {
	return cut(fragments, { from: null, to: null }, page, maxDepth);
}

function cut(
	fragments: readonly Fragment[],
	between: Between,
	page: number,
	depth: number
): readonly Region[] {
	const gutter = depth > 0 ? gutterOf(fragments) : null;
	if (gutter === null) return region(fragments, between, page);
	return bandsOf(fragments, gutter).flatMap((band) =>
		isColumned(band, gutter)
			? [
					...cut(sideOf(band, gutter, true), { ...between, to: gutter }, page, depth - 1),
					...cut(sideOf(band, gutter, false), { ...between, from: gutter }, page, depth - 1)
				]
			: region(band, between, page)
	);
}

function region(fragments: readonly Fragment[], between: Between, page: number): readonly Region[] {
	const lines = linesOf(
		fragments.flatMap(({ spans }) => spans),
		page
	);
	return lines.length === 0 ? [] : [{ lines, ...between }];
}

const sideOf = (fragments: readonly Fragment[], gutter: number, left: boolean) =>
	fragments.filter((fragment) => isLeft(fragment, gutter) === left);

const isLeft = ({ x0, x1 }: Fragment, gutter: number): boolean => (x0 + x1) / 2 < gutter;

const crosses = ({ x0, x1 }: Fragment, gutter: number): boolean => x0 < gutter && x1 > gutter;

/** Returns the place that parts most lines into columns; null for none. */
function gutterOf(fragments: readonly Fragment[]): number | null {
	if (fragments.length < 2 * minLines) return null;
	const left = fragments.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
	const right = fragments.reduce((most, { x1 }) => Math.max(most, x1), -Infinity);
	let best: number | null = null;
	let most = 0;
	const from = left + (right - left) * 0.15;
	const to = right - (right - left) * 0.15;
	const sorted = [...fragments].sort((a, b) => a.y - b.y);
	for (let x = from; x <= to; x += Math.max(step, (to - from) / 200)) {
		const lines = bandsOfSorted(sorted, x)
			.filter((band) => isColumned(band, x))
			.reduce((sum, band) => sum + band.length, 0);
		if (lines > most) {
			most = lines;
			best = x;
		}
	}
	return best === null ? null : middleOf(fragments, best);
}

/** Moves a gutter into the middle of its empty strip. */
function middleOf(fragments: readonly Fragment[], gutter: number): number {
	let from = -Infinity;
	let to = Infinity;
	for (const fragment of fragments) {
		if (crosses(fragment, gutter)) continue;
		if (fragment.x1 <= gutter) from = Math.max(from, fragment.x1);
		else to = Math.min(to, fragment.x0);
	}
	return Number.isFinite(from) && Number.isFinite(to) ? (from + to) / 2 : gutter;
}

/** Cuts a page into bands from the top to the bottom: those with lines across a gutter, and others. */
const bandsOf = (
	fragments: readonly Fragment[],
	gutter: number
): readonly (readonly Fragment[])[] =>
	bandsOfSorted(
		[...fragments].sort((a, b) => a.y - b.y),
		gutter
	);

function bandsOfSorted(sorted: readonly Fragment[], gutter: number): readonly Fragment[][] {
	const bands: Fragment[][] = [];
	let across: boolean | null = null;
	for (const fragment of sorted) {
		const crossing = crosses(fragment, gutter);
		if (crossing === across) bands.at(-1)?.push(fragment);
		else bands.push([fragment]);
		across = crossing;
	}
	return bands;
}

/** Returns whether a band has two columns: lines on both sides, beside each other, that fill them. */
function isColumned(band: readonly Fragment[], gutter: number): boolean {
	const [head] = band;
	if (!head || crosses(head, gutter) || band.length < 2 * minLines) return false;
	const [left, right] = [sideOf(band, gutter, true), sideOf(band, gutter, false)];
	return isColumn(left) && isColumn(right) && besides(left, right) >= minLines;
}

function isColumn(side: readonly Fragment[]): boolean {
	if (side.length < minLines) return false;
	const x0 = side.reduce((least, fragment) => Math.min(least, fragment.x0), Infinity);
	const x1 = side.reduce((most, fragment) => Math.max(most, fragment.x1), -Infinity);
	const rows = new Map<number, number>();
	for (const { y, x0: from, x1: to } of side)
		rows.set(Math.round(y / 2), (rows.get(Math.round(y / 2)) ?? 0) + to - from);
	const filled = [...rows.values()].reduce((sum, width) => sum + width, 0) / rows.size;
	return rows.size >= minLines && filled >= minFilled * (x1 - x0) && filled >= minEms * emOf(side);
}

/** Least width of a column’s lines on average, in sizes of the letters. */
const minEms = 7;

const emOf = (side: readonly Fragment[]): number => side[side.length >> 1]?.size ?? 0;

/** Counts the lines of one side within the height of the other. */
function besides(left: readonly Fragment[], right: readonly Fragment[]): number {
	const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
	const foot = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
	const within = (side: readonly Fragment[]) =>
		side.filter(({ y }) => y >= top - 3 && y <= foot + 3).length;
	return Math.min(within(left), within(right));
}
