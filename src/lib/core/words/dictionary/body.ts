/**
 * The text of a dictionary’s entries, read by place and length: a plain file, or one packed by
 * dictzip, of which only the chunks that are asked for are unpacked.
 */
import { Inflate } from 'fflate';
import { readSlice, type BlobLike, type NamedFile } from './blob';
import { maxDictionaryBytes, refuse, refuseLarger } from './failure';
import { gzipHeader, gzipTrailer, trailerBytes, type DictzipTable } from './gzip';

export interface Body {
	/** Unpacked bytes. */
	readonly size: number;
	/** Reads `length` bytes at `at`. Refuses what is not in the file. */
	read(at: number, length: number): Promise<Uint8Array>;
}

export async function openBody({ name, blob }: NamedFile, isDictzip: boolean): Promise<Body> {
	if (isDictzip) return openDictzip(name, blob);
	return {
		size: blob.size,
		read: (at, length) => {
			if (at + length > blob.size) refuse({ kind: 'truncated', file: name });
			return readSlice(blob, at, at + length);
		}
	};
}

async function openDictzip(file: string, blob: BlobLike): Promise<Body> {
	const header = await gzipHeader(blob);
	const table = header?.table;
	if (!header || !table) refuse({ kind: 'damaged', file });
	const { size } = await gzipTrailer(blob);
	const starts = startsOf(table, header.end);
	const end = starts.at(-1) ?? 0;
	if (end + trailerBytes > blob.size) refuse({ kind: 'truncated', file });
	if (Math.ceil(size / table.chunkLength) !== table.packed.length)
		refuse({ kind: 'damaged', file });
	refuseLarger(file, size, maxDictionaryBytes);
	const chunk = async (at: number): Promise<Uint8Array> => {
		const packed = await readSlice(blob, starts[at] ?? 0, starts[at + 1] ?? 0);
		const length = Math.min(table.chunkLength, size - at * table.chunkLength);
		return inflateChunk(packed, length) ?? refuse({ kind: 'damaged', file });
	};
	return {
		size,
		read: async (at, length) => {
			if (at + length > size) refuse({ kind: 'truncated', file });
			return joined(chunk, table.chunkLength, at, length);
		}
	};
}

/** Returns where each chunk begins in the file, and where the last one ends. */
function startsOf({ packed }: DictzipTable, first: number): Float64Array {
	const starts = new Float64Array(packed.length + 1);
	starts[0] = first;
	for (let i = 0; i < packed.length; i++) starts[i + 1] = (starts[i] ?? 0) + (packed[i] ?? 0);
	return starts;
}

async function joined(
	chunk: (at: number) => Promise<Uint8Array>,
	chunkLength: number,
	from: number,
	length: number
): Promise<Uint8Array> {
	const found = new Uint8Array(length);
	for (let done = 0; done < length;) {
		const at = from + done;
		const bytes = await chunk(Math.floor(at / chunkLength));
		const start = at % chunkLength;
		const part = bytes.subarray(start, start + length - done);
		found.set(part, done);
		done += part.length;
	}
	return found;
}

/**
 * Unpacks a chunk; null where it is damaged. A chunk is no whole stream: it ends with a flush, so
 * that only a streaming inflater reads it.
 */
function inflateChunk(packed: Uint8Array, length: number): Uint8Array | null {
	const found = new Uint8Array(length);
	let done = 0;
	const inflate = new Inflate((part) => {
		if (done + part.length <= length) found.set(part, done);
		done += part.length;
	});
	try {
		inflate.push(packed, false);
	} catch {
		return null;
	}
	return done === length ? found : null;
}
