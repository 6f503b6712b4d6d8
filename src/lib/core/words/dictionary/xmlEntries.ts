/**
 * Finds the entries of an XML dictionary with their places in bytes, chunk by chunk, so that a file
 * of any size takes the memory of one chunk. What stands in comments and CDATA is no tag.
 */
import { chunks, type NamedFile } from './blob';
import { maxEntryBytes, refuse } from './failure';
import { encode } from './text';

export interface XmlEntry {
	readonly at: number;
	readonly bytes: Uint8Array;
}

const lessThan = 0x3c;
const [open, slash, bang, question, greater] = [0x3c, 0x2f, 0x21, 0x3f, 0x3e];
const commentStart = encode('<!--');
const commentEnd = encode('-->');
const dataStart = encode('<![CDATA[');
const dataEnd = encode(']]>');
const instructionEnd = encode('?>');
/** Bytes after a `<` that tell what it begins. */
const ahead = 64;
/** Most bytes that are kept of the file’s head. */
const maxHead = 200_000;

/** Reads on: `entries` after each chunk, `head` is what stands before the first entry. */
class XmlScanner {
	#held = new Uint8Array();
	/** Place of `#held` in the file. */
	#base = 0;
	/** Where the scan goes on, in `#held`. */
	#next = 0;
	/** Where an entry began, in `#held`. */
	#entry: number | null = null;
	#head: Uint8Array | null = null;
	#root: string | null = null;
	#isClosed = false;

	constructor(
		readonly file: string,
		readonly name: string
	) {}

	/** Bytes before the first entry; empty while there is none. */
	get head(): Uint8Array {
		return this.#head ?? new Uint8Array();
	}
	/** Whether the root element has ended. */
	get isClosed(): boolean {
		return this.#isClosed && this.#entry === null;
	}

	push(chunk: Uint8Array, isLast: boolean): readonly XmlEntry[] {
		const kept = this.#held.subarray(Math.min(this.#entry ?? this.#next, this.#next));
		this.#base += this.#held.length - kept.length;
		this.#next -= this.#held.length - kept.length;
		if (this.#entry !== null) this.#entry = 0;
		if (kept.length > maxEntryBytes) refuse({ kind: 'damaged', file: this.file });
		const held = new Uint8Array(kept.length + chunk.length);
		held.set(kept);
		held.set(chunk, kept.length);
		this.#held = held;
		const found: XmlEntry[] = [];
		for (let at = held.indexOf(lessThan, this.#next); at >= 0;) {
			if (held.length - at < ahead && !isLast) break;
			const end = this.#tag(at, found);
			if (end === null) break;
			this.#next = end;
			at = held.indexOf(lessThan, end);
			if (at < 0) this.#next = held.length;
		}
		return found;
	}

	/** Reads what begins at `at`. Returns where it ends, null where that is not known yet. */
	#tag(at: number, found: XmlEntry[]): number | null {
		const held = this.#held;
		this.#next = at;
		const kind = held[at + 1];
		if (kind === bang && startsWith(held, commentStart, at)) return after(held, commentEnd, at + 4);
		if (kind === bang && startsWith(held, dataStart, at)) return after(held, dataEnd, at);
		if (kind === question) return after(held, instructionEnd, at);
		if (kind === bang) return at + 2;
		const isEnd = kind === slash;
		const name = nameAt(held, at + (isEnd ? 2 : 1));
		if (name !== this.name) {
			if (isEnd && name === this.#root) this.#isClosed = true;
			else if (!isEnd && name !== '') this.#root ??= name;
			return at + 1;
		}
		const end = tagEnd(held, at);
		if (end === null) return null;
		const isWhole = !isEnd && held[end - 2] === slash;
		if (!isEnd && this.#entry === null) this.#begin(at);
		if ((isEnd || isWhole) && this.#entry !== null) {
			found.push({ at: this.#base + this.#entry, bytes: held.subarray(this.#entry, end) });
			this.#entry = null;
		}
		return end;
	}

	#begin(at: number): void {
		this.#entry = at;
		this.#head ??= this.#held.slice(0, Math.min(at, maxHead));
	}
}

/** Calls `use` with each entry, and returns the head of the file. Refuses a file that has no end. */
export async function eachXmlEntry(
	{ name: file, blob }: NamedFile,
	name: string,
	use: (entry: XmlEntry) => void,
	progress: (done: number) => void
): Promise<Uint8Array> {
	const scanner = new XmlScanner(file, name);
	let read = 0;
	for await (const chunk of chunks(blob)) {
		read += chunk.length;
		for (const entry of scanner.push(chunk, read === blob.size)) use(entry);
		progress(read / blob.size);
	}
	if (!scanner.isClosed) refuse({ kind: 'truncated', file });
	return scanner.head;
}

const startsWith = (bytes: Uint8Array, start: Uint8Array, at: number): boolean =>
	start.every((byte, i) => bytes[at + i] === byte);

/** Returns the place after the next `sign`; null where there is none. */
function after(bytes: Uint8Array, sign: Uint8Array, from: number): number | null {
	for (let at = bytes.indexOf(sign[0] ?? 0, from); at >= 0;) {
		if (startsWith(bytes, sign, at)) return at + sign.length;
		at = bytes.indexOf(sign[0] ?? 0, at + 1);
	}
	return null;
}

/** Returns the place after a tag’s `>`, which may also stand in a quoted value. */
function tagEnd(bytes: Uint8Array, from: number): number | null {
	let quote = 0;
	for (let at = from; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (quote !== 0) quote = byte === quote ? 0 : quote;
		else if (byte === 0x22 || byte === 0x27) quote = byte;
		else if (byte === greater) return at + 1;
	}
	return null;
}

/** Returns the name at a place, without a prefix. */
function nameAt(bytes: Uint8Array, from: number): string {
	let name = '';
	for (let at = from; at < from + ahead - 2; at++) {
		const byte = bytes[at] ?? 0;
		if (byte <= 0x20 || byte === greater || byte === slash || byte === open) break;
		name = byte === 0x3a ? '' : name + String.fromCharCode(byte);
	}
	return name;
}
