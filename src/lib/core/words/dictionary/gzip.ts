/** Reads gzip (RFC 1952): the header, with the table of dictzip, and the content as a stream. */
import { Inflate } from 'fflate';
import { crc32 } from '../../book/crc32';
import { BlobWriter, chunks, readSlice, type BlobLike, type NamedFile } from './blob';
import { maxDictionaryBytes, refuse, refuseLarger } from './failure';

export interface GzipHeader {
	/** Where the packed bytes begin. */
	readonly end: number;
	/** The table of dictzip; null in a file without one. */
	readonly table: DictzipTable | null;
}

/** Unpacked bytes of a chunk, and the packed bytes of each. */
export interface DictzipTable {
	readonly chunkLength: number;
	readonly packed: Uint16Array;
}

/** Bytes of the checksum and the size at the end. */
export const trailerBytes = 8;
/** The longest header: its table alone may have 65,535 bytes. */
const maxHeader = 80_000;

export const isGzip = (start: Uint8Array): boolean =>
	start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;

/** Reads the header; null where it is cut short. */
export async function gzipHeader(blob: BlobLike): Promise<GzipHeader | null> {
	const bytes = await readSlice(blob, 0, Math.min(blob.size, maxHeader));
	const flags = bytes[3] ?? 0;
	let at = 10;
	let table: DictzipTable | null = null;
	if (flags & 4) {
		const length = short(bytes, at);
		table = tableIn(bytes.subarray(at + 2, at + 2 + length));
		at += 2 + length;
	}
	// The file’s name and a comment, each ended by a zero.
	for (const flag of [8, 16])
		if (flags & flag) {
			const zero = bytes.indexOf(0, at);
			if (zero < 0) return null;
			at = zero + 1;
		}
	if (flags & 2) at += 2;
	return at > bytes.length ? null : { end: at, table };
}

/** Finds the field `RA` among the extra fields of a header. */
function tableIn(extra: Uint8Array): DictzipTable | null {
	for (let at = 0; at + 4 <= extra.length; at += 4 + short(extra, at + 2)) {
		if (extra[at] !== 0x52 || extra[at + 1] !== 0x41) continue;
		const count = short(extra, at + 8);
		const chunkLength = short(extra, at + 6);
		if (short(extra, at + 4) !== 1 || chunkLength === 0 || at + 10 + 2 * count > extra.length)
			return null;
		const packed = Uint16Array.from({ length: count }, (_, i) => short(extra, at + 10 + 2 * i));
		return { chunkLength, packed };
	}
	return null;
}

const short = (bytes: Uint8Array, at: number): number =>
	(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** Returns the checksum and the unpacked size that a file claims at its end. */
export async function gzipTrailer(blob: BlobLike): Promise<{ checksum: number; size: number }> {
	const bytes = await readSlice(blob, Math.max(0, blob.size - trailerBytes), blob.size);
	const padded = new Uint8Array(trailerBytes);
	padded.set(bytes);
	const view = new DataView(padded.buffer);
	return { checksum: view.getUint32(0, true), size: view.getUint32(4, true) };
}

/** Unpacks a whole file to a blob, and holds it against its size and checksum. */
export async function gunzip({ name, blob }: NamedFile): Promise<BlobLike> {
	const header = await gzipHeader(blob);
	if (!header || blob.size < header.end + trailerBytes) refuse({ kind: 'truncated', file: name });
	const claimed = await gzipTrailer(blob);
	const packed = blob.slice(header.end, blob.size - trailerBytes);
	const unpacked = await inflateBlob(packed, name);
	if (unpacked.size % 2 ** 32 !== claimed.size || unpacked.checksum !== claimed.checksum)
		refuse({ kind: 'truncated', file: name });
	return unpacked.blob;
}

export interface Inflated {
	readonly blob: BlobLike;
	readonly size: number;
	readonly checksum: number;
}

/** Inflates a blob to another, chunk by chunk. Stops where it becomes too large. */
export async function inflateBlob(packed: BlobLike, file: string): Promise<Inflated> {
	const writer = new BlobWriter();
	let checksum = 0;
	const inflate = new Inflate((chunk) => {
		checksum = crc32(chunk, checksum);
		// A copy: fflate may hand out a part of a larger buffer.
		writer.write(chunk.slice());
		refuseLarger(file, writer.size, maxDictionaryBytes);
	});
	for await (const chunk of chunks(packed)) pushInto(inflate, chunk, file);
	return { blob: writer.finish(), size: writer.size, checksum };
}

/** Gives packed bytes to fflate, which throws errors with a code where they are none. */
function pushInto(inflate: Inflate, chunk: Uint8Array, file: string): void {
	try {
		inflate.push(chunk, false);
	} catch (error) {
		if (error instanceof Error && 'code' in error) refuse({ kind: 'damaged', file });
		throw error;
	}
}
