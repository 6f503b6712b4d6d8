/**
 * Writes an SQLite file of some tables, whole at once. Reads none.
 * https://www.sqlite.org/fileformat2.html
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { leafCell, pageBytes, Pages, writeLeaf, writeTable } from './pages';
import { bigEndian, type Row } from './record';

export interface Table {
	readonly name: string;
	/** The statement that makes it. */
	readonly sql: string;
	/** In the order of their ids. */
	readonly rows: readonly Row[];
}

const headerBytes = 100;

/** The version of SQLite whose format this is, as the library writes it. */
const writtenBy = 3_040_001;

/** Returns the bytes of a file. Equal tables give equal bytes. */
export function database(tables: readonly Table[]): Uint8Array {
	const pages = new Pages();
	const first = pages.add();
	const schema = tables.map(({ name, sql, rows }, at): Row => ({
		id: at + 1,
		values: ['table', name, name, writeTable(pages, rows), sql]
	}));
	const cells = schema.map((row) => leafCell(pages, row));
	const room = pageBytes - headerBytes - cells.reduce((sum, { length }) => sum + length + 2, 8);
	if (room < 0) throw new RangeError(`the schema is ${-room} bytes too long for its page`);
	writeLeaf(pages, first, cells, headerBytes);
	writeHeader(pages.at(first), pages.count);
	return pages.bytes();
}

function writeHeader(page: Uint8Array, count: number): void {
	page.set(utf8ToBytes('SQLite format 3\0'));
	page.set(bigEndian(pageBytes, 2), 16);
	// Versions of writing and reading, no reserved space, and three fixed shares of a payload.
	page.set([1, 1, 0, 64, 32, 32], 18);
	const words = new Map([
		[24, 1], // changes of the file
		[28, count],
		[40, 1], // changes of the schema
		[44, 4], // format of the schema
		[56, 1], // UTF-8
		[92, 1], // the change that the version below belongs to
		[96, writtenBy]
	]);
	for (const [at, value] of words) page.set(bigEndian(value, 4), at);
}
