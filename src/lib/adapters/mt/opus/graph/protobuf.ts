/**
 * Splits a protobuf message into its fields, and joins them again. A field that is not opened stays
 * the same byte for byte. https://protobuf.dev/programming-guides/encoding/
 */

export interface Field {
	readonly number: number;
	/** Tag, length and value. */
	readonly whole: Uint8Array;
	/** The value only; of a number, its bytes. */
	readonly value: Uint8Array;
}

const wire = { varint: 0, fixed64: 1, lengthDelimited: 2, fixed32: 5 } as const;

/** Splits a message into fields. Throws on bytes that are no message. */
export function fields(message: Uint8Array): readonly Field[] {
	const found: Field[] = [];
	for (let at = 0; at < message.length;) {
		const tag = varint(message, at);
		const [start, end] = extent(message, tag.end, tag.value & 7);
		if (end > message.length) throw new RangeError('a message is cut off');
		found.push({
			number: tag.value >>> 3,
			whole: message.subarray(at, end),
			value: message.subarray(start, end)
		});
		at = end;
	}
	return found;
}

/** Returns where the value of a field begins and ends. */
function extent(message: Uint8Array, at: number, type: number): readonly [number, number] {
	switch (type) {
		case wire.varint:
			return [at, varint(message, at).end];
		case wire.fixed64:
			return [at, at + 8];
		case wire.lengthDelimited: {
			const length = varint(message, at);
			return [length.end, length.end + length.value];
		}
		case wire.fixed32:
			return [at, at + 4];
		default:
			throw new RangeError(`a field of the kind ${type}`);
	}
}

/** Reads a number. Exact up to 2 ** 53; larger (negative) numbers are only skipped. */
function varint(message: Uint8Array, at: number): { readonly value: number; readonly end: number } {
	let value = 0;
	for (let i = 0; ; i++) {
		const byte = message[at + i];
		if (byte === undefined) throw new RangeError('a message is cut off');
		value += (byte & 127) * 2 ** (7 * i);
		if (byte < 128) return { value, end: at + i + 1 };
	}
}

export const numberIn = ({ value }: Field): number => varint(value, 0).value;

/** Reads repeated numbers, packed or one per field. */
export function numbersIn(field: Field): readonly number[] {
	const numbers: number[] = [];
	for (let at = 0; at < field.value.length;) {
		const { value, end } = varint(field.value, at);
		numbers.push(value);
		at = end;
	}
	return numbers;
}

/** Reads the low byte of each of repeated numbers: all of an int8 or uint8, negative ones too. */
export function lowBytesIn(field: Field): readonly number[] {
	const bytes: number[] = [];
	for (let at = 0; at < field.value.length; at = varint(field.value, at).end) {
		const [first = 0, second = 0] = field.value.subarray(at);
		bytes.push((first & 127) | (first > 127 ? (second << 7) & 255 : 0));
	}
	return bytes;
}

export const floatIn = ({ value }: Field): number =>
	new DataView(value.buffer, value.byteOffset).getFloat32(0, true);

const decoder = new TextDecoder();
export const textIn = ({ value }: Field): string => decoder.decode(value);

export function messageField(number: number, value: Uint8Array): Uint8Array {
	return joined([varintOf(number * 8 + wire.lengthDelimited), varintOf(value.length), value]);
}

export const textField = (number: number, text: string): Uint8Array =>
	messageField(number, new TextEncoder().encode(text));

export const numberField = (number: number, value: number): Uint8Array =>
	joined([varintOf(number * 8), varintOf(value)]);

function varintOf(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
	return Uint8Array.from([...bytes, rest]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
