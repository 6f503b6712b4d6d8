/** Reads the directory of a zip archive. Sizes and signatures are those of PKWARE’s APPNOTE, 6.3. */
import { decodeText } from './decodeText';

export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly checksum: number;
	/** Bytes in the archive, and when unpacked. */
	readonly packed: number;
	readonly size: number;
	/** Where its local header begins, in bytes. */
	readonly at: number;
	readonly isEncrypted: boolean;
}

/** The methods that are read. */
export const stored = 0;
export const deflated = 8;
/** Bytes of the record at the end without its comment, and the most that this may have. */
export const endSize = 22;
export const maxComment = 0xffff;
/** Bytes of a local header without its name and extra field. */
export const localSize = 30;
const endSignature = 0x06054b50;
const entrySize = 46;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Whether bytes begin as every archive that has a file does. */
export const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What the record at the end says of the directory: its entries, and where it is, in bytes. */
export interface EndRecord {
	/** Where the record itself begins, in the bytes that were searched. */
	readonly at: number;
	readonly count: number;
	readonly length: number;
	readonly from: number;
}

/** Finds the record at the end of `view`; null where the archive is cut short. */
export function endRecord(view: DataView): EndRecord | null {
	const last = view.byteLength - endSize;
	for (let at = last; at >= Math.max(0, last - maxComment); at--)
		if (view.getUint32(at, true) === endSignature)
			return {
				at,
				count: view.getUint16(at + 10, true),
				length: view.getUint32(at + 12, true),
				from: view.getUint32(at + 16, true)
			};
	return null;
}

/** Returns the entry at `at` and where the next one begins; null where none ends before `end`. */
export function entryAt(
	bytes: Uint8Array,
	at: number,
	end: number
): { readonly entry: ZipEntry; readonly next: number } | null {
	const view = viewOf(bytes);
	if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) return null;
	const nameEnd = at + entrySize + view.getUint16(at + 28, true);
	const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	if (next > end) return null;
	const entry = {
		// Some programs for Windows write its separator.
		name: decodeText(bytes.subarray(at + entrySize, nameEnd)).replaceAll('\\', '/'),
		isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
		method: view.getUint16(at + 10, true),
		checksum: view.getUint32(at + 16, true),
		packed: view.getUint32(at + 20, true),
		size: view.getUint32(at + 24, true),
		at: view.getUint32(at + 42, true)
	};
	return { entry, next };
}

/** Returns the bytes before a file’s content from its local header on; null where there is none. */
export function localLength(view: DataView, at: number): number | null {
	if (at + localSize > view.byteLength || view.getUint32(at, true) !== localSignature) return null;
	return localSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}
