/**
 * Checks each row read from the database. A row that cannot be read (written by a bug, or damaged
 * on the disk) is skipped, so that the rest stays usable. It is never overwritten.
 */
import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Damage } from '$lib/core/library/damage';
import { fault } from '$lib/core/library/schema';
import { fail, ok, type Result } from '$lib/core/result';
import type { DamagedRow, Database } from './schema';

export type Check<T> = v.GenericSchema<unknown, T>;

/** Returns the checked row, or why it is invalid. */
export function read<T>(check: Check<T>, row: unknown): Result<T, string> {
	const parsed = v.safeParse(check, row);
	return parsed.success ? ok(parsed.output) : fail(fault(parsed.issues));
}

/** Returns the rows that can be read. */
export const readable = <T>(check: Check<T>, rows: readonly unknown[]): readonly T[] =>
	rows.flatMap((row) => {
		const result = read(check, row);
		return result.ok ? [result.value] : [];
	});

/** Lists the damaged rows of a table. */
export const damage = (
	table: string,
	check: Check<unknown>,
	rows: readonly unknown[]
): readonly Damage[] =>
	rows.flatMap((row) => {
		const result = read(check, row);
		return result.ok ? [] : [{ table, fault: result.failure }];
	});

/** Number of rows that are read at once where all are read: more would fill the memory. */
const rowsAtOnce = 200;

/** Reads a table in parts, by its keys. */
export async function inParts<Key>(
	table: Table<unknown, Key>,
	use: (rows: readonly unknown[]) => void
): Promise<void> {
	const keys = await table.toCollection().primaryKeys();
	for (let at = 0; at < keys.length; at += rowsAtOnce)
		use(await table.bulkGet(keys.slice(at, at + rowsAtOnce)));
}

/** Returns the rows that a table has of these keys. Asks for its keys first: they are few or many. */
export async function present<Key>(
	table: Table<unknown, Key>,
	keys: readonly Key[]
): Promise<readonly unknown[]> {
	const known = new Set((await table.toCollection().primaryKeys()).map(String));
	const wanted = keys.filter((key) => known.has(String(key)));
	// A transaction ends where nothing is asked of it.
	return wanted.length > 0 ? table.bulkGet(wanted) : [];
}

/** Writes rows in parts that are all requested together, and tells what share is written. */
export async function putInParts(
	table: Table<unknown, string>,
	rows: readonly unknown[],
	progress: (done: number) => void
): Promise<void> {
	const starts = Array.from(
		{ length: Math.ceil(rows.length / rowsAtOnce) },
		(_, part) => part * rowsAtOnce
	);
	await Promise.all(
		starts.map(async (start) => {
			await table.bulkPut(rows.slice(start, start + rowsAtOnce));
			progress(Math.min(1, (start + rowsAtOnce) / rows.length));
		})
	);
}

/**
 * Returns the row of `key` before a write replaces or deletes it; null if there is none. Copies a
 * row that cannot be read to `damaged` first. Needs a transaction that covers `damaged`.
 */
export async function current<T, Key>(
	db: Database,
	table: Table<unknown, Key>,
	key: Key,
	check: Check<T>
): Promise<T | null> {
	const row = await table.get(key);
	const result = read(check, row);
	if (result.ok) return result.value;
	if (row !== undefined) await db.damaged.add(damagedRow(table, row, result.failure));
	return null;
}

const damagedRow = <Key>(table: Table<unknown, Key>, row: unknown, fault: string): DamagedRow => ({
	table: table.name,
	row,
	fault
});
