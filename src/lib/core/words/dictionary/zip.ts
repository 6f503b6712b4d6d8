/** Lists and unpacks the files of a zip archive, reading only the parts that it needs. */
import { crc32 } from '../../book/crc32';
import {
	deflated,
	endRecord,
	endSize,
	entryAt,
	localLength,
	localSize,
	maxComment,
	stored,
	viewOf,
	type ZipEntry
} from '../../book/zipDirectory';
import { chunks, readSlice, type BlobLike, type NamedFile } from './blob';
import { maxDictionaryBytes, refuse, refuseLarger } from './failure';
import { inflateBlob } from './gzip';

/** Most files of an archive. A dictionary has a handful; one with pictures has thousands. */
const maxFiles = 20_000;
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
	const end = endRecord(viewOf(await readSlice(blob, tailAt, blob.size)));
	if (!end) refuse({ kind: 'truncated', file: name });
	const { count, from, length } = end;
	if (from + length > blob.size || count > maxFiles) refuse({ kind: 'damaged', file: name });
	const bytes = await readSlice(blob, from, from + length);
	const entries: ZipEntry[] = [];
	for (let at = 0; entries.length < count;) {
		const found = entryAt(bytes, at, bytes.length);
		if (!found) refuse({ kind: 'damaged', file: name });
		entries.push(found.entry);
		at = found.next;
	}
	return entries;
}

async function unpackEntry({ name: archive, blob }: NamedFile, entry: ZipEntry): Promise<BlobLike> {
	const { name, at, packed, method, size, checksum } = entry;
	if (entry.isEncrypted) refuse({ kind: 'packed', file: archive, packing: 'password' });
	if (method !== stored && method !== deflated)
		refuse({ kind: 'packed', file: archive, packing: `zip ${method}` });
	const local = await readSlice(blob, at, at + localSize);
	if (local.length < localSize) refuse({ kind: 'truncated', file: archive });
	const before = localLength(viewOf(local), 0);
	if (before === null) refuse({ kind: 'damaged', file: archive });
	const from = at + before;
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
