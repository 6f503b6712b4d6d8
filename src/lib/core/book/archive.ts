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

interface Entry {
	readonly name: string;
	readonly method: number;
	readonly checksum: number;
	readonly packed: number;
	readonly size: number;
	readonly at: number;
	readonly isEncrypted: boolean;
}

/** The first bytes of every archive that has a file. */
export const isArchive = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

// Sizes and signatures of records, from PKWARE’s APPNOTE, version 6.3.
const endSize = 22;
const endSignature = 0x06054b50;
const entrySize = 46;
const entrySignature = 0x02014b50;
const localSize = 30;
const localSignature = 0x04034b50;
/** The end record’s comment is at most this long. */
const maxComment = 0xffff;
const stored = 0;
const deflated = 8;
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

function readDirectory(bytes: Uint8Array): Result<readonly Entry[], BookFailure> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endRecord(view);
	if (end === null) return damaged();
	const count = view.getUint16(end + 10, true);
	if (count > maxFiles) return fail({ kind: 'too-many-files', files: count, limit: maxFiles });
	const entries: Entry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = count; left > 0; left--) {
		if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) return damaged();
		const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
		const next = at + entrySize + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
		if (next > end) return damaged();
		const named = bytes.subarray(at + entrySize, at + entrySize + (name ?? 0));
		const flags = view.getUint16(at + 8, true);
		entries.push({
			// Some programs for Windows write its separator.
			name: decodeText(named).replaceAll('\\', '/'),
			method: view.getUint16(at + 10, true),
			checksum: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			at: view.getUint32(at + 42, true),
			isEncrypted: (flags & 1) === 1
		});
		at = next;
	}
	return ok(entries);
}

/** Finds the record at the end; null where the archive is cut short. */
function endRecord(view: DataView): number | null {
	const last = view.byteLength - endSize;
	for (let at = last; at >= Math.max(0, last - maxComment); at--)
		if (view.getUint32(at, true) === endSignature) return at;
	return null;
}

function unpack(bytes: Uint8Array, entry: Entry): Result<Uint8Array, BookFailure> {
	const { name, size, method, checksum } = entry;
	if (size > maxFileBytes)
		return fail({ kind: 'unpacks-too-large', bytes: size, limit: maxFileBytes });
	const content = packedContent(bytes, entry);
	if (content === null) return damaged(name);
	const file = method === stored ? content : method === deflated ? inflated(content, size) : null;
	return file?.length === size && crc32(file) === checksum ? ok(file) : damaged(name);
}

/** Returns a file’s bytes as the archive has them; null where it is cut short. */
function packedContent(bytes: Uint8Array, { at, packed }: Entry): Uint8Array | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (at + localSize > bytes.length || view.getUint32(at, true) !== localSignature) return null;
	const from = at + localSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}

/** Number of packed bytes that are unpacked for the start of a file. */
const startSize = 4096;

function unpackStart(bytes: Uint8Array, entry: Entry): Uint8Array {
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
