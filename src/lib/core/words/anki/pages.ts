/**
 * Pages of an SQLite file and the b-trees of tables in them:
 * https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
import { bigEndian, joined, record, varint, type Row } from './record';

export const pageBytes = 4096;

/** Longest payload of a cell that has no overflow page, and what stays in the cell of a longer one. */
const mostLocal = pageBytes - 35;
const leastLocal = Math.floor(((pageBytes - 12) * 32) / 255) - 23;
/** An overflow page begins with the number of the next one. */
const overflowBytes = pageBytes - 4;

const leafType = 0x0d;
const interiorType = 0x05;
const leafHeader = 8;
const interiorHeader = 12;
const pointerBytes = 2;

/** The pages of a file in their order. Numbers begin with 1. */
export class Pages {
	readonly #pages: Uint8Array[] = [];

	get count(): number {
		return this.#pages.length;
	}

	/** Adds an empty page, and returns its number. */
	add(): number {
		return this.#pages.push(new Uint8Array(pageBytes));
	}

	at(number: number): Uint8Array {
		const page = this.#pages[number - 1];
		if (!page) throw new RangeError(`page ${number} of ${this.count}`);
		return page;
	}

	bytes(): Uint8Array {
		return joined(this.#pages);
	}
}

/** A page of a table, with the largest rowid in it or below it. */
interface Child {
	readonly page: number;
	readonly last: number;
}

/** Writes rows, in the order of their ids, as a table. Returns the number of its root page. */
export function writeTable(pages: Pages, rows: readonly Row[]): number {
	let level: readonly Child[] = leaves(pages, rows);
	while (level.length > 1) level = parents(pages, level);
	return level[0]?.page ?? writeLeaf(pages, pages.add(), []);
}

/** Writes rows to one page, which must hold them all. `start`: where the page’s header begins. */
export function writeLeaf(
	pages: Pages,
	page: number,
	cells: readonly Uint8Array[],
	start = 0
): number {
	fill(pages.at(page), { start, type: leafType, header: leafHeader }, cells);
	return page;
}

/** Returns a row as a cell; what a page does not hold goes to overflow pages. */
export function leafCell(pages: Pages, { id, values }: Row): Uint8Array {
	const payload = record(values);
	const head = Uint8Array.from([...varint(payload.length), ...varint(id)]);
	if (payload.length <= mostLocal) return joined([head, payload]);
	const local = localBytes(payload.length);
	const overflow = writeOverflow(pages, payload.subarray(local));
	return joined([head, payload.subarray(0, local), bigEndian(overflow, 4)]);
}

function localBytes(length: number): number {
	const local = leastLocal + ((length - leastLocal) % overflowBytes);
	return local <= mostLocal ? local : leastLocal;
}

/** Writes the rest of a payload as a chain of pages. Returns the number of the first. */
function writeOverflow(pages: Pages, rest: Uint8Array): number {
	const first = pages.add();
	let page = first;
	for (let at = 0; at < rest.length; at += overflowBytes) {
		const bytes = pages.at(page);
		bytes.set(rest.subarray(at, at + overflowBytes), 4);
		if (at + overflowBytes >= rest.length) break;
		page = pages.add();
		bytes.set(bigEndian(page, 4));
	}
	return first;
}

function leaves(pages: Pages, rows: readonly Row[]): readonly Child[] {
	const cells = rows.map((row) => ({ last: row.id, cell: leafCell(pages, row) }));
	return packed(cells, leafHeader).map((group) => ({
		page: writeLeaf(
			pages,
			pages.add(),
			group.map(({ cell }) => cell)
		),
		last: group.at(-1)?.last ?? 0
	}));
}

/** Writes pages that name pages: the last child of each is named in its header. */
function parents(pages: Pages, children: readonly Child[]): readonly Child[] {
	const cells = children.map(({ page, last }) => ({
		page,
		last,
		cell: joined([bigEndian(page, 4), Uint8Array.from(varint(last))])
	}));
	return balanced(packed(cells, interiorHeader)).flatMap((group): readonly Child[] => {
		const right = group.at(-1);
		if (!right) return [];
		const page = pages.add();
		const named = group.slice(0, -1).map(({ cell }) => cell);
		const bytes = pages.at(page);
		fill(bytes, { start: 0, type: interiorType, header: interiorHeader }, named);
		bytes.set(bigEndian(right.page, 4), leafHeader);
		return [{ page, last: right.last }];
	});
}

/** Puts cells into groups that fit a page each, in order. */
function packed<T extends { readonly cell: Uint8Array }>(
	cells: readonly T[],
	header: number
): readonly (readonly T[])[] {
	const groups: T[][] = [];
	let room = 0;
	for (const one of cells) {
		const size = one.cell.length + pointerBytes;
		if (size > room) {
			groups.push([]);
			room = pageBytes - header;
		}
		groups.at(-1)?.push(one);
		room -= size;
	}
	return groups;
}

/** Gives the last group a second member where it has one alone: a page names two children at least. */
function balanced<T>(groups: readonly (readonly T[])[]): readonly (readonly T[])[] {
	const last = groups.at(-1) ?? [];
	const before = groups.at(-2);
	const moved = before?.at(-1);
	if (last.length > 1 || !before || moved === undefined) return groups;
	return [...groups.slice(0, -2), before.slice(0, -1), [moved, ...last]];
}

interface PageShape {
	readonly start: number;
	readonly type: number;
	readonly header: number;
}

/** Writes the header, the pointers after it, and the cells at the end of the page. */
function fill(
	page: Uint8Array,
	{ start, type, header }: PageShape,
	cells: readonly Uint8Array[]
): void {
	let content = pageBytes;
	for (const [at, cell] of cells.entries()) {
		content -= cell.length;
		page.set(cell, content);
		page.set(bigEndian(content, pointerBytes), start + header + at * pointerBytes);
	}
	page[start] = type;
	page.set(bigEndian(cells.length, 2), start + 3);
	page.set(bigEndian(content, 2), start + 5);
}
