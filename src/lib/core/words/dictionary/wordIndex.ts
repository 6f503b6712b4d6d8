/**
 * The index of a dictionary: its words in our own order, each with the place of its entry. It is a
 * blob of blocks; only the first word of each block stays in memory, so that a search reads one
 * block of a few kilobytes however large the dictionary is.
 */
import { BlobWriter, readSlice, type BlobLike } from './blob';
import { decodeLoosely, encode, exact, fold } from './text';

export interface WordIndex {
	readonly blocks: BlobLike;
	/** The folded first word of each block. */
	readonly firsts: readonly string[];
	/** Where each block begins, and where the last one ends. */
	readonly starts: readonly number[];
}

export interface IndexedWord {
	readonly word: string;
	/** Place and length of the entry in the dictionary’s body. */
	readonly at: number;
	readonly length: number;
	/** The word under which the entry stands, where this is another form of it. */
	readonly head: string | null;
}

/** Words of a block: one is read for a search, about 10 kB. */
const blockWords = 512;
/** Most words of an index. WikDict’s largest list of forms has a million. */
export const maxWords = 3_000_000;

/** Collects words in typed arrays: objects would take ten times the memory. */
export class WordIndexBuilder {
	#text = new Uint8Array(1 << 16);
	/** Four numbers a word: its end in `#text`, place and length of its entry, 1 + its head’s number. */
	#numbers = new Uint32Array(1 << 12);
	#count = 0;

	get count(): number {
		return this.#count;
	}

	/** Adds a word; returns its number, by which other forms name it as their head. */
	add(word: string | Uint8Array, at: number, length: number, head: number | null = null): number {
		const bytes = typeof word === 'string' ? encode(word) : word;
		const start = this.#end(this.#count - 1);
		const end = start + bytes.length;
		if (end > this.#text.length) this.#text = grown(this.#text, end);
		this.#text.set(bytes, start);
		const place = this.#count * 4;
		if (place + 4 > this.#numbers.length) this.#numbers = grown(this.#numbers, place + 4);
		this.#numbers.set([end, at, length, head === null ? 0 : head + 1], place);
		return this.#count++;
	}

	/** Returns the place and length of a word’s entry, by its number; null where there is none. */
	entryOf(word: number): { readonly at: number; readonly length: number } | null {
		return word < this.#count
			? { at: this.#numbers[word * 4 + 1] ?? 0, length: this.#numbers[word * 4 + 2] ?? 0 }
			: null;
	}

	finish(): WordIndex {
		const writer = new BlobWriter();
		const firsts: string[] = [];
		const starts: number[] = [0];
		const keys = Array.from({ length: this.#count }, (_, i) => fold(this.#word(i)));
		const order = this.#sorted(keys);
		for (let from = 0; from < order.length; from += blockWords) {
			firsts.push(keys[order[from] ?? 0] ?? '');
			writer.write(this.#block(order.subarray(from, from + blockWords)));
			starts.push(writer.size);
		}
		return { blocks: writer.finish(), firsts, starts };
	}

	#sorted(keys: readonly string[]): Uint32Array {
		const order = Uint32Array.from({ length: this.#count }, (_, i) => i);
		return order.sort((a, b) => {
			const one = keys[a] ?? '';
			const other = keys[b] ?? '';
			// Entries of the same word stay in the order of the dictionary.
			return one < other ? -1 : one > other ? 1 : a - b;
		});
	}

	#block(words: Uint32Array): Uint8Array {
		const bytes: number[] = [];
		for (const i of words) {
			const head = this.#numbers[i * 4 + 3] ?? 0;
			putBytes(bytes, this.#text, this.#end(i - 1), this.#end(i));
			putNumber(bytes, this.#numbers[i * 4 + 1] ?? 0);
			putNumber(bytes, this.#numbers[i * 4 + 2] ?? 0);
			putBytes(bytes, this.#text, this.#end(head - 2), this.#end(head - 1));
		}
		return Uint8Array.from(bytes);
	}

	#end(word: number): number {
		return word < 0 ? 0 : (this.#numbers[word * 4] ?? 0);
	}

	#word(word: number): string {
		return decodeLoosely(this.#text.subarray(this.#end(word - 1), this.#end(word)));
	}
}

function grown<A extends Uint8Array | Uint32Array>(array: A, needed: number): A {
	const length = Math.max(needed, Math.ceil(array.length * 1.5));
	const larger = array instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length);
	larger.set(array);
	return larger as A;
}

/** Numbers are written in groups of seven bits, the lowest first. */
function putNumber(bytes: number[], value: number): void {
	let rest = value;
	for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
	bytes.push(rest);
}

/** Writes the number of bytes, then the bytes; none where the word of no number ends, at 0. */
function putBytes(bytes: number[], from: Uint8Array, start: number, end: number): void {
	putNumber(bytes, end - start);
	for (let at = start; at < end; at++) bytes.push(from[at] ?? 0);
}

/**
 * Finds a word in any case, in the order of the dictionary; words in exactly this case first, those
 * alone where there are any.
 */
export async function findWord(index: WordIndex, word: string): Promise<readonly IndexedWord[]> {
	const key = fold(word);
	const found: IndexedWord[] = [];
	for (let block = firstBlock(index.firsts, key); block < index.firsts.length; block++) {
		if ((index.firsts[block] ?? '') > key) break;
		const bytes = await readSlice(
			index.blocks,
			index.starts[block] ?? 0,
			index.starts[block + 1] ?? 0
		);
		found.push(...wordsOf(bytes).filter((one) => fold(one.word) === key));
	}
	const same = found.filter((one) => exact(one.word) === exact(word));
	return same.length > 0 ? same : found;
}

/** Returns the last block that begins before `key`: words equal to it may begin there. */
function firstBlock(firsts: readonly string[], key: string): number {
	let low = 0;
	let high = firsts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((firsts[middle] ?? '') < key) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}

function wordsOf(bytes: Uint8Array): readonly IndexedWord[] {
	let place = 0;
	const number = (): number => {
		let value = 0;
		for (let unit = 1; ; unit *= 128) {
			const byte = bytes[place++] ?? 0;
			value += (byte & 0x7f) * unit;
			if (byte < 0x80) return value;
		}
	};
	const text = (): string => {
		const length = number();
		return decodeLoosely(bytes.subarray(place, (place += length)));
	};
	const found: IndexedWord[] = [];
	while (place < bytes.length) {
		const word = text();
		const [at, length, head] = [number(), number(), text()];
		found.push({ word, at, length, head: head === '' ? null : head });
	}
	return found;
}
