/** Rows of an SQLite table as bytes: https://www.sqlite.org/fileformat2.html#record_format */
import { utf8ToBytes } from '@noble/hashes/utils.js';

export type Value = string | number | null;

/** A row. The id is the rowid; a column declared `integer primary key` has null among the values. */
export interface Row {
	readonly id: number;
	readonly values: readonly Value[];
}

/** Returns a whole number from 0 as 1 to 8 bytes, 7 bits each: SQLite’s varint. */
export function varint(value: number): readonly number[] {
	const bytes = [value % 128];
	for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
		bytes.unshift((rest % 128) + 128);
	return bytes;
}

/** The type of a value in the header of a record, and its bytes. */
type Encoded = readonly [type: number, bytes: Uint8Array];

/** Returns the values of a row as a record. */
export function record(values: readonly Value[]): Uint8Array {
	const encoded = values.map(encode);
	const types = encoded.flatMap(([type]) => varint(type));
	// The length of the header counts itself.
	let size = types.length + 1;
	if (varint(size).length > 1) size += 1;
	const header = Uint8Array.from([...varint(size), ...types]);
	return joined([header, ...encoded.map(([, bytes]) => bytes)]);
}

function encode(value: Value): Encoded {
	if (value === null) return [0, new Uint8Array()];
	if (typeof value === 'number') return encodeNumber(value);
	const bytes = utf8ToBytes(value);
	return [bytes.length * 2 + 13, bytes];
}

/** Bytes of an integer by its type in the header. */
const integerBytes = [1, 2, 3, 4, 6] as const;

function encodeNumber(value: number): Encoded {
	if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 47) return [7, float(value)];
	const at = integerBytes.findIndex(
		(bytes) => value >= -(2 ** (bytes * 8 - 1)) && value < 2 ** (bytes * 8 - 1)
	);
	return [at + 1, bigEndian(value, integerBytes[at] ?? 6)];
}

function float(value: number): Uint8Array {
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setFloat64(0, value);
	return bytes;
}

/** Returns a whole number in two’s complement. */
export function bigEndian(value: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	let rest = value < 0 ? value + 2 ** (length * 8) : value;
	for (let at = length - 1; at >= 0; at--) {
		bytes[at] = rest % 256;
		rest = Math.floor(rest / 256);
	}
	return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
