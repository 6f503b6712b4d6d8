/**
 * Tab-separated text: a word, a tab, its meaning; more columns are shown after it. `\n` in a meaning
 * is a line break. Lines that begin with `#` describe the file, as in the exports of dict.cc.
 */
import { chunks, type NamedFile } from './blob';
import type { ReadDictionary } from './dictionary';
import { maxEntryBytes, refuse } from './failure';
import { directionIn } from './languages';
import { lines, text, tidyPieces, type Piece } from './piece';
import { decodeLoosely } from './text';
import { maxWords, WordIndexBuilder } from './wordIndex';

/** Share of the first lines that must have a tab. */
const leastTabbed = 0.8;

export function isTabbed(start: string): boolean {
	const seen = start.split('\n').slice(0, -1);
	const rows = (seen.length > 0 ? seen : [start]).filter(
		(row) => row.trim() !== '' && !isAbout(row)
	);
	const tabbed = rows.filter((row) => /^[^\t]+\t\s*\S/.test(row)).length;
	return tabbed > 0 && tabbed >= rows.length * leastTabbed;
}

const isAbout = (row: string): boolean => row.startsWith('#');

export async function readTabbed(
	file: NamedFile,
	progress: (done: number) => void
): Promise<ReadDictionary> {
	const index = new WordIndexBuilder();
	const told: string[] = [];
	let entries = 0;
	for await (const { at, bytes } of rows(file, progress)) {
		const row = decodeLoosely(bytes);
		if (isAbout(row)) told.push(row.replace(/^[#\s]+/, ''));
		const tab = row.indexOf('\t');
		if (isAbout(row) || tab <= 0 || row.slice(tab).trim() === '') continue;
		const [head, ...forms] = wordsOf(row.slice(0, tab));
		if (head === undefined) continue;
		if (index.count + forms.length >= maxWords) refuse({ kind: 'damaged', file: file.name });
		entries++;
		const number = index.add(head, at, bytes.length);
		for (const form of forms) index.add(form, at, bytes.length, number);
	}
	if (entries === 0) refuse({ kind: 'empty', file: file.name });
	const built = index.finish();
	const name = file.name.replace(/\.(?:tsv|tab|txt|csv)$/i, '');
	return {
		about: {
			name,
			format: 'tabbed',
			...directionIn(name, ...told),
			licence: told.find((line) => /licen[cs]e|copyright/i.test(line))?.slice(0, 200) ?? null,
			entries,
			bytes: file.blob.size + built.blocks.size
		},
		files: { format: 'tabbed', body: file.blob, isDictzip: false, types: null, index: built }
	};
}

export function tabbedPieces(row: string): readonly Piece[] {
	const [, ...columns] = row.replace(/\r?\n$/, '').split('\t');
	const [meaning = '', ...rest] = columns.map((column) => column.replace(/\\n/g, '\n').trim());
	const more = rest.filter((column) => column !== '');
	return tidyPieces([
		...lines(meaning),
		...more.flatMap((column): readonly Piece[] => [
			text(' '),
			{ kind: 'class', pieces: [text(column)] }
		])
	]);
}

/**
 * Returns the words of the first column: `|` stands between several, and what stands in brackets
 * (`{f}`, `[text]`) is no part of them.
 */
function wordsOf(column: string): readonly string[] {
	if (column.length > maxColumn) return [column];
	const cleaned = column.replace(/^\ufeff/, '').replace(/\{[^}]*\}|\[[^\]]*\]|<[^>]*>/g, '');
	const words = (cleaned.trim() === '' ? column : cleaned).split('|').map((word) => word.trim());
	return [...new Set(words)].filter((word) => word !== '');
}

/** Longest column in which brackets are looked for: a longer one is no word. */
const maxColumn = 2000;

interface Row {
	readonly at: number;
	readonly bytes: Uint8Array;
}

async function* rows(
	{ name, blob }: NamedFile,
	progress: (done: number) => void
): AsyncGenerator<Row> {
	let held = new Uint8Array();
	/** Place of what is held, then of the chunk, in the file. */
	let base = 0;
	for await (const chunk of chunks(blob)) {
		let from = 0;
		for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
			const line = chunk.subarray(from, end);
			const bytes = held.length > 0 ? joined(held, line) : line;
			yield { at: base, bytes };
			base += bytes.length + 1;
			from = end + 1;
			held = new Uint8Array();
		}
		held = joined(held, chunk.subarray(from));
		if (held.length > maxEntryBytes) refuse({ kind: 'damaged', file: name });
		progress((base + held.length) / blob.size);
	}
	if (held.length > 0) yield { at: base, bytes: held };
}

const lineEnd = 10;

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
	const both = new Uint8Array(one.length + other.length);
	both.set(one);
	both.set(other, one.length);
	return both;
}
