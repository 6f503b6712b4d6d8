/**
 * Opens a zip archive: EPUB, DOCX, ODT and zipped FB2. A file in it is unpacked when it is read, and
 * held against its checksum. What the archive claims is checked before anything is unpacked, since
 * 300 kB can unpack to 300 MB.
 */
import { Inflate, inflateSync } from 'fflate';
import { tidy } from '../import/decode';
import { fail, ok, type Result } from '../result';
import { crc32 } from './crc32';
import { decodeText } from './decodeText';
import { maxFiles, maxTextBytes, type BookFailure } from './failure';
import {
	deflated,
	endRecord,
	entryAt,
	localLength,
	stored,
	viewOf,
	type ZipEntry
} from './zipDirectory';

export interface Archive {
	/** The names of all files, in the order of the archive. */
	readonly names: readonly string[];
	has(name: string): boolean;
	/** Unpacks a file; null where the archive has none of this name. */
	read(name: string): Result<Uint8Array, BookFailure> | null;
	/** Unpacks the first bytes of a file, unchecked: enough to tell its type. Empty where there are none. */
	start(name: string): Uint8Array;
	/** Unpacks a file of text: UTF-8, or UTF-16 where its mark says so. */
	text(name: string): Result<string, BookFailure> | null;
}

/** Most bytes of one file when it is unpacked: no page, and no picture of a page, is larger. */
const maxFileBytes = 100_000_000;

const damaged = (file: string | null = null) => fail<BookFailure>({ kind: 'damaged', file });

export function openArchive(bytes: Uint8Array): Result<Archive, BookFailure> {
	const entries = readDirectory(bytes);
	if (!entries.ok) return entries;
	const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
	if (entries.value.some(({ isEncrypted }) => isEncrypted))
		return fail({ kind: 'locked', by: 'password' });
	const read = (name: string) => {
		const entry = byName.get(name);
		return entry ? unpack(bytes, entry) : null;
	};
	let textBytes = 0;
	return ok({
		names: [...byName.keys()],
		has: (name) => byName.has(name),
		read,
		start(name) {
			const entry = byName.get(name);
			return entry ? unpackStart(bytes, entry) : new Uint8Array();
		},
		text(name) {
			textBytes += byName.get(name)?.size ?? 0;
			if (textBytes > maxTextBytes)
				return fail({ kind: 'unpacks-too-large', bytes: textBytes, limit: maxTextBytes });
			const file = read(name);
			return file?.ok ? ok(tidy(decodeText(file.value))) : file;
		}
	});
}

function readDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], BookFailure> {
	const end = endRecord(viewOf(bytes));
	if (end === null) return damaged();
	const { count } = end;
	if (count > maxFiles) return fail({ kind: 'too-many-files', files: count, limit: maxFiles });
	const entries: ZipEntry[] = [];
	let at = end.from;
	for (let left = count; left > 0; left--) {
		const found = entryAt(bytes, at, end.at);
		if (!found) return damaged();
		entries.push(found.entry);
		at = found.next;
	}
	return ok(entries);
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, BookFailure> {
	const { name, size, method, checksum } = entry;
	if (size > maxFileBytes)
		return fail({ kind: 'unpacks-too-large', bytes: size, limit: maxFileBytes });
	const content = packedContent(bytes, entry);
	if (content === null) return damaged(name);
	const file = method === stored ? content : method === deflated ? inflated(content, size) : null;
	return file?.length === size && crc32(file) === checksum ? ok(file) : damaged(name);
}

/** Returns a file’s bytes as the archive has them; null where it is cut short. */
function packedContent(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
	const before = localLength(viewOf(bytes), at);
	if (before === null) return null;
	const from = at + before;
	return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}

/** Number of packed bytes that are unpacked for the start of a file. */
const startSize = 4096;

function unpackStart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
	const packed = packedContent(bytes, entry)?.subarray(0, startSize) ?? new Uint8Array();
	if (entry.method === stored) return packed;
	let start = new Uint8Array();
	const inflate = new Inflate((chunk) => {
		if (start.length === 0) start = chunk.slice(0, startSize);
	});
	try {
		inflate.push(packed, packed.length === entry.packed);
	} catch {
		// The bytes that came before the fault.
	}
	return start;
}

/** Inflates into as many bytes as the archive claims; null where the content is no such data. */
function inflated(content: Uint8Array, size: number): Uint8Array | null {
	try {
		return inflateSync(content, { out: new Uint8Array(size) });
	} catch {
		return null;
	}
}
