/** Files of the index: a version and a stamp before what they hold, a checksum after it. */
import { crc32 } from '../book/crc32';
import { fail, ok, type Result } from '../result';
import { ByteWriter, DamagedBytes } from './bytes';
import type { IndexFailure } from './failure';

/** Bytes of the checksum at the end. */
const checksumBytes = 4;

/**
 * Returns the bytes of a file.
 * @param version of the format, below 256
 * @param stamp of what it belongs to, below 2³²
 */
export function seal(version: number, stamp: number, body: Uint8Array): Uint8Array {
	const head = headOf(version, stamp);
	const length = head.length + body.length;
	const whole = new Uint8Array(length + checksumBytes);
	whole.set(head);
	whole.set(body, head.length);
	const sum = crc32(whole.subarray(0, length));
	for (let at = 0; at < checksumBytes; at++) whole[length + at] = sum >>> (8 * at);
	return whole;
}

/**
 * Returns what a file holds.
 * @param part what a failure names
 */
export function unseal(
	version: number,
	bytes: Uint8Array,
	stamp: number,
	part: string
): Result<Uint8Array, IndexFailure> {
	const length = bytes.length - checksumBytes;
	if (length < 2) return fail({ kind: 'damaged', part });
	const body = bytes.subarray(0, length);
	const sum = bytes.subarray(length).reduce((value, byte, at) => value + byte * 2 ** (8 * at), 0);
	if (crc32(body) !== sum) return fail({ kind: 'damaged', part });
	const head = headOf(version, stamp);
	const isOfStamp = head.every((byte, at) => body[at] === byte);
	return isOfStamp ? ok(body.subarray(head.length)) : fail({ kind: 'other version', part });
}

function headOf(version: number, stamp: number): Uint8Array {
	const writer = new ByteWriter();
	writer.byte(version);
	writer.number(stamp);
	return writer.done();
}

/** Reads: bytes that do not say what they should are a failure. */
export function damagedIn<T>(
	part: string,
	read: () => Result<T, IndexFailure>
): Result<T, IndexFailure> {
	try {
		return read();
	} catch (error) {
		if (error instanceof DamagedBytes) return fail({ kind: 'damaged', part });
		throw error;
	}
}
