import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { database } from './database';
import { varint, type Row } from './record';
import { ask, hasSqlite } from '../../../../../tests/sqlite';

const file = (rows: readonly Row[], columns = 'id integer primary key, a, b'): Uint8Array =>
	database([
		{ name: 't', sql: `CREATE TABLE t (${columns})`, rows },
		{ name: 'none', sql: 'CREATE TABLE none (a)', rows: [] }
	]);

describe.each([
	[0, [0]],
	[127, [127]],
	[128, [0x81, 0]],
	[2 ** 41, [0xc0, 0x80, 0x80, 0x80, 0x80, 0]]
])('a varint of %i', (value, bytes) => {
	test('has seven bits a byte', () => expect(varint(value)).toEqual(bytes));
});

describe.runIf(hasSqlite)('SQLite', () => {
	const rowsOf = (rows: readonly Row[]) => {
		const [check, found, none] = ask(file(rows), [
			'pragma integrity_check',
			'select id, a, b from t order by id',
			'select count(*) from none'
		]);
		expect(check).toEqual([['ok']]);
		expect(none).toEqual([[0]]);
		return found;
	};

	const value = fc.oneof(
		fc.constant(null),
		fc.integer({ min: -(2 ** 47) + 1, max: 2 ** 47 - 1 }),
		fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
		// A text ends at a zero for some readers, and half of a pair is no text.
		fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
		fc.constantFrom(...[460, 489, 4061, 4062, 8150, 8153, 9000].map((length) => 'x'.repeat(length)))
	);
	const rows = fc
		.uniqueArray(fc.record({ id: fc.nat(2 ** 42), a: value, b: value }), {
			selector: ({ id }) => id,
			maxLength: 40
		})
		.map((all) => all.toSorted((one, other) => one.id - other.id));

	test('reads every value that was written, whatever its length', () => {
		fc.assert(
			fc.property(rows, (all) => {
				const found = rowsOf(all.map(({ id, a, b }) => ({ id, values: [null, a, b] })));
				expect(found).toEqual(all.map(({ id, a, b }) => [id, a, b]));
			}),
			// Each case starts Python.
			{ numRuns: 8 }
		);
	});

	test.each([0, 1, 2, 200, 3000, 60_000])('reads a table of %i rows', (count) => {
		const all = Array.from({ length: count }, (_, n): Row => ({
			id: 1_000_000_000_000 + n * 4,
			values: [null, `ord ${n}`, n]
		}));
		const found = rowsOf(all) ?? [];
		expect(found).toHaveLength(count);
		expect(found.at(-1)?.[1]).toBe(count > 0 ? `ord ${count - 1}` : undefined);
	});

	test.each([339, 340, 341, 342])(
		'reads %i rows of a page each: no page names one alone',
		(count) => {
			const all = Array.from({ length: count }, (_, n): Row => ({
				id: 1_000_000_000_000 + n * 4,
				values: [null, 'x'.repeat(3000), n]
			}));
			expect(rowsOf(all)).toHaveLength(count);
		}
	);

	test('finds a row by its id through every level of a table', () => {
		const all = Array.from({ length: 60_000 }, (_, n): Row => ({
			id: n + 1,
			values: [null, n, null]
		}));
		const ids = [1, 2, 499, 500, 501, 30_000, 59_999, 60_000];
		const found = ask(
			file(all),
			ids.map((id) => `select a from t where id = ${id}`)
		);
		expect(found).toEqual(ids.map((id) => [[id - 1]]));
	});

	test('reads a value of two million characters', () => {
		const long = 'å'.repeat(2_000_000);
		expect(rowsOf([{ id: 1, values: [null, long, 'after'] }])).toEqual([[1, long, 'after']]);
	});
});

test('a schema that is too long for the first page is refused', () => {
	const sql = `CREATE TABLE t (${'a'.repeat(4000)})`;
	expect(() => database([{ name: 't', sql, rows: [] }])).toThrow(RangeError);
});
