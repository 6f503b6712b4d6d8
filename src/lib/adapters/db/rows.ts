/**
 * What comes out of the database is checked, row by row: one that cannot be read (written by a bug,
 * or harmed on the disk) is passed over, so that the rest is there to use; it is never overwritten.
 */
import type { Table } from 'dexie';
import * as v from 'valibot';
import type { Damage } from '$lib/core/library/store';
import { fault } from '$lib/core/library/schema';
import { fail, ok, type Result } from '$lib/core/result';
import type { DamagedRow, Database } from './schema';

type Check<T> = v.GenericSchema<unknown, T>;

/** One row, or what is wrong with it. */
export function read<T>(check: Check<T>, row: unknown): Result<T, string> {
	const parsed = v.safeParse(check, row);
	return parsed.success ? ok(parsed.output) : fail(fault(parsed.issues));
}

/** The rows that can be read. */
export const readable = <T>(check: Check<T>, rows: readonly unknown[]): readonly T[] =>
	rows.flatMap((row) => {
		const result = read(check, row);
		return result.ok ? [result.value] : [];
	});

/** The damage among the rows of a table. */
export const damage = (
	table: string,
	check: Check<unknown>,
	rows: readonly unknown[]
): readonly Damage[] =>
	rows.flatMap((row) => {
		const result = read(check, row);
		return result.ok ? [] : [{ table, fault: result.failure }];
	});

/**
 * The row of `key` that a write is about to replace or delete; null where there is none. One that
 * cannot be read is first put aside as it is. For a transaction that also covers `damaged`.
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

/** `current` for many keys, for writes that ask nothing of what is there. */
export async function aside<Key>(
	db: Database,
	table: Table<unknown, Key>,
	keys: readonly Key[],
	check: Check<unknown>
): Promise<void> {
	const rows = await table.bulkGet([...keys]);
	const harmed = rows.flatMap((row) => {
		const result = read(check, row);
		return row === undefined || result.ok ? [] : [damagedRow(table, row, result.failure)];
	});
	await db.damaged.bulkAdd(harmed);
}

const damagedRow = <Key>(table: Table<unknown, Key>, row: unknown, fault: string): DamagedRow => ({
	table: table.name,
	row,
	fault
});
