/**
 * Reads StarDict: a description (`.ifo`), an index (`.idx`), the entries (`.dict`) and other forms
 * (`.syn`). https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat
 */
import { openBody } from './body';
import { readAll, type NamedFile } from './blob';
import type { ReadDictionary } from './dictionary';
import { maxIndexBytes, refuse, refuseLarger } from './failure';
import { directionIn, languageTag } from './languages';
import { fieldsOf } from './stardictFields';
import { decodeLoosely } from './text';
import { maxWords, WordIndexBuilder } from './wordIndex';

export interface StardictParts {
	readonly ifo: NamedFile;
	readonly idx: NamedFile;
	readonly dict: NamedFile;
	readonly isDictzip: boolean;
	readonly syn: NamedFile | null;
}

const magic = "StarDict's dict ifo file";
/** Entries that are read to see whether the fields are what the description says. */
const sampled = 24;

export async function readStardict(parts: StardictParts): Promise<ReadDictionary> {
	const { ifo, idx, dict, syn, isDictzip } = parts;
	const told = await description(ifo);
	const number = (key: string): number => numberOf(told.get(key)) ?? refuseDamaged(ifo);
	if (number('idxfilesize') !== idx.blob.size)
		refuse({ kind: 'mismatched', file: idx.name, other: ifo.name });
	const body = await openBody(dict, isDictzip);
	const index = new WordIndexBuilder();
	await addWords(index, parts, body.size, told.get('idxoffsetbits') === '64' ? 8 : 4);
	const entries = index.count;
	if (entries !== number('wordcount'))
		refuse({ kind: 'mismatched', file: idx.name, other: ifo.name });
	if (entries === 0) refuse({ kind: 'empty', file: ifo.name });
	const types = told.get('sametypesequence') || null;
	await checkFields(index, body.read, types, dict.name);
	if (syn) await addForms(index, syn, entries, numberOf(told.get('synwordcount')), ifo.name);
	const name = told.get('bookname') || ifo.name.replace(/\.ifo$/i, '');
	const built = index.finish();
	const [from, to] = (told.get('lang') ?? '').split('-').map(languageTag);
	return {
		about: {
			name,
			format: 'stardict',
			...(from && to ? { from, to } : directionIn(name, ifo.name, told.get('description'))),
			licence: told.get('license') ?? told.get('copyright') ?? null,
			entries,
			bytes: dict.blob.size + built.blocks.size
		},
		files: { format: 'stardict', body: dict.blob, isDictzip, types, index: built }
	};
}

/** Longest description, in bytes. */
const maxIfoBytes = 1_000_000;

async function description(ifo: NamedFile): Promise<ReadonlyMap<string, string>> {
	refuseLarger(ifo.name, ifo.blob.size, maxIfoBytes);
	const text = decodeLoosely(await readAll(ifo.blob)).replace(/^\ufeff/, '');
	if (!text.startsWith(magic)) refuse({ kind: 'damaged', file: ifo.name });
	const told = new Map(
		text.split(/[\r\n]+/).flatMap((line) => {
			const at = line.indexOf('=');
			return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
		})
	);
	if (!['32', '64', undefined].includes(told.get('idxoffsetbits'))) refuseDamaged(ifo);
	return told;
}

const refuseDamaged = ({ name }: NamedFile): never => refuse({ kind: 'damaged', file: name });

const numberOf = (text: string | undefined): number | null =>
	text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Reads the index: a word, a zero, the place of its entry in 4 or 8 bytes, its length in 4. */
async function addWords(
	index: WordIndexBuilder,
	{ idx, dict }: StardictParts,
	size: number,
	placeBytes: 4 | 8
): Promise<void> {
	refuseLarger(idx.name, idx.blob.size, maxIndexBytes);
	const bytes = await readAll(idx.blob);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < bytes.length;) {
		const zero = bytes.indexOf(0, at);
		const next = zero + 1 + placeBytes + 4;
		if (zero <= at || next > bytes.length || index.count >= maxWords) refuseDamaged(idx);
		const high = placeBytes === 8 ? view.getUint32(zero + 1) : 0;
		const place = high * 2 ** 32 + view.getUint32(zero + 1 + placeBytes - 4);
		const length = view.getUint32(zero + 1 + placeBytes);
		if (place + length > size) refuse({ kind: 'mismatched', file: idx.name, other: dict.name });
		index.add(bytes.subarray(at, zero), place, length);
		at = next;
	}
}

/** Reads other forms: a word, a zero, the number of the word in the index. */
async function addForms(
	index: WordIndexBuilder,
	syn: NamedFile,
	words: number,
	claimed: number | null,
	ifo: string
): Promise<void> {
	refuseLarger(syn.name, syn.blob.size, maxIndexBytes);
	const bytes = await readAll(syn.blob);
	const view = new DataView(bytes.buffer);
	let count = 0;
	for (let at = 0; at < bytes.length; count++) {
		const zero = bytes.indexOf(0, at);
		if (zero < at || zero + 5 > bytes.length || index.count >= maxWords) refuseDamaged(syn);
		const head = view.getUint32(zero + 1);
		const entry = head < words ? index.entryOf(head) : null;
		if (!entry) refuse({ kind: 'mismatched', file: syn.name, other: ifo });
		index.add(bytes.subarray(at, zero), entry.at, entry.length, head);
		at = zero + 5;
	}
	if (claimed !== null && claimed !== count)
		refuse({ kind: 'mismatched', file: syn.name, other: ifo });
}

/** Reads some entries: their fields must end where the entries end. */
async function checkFields(
	index: WordIndexBuilder,
	read: (at: number, length: number) => Promise<Uint8Array>,
	types: string | null,
	file: string
): Promise<void> {
	const step = Math.max(1, Math.floor(index.count / sampled));
	for (let word = 0; word < index.count; word += step) {
		const entry = index.entryOf(word);
		if (!entry) continue;
		if (fieldsOf(await read(entry.at, entry.length), types) === null)
			refuse({ kind: 'damaged', file });
	}
}
