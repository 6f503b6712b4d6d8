/** Lists and unpacks the files of a zip archive, reading only the parts that it needs. */
import { decodeText } from '../../book/decodeText';
import { crc32 } from '../../book/crc32';
import { chunks, readSlice, type BlobLike, type NamedFile } from './blob';
import { maxDictionaryBytes, refuse, refuseLarger } from './failure';
import { inflateBlob } from './gzip';

// Sizes and signatures of records, from PKWARE’s APPNOTE, version 6.3.
const endSize = 22;
const endSignature = 0x06054b50;
const entrySize = 46;
const entrySignature = 0x02014b50;
const localSize = 30;
const maxComment = 0xffff;
/** Most files of an archive. A dictionary has a handful; one with pictures has thousands. */
const maxFiles = 20_000;
const stored = 0;
const deflated = 8;
const encrypted = 1;

interface ZipEntry {
	readonly name: string;
	readonly flags: number;
	readonly method: number;
	readonly checksum: number;
	readonly packed: number;
	readonly size: number;
	readonly at: number;
}

export const isZip = (start: Uint8Array): boolean =>
	start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;

/** Unpacks the files that `wanted` names. Each is held against its size and checksum. */
export async function unzip(
	file: NamedFile,
	wanted: (name: string) => boolean
): Promise<readonly NamedFile[]> {
	const entries = (await directory(file)).filter(({ name }) => wanted(name));
	const bytes = entries.reduce((sum, { size }) => sum + size, 0);
	refuseLarger(file.name, bytes, maxDictionaryBytes);
	const files: NamedFile[] = [];
	for (const entry of entries)
		files.push({ name: entry.name, blob: await unpackEntry(file, entry) });
	return files;
}

async function directory({ name, blob }: NamedFile): Promise<readonly ZipEntry[]> {
	const tailAt = Math.max(0, blob.size - endSize - maxComment);
	const tail = viewOf(await readSlice(blob, tailAt, blob.size));
	let end = tail.byteLength - endSize;
	while (end >= 0 && tail.getUint32(end, true) !== endSignature) end--;
	if (end < 0) refuse({ kind: 'truncated', file: name });
	const count = tail.getUint16(end + 10, true);
	const from = tail.getUint32(end + 16, true);
	const length = tail.getUint32(end + 12, true);
	if (from + length > blob.size || count > maxFiles) refuse({ kind: 'damaged', file: name });
	const bytes = await readSlice(blob, from, from + length);
	const entries: ZipEntry[] = [];
	for (let at = 0; entries.length < count;) {
		const view = viewOf(bytes.subarray(at));
		if (view.byteLength < entrySize || view.getUint32(0, true) !== entrySignature)
			refuse({ kind: 'damaged', file: name });
		const nameLength = view.getUint16(28, true);
		entries.push(entryOf(view, bytes.subarray(at + entrySize, at + entrySize + nameLength)));
		at += entrySize + nameLength + view.getUint16(30, true) + view.getUint16(32, true);
	}
	return entries;
}

const entryOf = (view: DataView, name: Uint8Array): ZipEntry => ({
	name: decodeText(name).replaceAll('\\', '/'),
	flags: view.getUint16(8, true),
	method: view.getUint16(10, true),
	checksum: view.getUint32(16, true),
	packed: view.getUint32(20, true),
	size: view.getUint32(24, true),
	at: view.getUint32(42, true)
});

async function unpackEntry({ name: archive, blob }: NamedFile, entry: ZipEntry): Promise<BlobLike> {
	const { name, at, packed, method, size, checksum } = entry;
	if (entry.flags & encrypted) refuse({ kind: 'packed', file: archive, packing: 'password' });
	if (method !== stored && method !== deflated)
		refuse({ kind: 'packed', file: archive, packing: `zip ${method}` });
	const local = await readSlice(blob, at, at + localSize);
	if (local.length < localSize) refuse({ kind: 'truncated', file: archive });
	const view = viewOf(local);
	const from = at + localSize + view.getUint16(26, true) + view.getUint16(28, true);
	if (from + packed > blob.size) refuse({ kind: 'truncated', file: archive });
	const content = blob.slice(from, from + packed);
	const found = method === stored ? await asStored(content) : await inflateBlob(content, name);
	if (found.size !== size || found.checksum !== checksum)
		refuse({ kind: 'damaged', file: archive });
	return found.blob;
}

async function asStored(blob: BlobLike) {
	let checksum = 0;
	for await (const chunk of chunks(blob)) checksum = crc32(chunk, checksum);
	return { blob, size: blob.size, checksum };
}

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
