/** Reads DICT as dictd serves it: an index of words with their places, and the text of the entries. */
import { openBody } from './body';
import { readAll, type NamedFile } from './blob';
import type { ReadDictionary } from './dictionary';
import { maxIndexBytes, refuse, refuseLarger } from './failure';
import { directionIn } from './languages';
import { decodeLoosely } from './text';
import { maxWords, WordIndexBuilder } from './wordIndex';

export interface DictParts {
	readonly index: NamedFile;
	readonly dict: NamedFile;
	readonly isDictzip: boolean;
}

/** Entries that describe the dictionary: `00databaseshort`, and `00-database-short` with allchars. */
const about = /^00-?database-?(short|info|.*)$/;

const tab = 9;
const lineEnd = 10;

export async function readDict({ index, dict, isDictzip }: DictParts): Promise<ReadDictionary> {
	refuseLarger(index.name, index.blob.size, maxIndexBytes);
	const body = await openBody(dict, isDictzip);
	const bytes = await readAll(index.blob);
	// A last line that does not end may have lost digits of its place.
	if (bytes.length > 0 && bytes.at(-1) !== lineEnd) refuse({ kind: 'truncated', file: index.name });
	const words = new WordIndexBuilder();
	const told = new Map<string, { readonly at: number; readonly length: number }>();
	for (let from = 0; from < bytes.length;) {
		const end = bytes.indexOf(lineEnd, from);
		const row = rowOf(bytes.subarray(from, end));
		if (!row || words.count >= maxWords) refuse({ kind: 'damaged', file: index.name });
		if (row.at + row.length > body.size)
			refuse({ kind: 'mismatched', file: index.name, other: dict.name });
		const kind = row.word[0] === 0x30 ? about.exec(decodeLoosely(row.word))?.[1] : undefined;
		if (kind === undefined) words.add(row.word, row.at, row.length);
		else told.set(kind, row);
		from = end + 1;
	}
	if (words.count === 0) refuse({ kind: 'empty', file: index.name });
	const read = async (kind: string): Promise<string> => {
		const row = told.get(kind);
		return row ? decodeLoosely(await body.read(row.at, Math.min(row.length, maxAbout))) : '';
	};
	const name = nameIn(await read('short')) || index.name.replace(/\.index$/i, '');
	const built = words.finish();
	return {
		about: {
			name,
			format: 'dict',
			...directionIn(name, index.name),
			licence: licenceIn(await read('info')),
			entries: words.count,
			bytes: dict.blob.size + built.blocks.size
		},
		files: { format: 'dict', body: dict.blob, isDictzip, types: null, index: built }
	};
}

/** Longest description that is read, in bytes. */
const maxAbout = 20_000;

interface Row {
	readonly word: Uint8Array;
	readonly at: number;
	readonly length: number;
}

/**
 * Reads a line: word, place, length, and with some writers the word in its own letters. Null for
 * another one.
 */
function rowOf(line: Uint8Array): Row | null {
	const first = line.indexOf(tab);
	const second = line.indexOf(tab, first + 1);
	if (first <= 0 || second < 0) return null;
	const third = line.indexOf(tab, second + 1);
	const at = digits(line.subarray(first + 1, second));
	const length = digits(line.subarray(second + 1, third < 0 ? line.length : third));
	if (at === null || length === null) return null;
	const word = third < 0 ? line.subarray(0, first) : line.subarray(third + 1);
	return { word, at, length };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Reads a number in base64 digits, the highest first; null for anything else. */
function digits(bytes: Uint8Array): number | null {
	if (bytes.length === 0 || bytes.length > 8) return null;
	let value = 0;
	for (const byte of bytes) {
		const digit = alphabet.indexOf(String.fromCharCode(byte));
		if (digit < 0) return null;
		value = value * 64 + digit;
	}
	return value;
}

/** Returns what stands below the first line, which repeats the entry’s own name. */
const nameIn = (text: string): string =>
	text
		.replace(/^00-?database-?short\s*/, '')
		.replace(/\s+/g, ' ')
		.trim();

/** Finds the line that speaks of a licence; null where none does. */
function licenceIn(text: string): string | null {
	const line = text
		.split('\n')
		.find((line) => /licen[cs]e|copyright|public domain|\bGPL\b/i.test(line));
	return line?.trim().slice(0, 200) ?? null;
}
