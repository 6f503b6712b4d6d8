/** Writes dictionaries of every format, so that a test knows each word and its text. */
import { gzipSync, zipSync } from 'fflate';
import { crc32 } from '../../book/crc32';
import type { BlobLike, NamedFile } from './blob';
import { encode } from './text';

export interface Word {
	readonly word: string;
	readonly meaning: string;
}

export interface WrittenFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

declare const Blob: new (parts: readonly Uint8Array[]) => BlobLike;

export const named = (files: readonly WrittenFile[]): readonly NamedFile[] =>
	files.map(({ name, bytes }) => ({ name, blob: new Blob([new Uint8Array(bytes)]) }));

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};

const big = (value: number, bytes: number): Uint8Array =>
	Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
const little = (value: number, bytes: number): Uint8Array => big(value, bytes).reverse();
const zero = new Uint8Array(1);

export interface StardictOptions {
	/** Fields of an entry, as `sametypesequence` names them; null: each entry says so itself. */
	readonly types?: string | null;
	readonly offsetBits?: 32 | 64;
	readonly dictzip?: boolean;
	/** Other forms, each with the number of its word. */
	readonly forms?: readonly (readonly [form: string, word: number])[];
	readonly name?: string;
	readonly about?: string;
}

/** Writes a StarDict dictionary; the words are in the order in which they are given. */
export function stardict(words: readonly Word[], options: StardictOptions = {}): WrittenFile[] {
	const {
		types = 'm',
		offsetBits = 32,
		dictzip: isPacked = false,
		forms = [],
		name = 'swe-eng'
	} = options;
	const texts = words.map(({ meaning }) => fields(meaning, types));
	let at = 0;
	const idx = joined(
		words.flatMap(({ word }, i) => {
			const length = texts[i]?.length ?? 0;
			const row = [encode(word), zero, big(at, offsetBits / 8), big(length, 4)];
			at += length;
			return row;
		})
	);
	const syn = joined(forms.flatMap(([form, word]) => [encode(form), zero, big(word, 4)]));
	const ifo = [
		"StarDict's dict ifo file",
		'version=3.0.0',
		`wordcount=${words.length}`,
		...(forms.length > 0 ? [`synwordcount=${forms.length}`] : []),
		`idxfilesize=${idx.length}`,
		...(offsetBits === 64 ? ['idxoffsetbits=64'] : []),
		`bookname=${options.about ?? 'Swedish-English test'}`,
		...(types === null ? [] : [`sametypesequence=${types}`]),
		'license=CC BY-SA 4.0\n'
	].join('\n');
	const body = joined(texts);
	return [
		{ name: `${name}.ifo`, bytes: encode(ifo) },
		{ name: `${name}.idx`, bytes: idx },
		isPacked
			? { name: `${name}.dict.dz`, bytes: dictzip(body, 512) }
			: { name: `${name}.dict`, bytes: body },
		...(forms.length > 0 ? [{ name: `${name}.syn`, bytes: syn }] : [])
	];
}

/** Writes the fields of an entry: the first text field has the meaning, the others are short. */
function fields(meaning: string, types: string | null): Uint8Array {
	const all = [...(types ?? 'tm')];
	const main = all.findLastIndex((type) => 'mlghxwkn'.includes(type));
	return joined(
		all.flatMap((type, i) => {
			const content = i === main ? encode(escaped(meaning, type)) : encode('x');
			const isData = type === type.toUpperCase();
			const isLast = types !== null && i === all.length - 1;
			return [
				...(types === null ? [encode(type)] : []),
				...(isData && !isLast ? [big(content.length, 4)] : []),
				content,
				...(!isData && !isLast ? [zero] : [])
			];
		})
	);
}

const escaped = (text: string, type: string): string => ('hgxk'.includes(type) ? xml(text) : text);
const xml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digits = (value: number): string =>
	(value >= 64 ? digits(Math.floor(value / 64)) : '') + (alphabet[value % 64] ?? '');

/** Writes a DICT dictionary, with the entries that describe it. */
export function dict(words: readonly Word[], isPacked = true, name = 'swe-eng'): WrittenFile[] {
	const all = [
		{ word: '00databaseshort', meaning: '00databaseshort\n     Swedish-English DICT' },
		{ word: '00databaseutf8', meaning: '' },
		{ word: '00databaseinfo', meaning: 'Made in a test.\nLicence: GPL-2+' },
		...words.map(({ word, meaning }) => ({ word, meaning: `${word}\n${meaning}` }))
	];
	const texts = all.map(({ meaning }) => encode(`${meaning}\n`));
	let at = 0;
	const index = all.map(({ word }, i) => {
		const length = texts[i]?.length ?? 0;
		at += length;
		return `${word}\t${digits(at - length)}\t${digits(length)}\n`;
	});
	const body = joined(texts);
	return [
		{ name: `${name}.index`, bytes: encode(index.join('')) },
		isPacked
			? { name: `${name}.dict.dz`, bytes: dictzip(body, 300) }
			: { name: `${name}.dict`, bytes: body }
	];
}

/** A block of deflate that is not the last and holds its bytes as they are. */
const storedBlock = (bytes: Uint8Array): Uint8Array =>
	joined([zero, little(bytes.length, 2), little(0xffff - bytes.length, 2), bytes]);

/** Packs bytes as dictzip does: a table says where each chunk stands, which knows no other. */
export function dictzip(
	bytes: Uint8Array,
	chunkLength: number,
	pack: (chunk: Uint8Array) => Uint8Array = storedBlock
): Uint8Array {
	const packed: Uint8Array[] = [];
	for (let at = 0; at < bytes.length || at === 0; at += chunkLength)
		packed.push(pack(bytes.subarray(at, at + chunkLength)));
	const table = joined(packed.map(({ length }) => little(length, 2)));
	const field = [encode('RA'), little(table.length + 6, 2), little(1, 2), little(chunkLength, 2)];
	const extra = joined([...field, little(packed.length, 2), table]);
	return joined([
		Uint8Array.of(0x1f, 0x8b, 8, 4 | 8, 0, 0, 0, 0, 0, 3),
		little(extra.length, 2),
		extra,
		encode('swe-eng.dict'),
		zero,
		...packed,
		Uint8Array.of(3, 0),
		little(crc32(bytes), 4),
		little(bytes.length, 4)
	]);
}

export function tei(words: readonly Word[]): WrittenFile[] {
	const entries = words.map(
		({ word, meaning }) =>
			`<entry><form><orth>${xml(word)}</orth></form><sense><cit type="trans"><quote>${xml(meaning)}</quote></cit></sense></entry>`
	);
	const head = `<teiHeader><fileDesc><titleStmt><title>Swedish-English TEI</title></titleStmt><publicationStmt><availability><p>GPL 2.0</p></availability></publicationStmt></fileDesc></teiHeader>`;
	const file = `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${head}<text><body xml:lang="sv">\n${entries.join('\n')}\n</body></text></TEI>\n`;
	return [{ name: 'swe-eng.tei', bytes: encode(file) }];
}

export function folkets(words: readonly Word[]): WrittenFile[] {
	const entries = words.map(
		({ word, meaning }) =>
			`<word class="nn" lang="sv" value="${xml(xml(word))}">\n<translation value="${xml(xml(meaning))}" />\n</word>`
	);
	const file = `<?xml version="1.0" encoding="UTF-8"?>\n<dictionary name="Folkets lexikon" source-language="sv" target-language="en" license="CC BY-SA 2.5">\n${entries.join('\n')}\n</dictionary>\n`;
	return [{ name: 'folkets.xml', bytes: encode(file) }];
}

export function xdxf(words: readonly Word[]): WrittenFile[] {
	const entries = words.map(
		({ word, meaning }) => `<ar><k>${xml(word)}</k>\n<def><dtrn>${xml(meaning)}</dtrn></def></ar>`
	);
	const file = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE xdxf SYSTEM "xdxf_lousy.dtd">\n<xdxf lang_from="SWE" lang_to="ENG" format="visual"><full_name>Swedish-English XDXF</full_name>\n${entries.join('\n')}\n</xdxf>\n`;
	return [{ name: 'swe-eng.xdxf', bytes: encode(file) }];
}

export const tabbed = (words: readonly Word[]): WrittenFile[] => [
	{ name: 'sv-en.tsv', bytes: encode(words.map((one) => `${one.word}\t${one.meaning}\n`).join('')) }
];

export const zipped = (files: readonly WrittenFile[], name = 'pack.zip'): WrittenFile[] => [
	{
		name,
		bytes: zipSync(Object.fromEntries(files.map((file) => [`folder/${file.name}`, file.bytes])))
	}
];

export const gzipped = (files: readonly WrittenFile[]): WrittenFile[] =>
	files.map(({ name, bytes }) => ({ name: `${name}.gz`, bytes: gzipSync(bytes) }));

export function tarred(files: readonly WrittenFile[], name = 'pack.tar'): WrittenFile[] {
	const blocks = files.flatMap((file) => {
		const head = new Uint8Array(512);
		head.set(encode(`folder/${file.name}`));
		head.set(encode(`${file.bytes.length.toString(8).padStart(11, '0')}\0`), 124);
		head.set(encode('0'), 156);
		head.set(encode('ustar\0'), 257);
		return [head, file.bytes, new Uint8Array((512 - (file.bytes.length % 512)) % 512)];
	});
	return [{ name, bytes: joined([...blocks, new Uint8Array(1024)]) }];
}

/** Every format, by a name for the test’s title. */
export const formats: Readonly<Record<string, (words: readonly Word[]) => WrittenFile[]>> = {
	'StarDict, 32 bits': (words) => stardict(words),
	'StarDict, 64 bits, dictzip': (words) => stardict(words, { offsetBits: 64, dictzip: true }),
	'StarDict, tm': (words) => stardict(words, { types: 'tm' }),
	'StarDict, hX': (words) => stardict(words, { types: 'hX' }),
	'StarDict, Wg': (words) => stardict(words, { types: 'Wg' }),
	'StarDict, x': (words) => stardict(words, { types: 'x' }),
	'StarDict, no types': (words) => stardict(words, { types: null }),
	'StarDict, gz': (words) => gzipped(stardict(words).slice(1)).concat(stardict(words).slice(0, 1)),
	DICT: (words) => dict(words, false),
	'DICT, dictzip': (words) => dict(words),
	TEI: tei,
	'Folkets lexikon': folkets,
	XDXF: xdxf,
	'tab-separated': tabbed,
	'StarDict in zip': (words) => zipped(stardict(words, { dictzip: true })),
	'DICT in tar': (words) => tarred(dict(words)),
	'TEI in gzip': (words) => gzipped(tei(words)),
	'XDXF in tar in gzip': (words) => gzipped(tarred(xdxf(words)))
};
