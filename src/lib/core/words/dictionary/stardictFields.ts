/** The fields of a StarDict entry: text of a type, one after another. */
import { markupPieces } from './markupPieces';
import { readMarkup, wordsOf } from './markup';
import { lines, text, tidyPieces, type Piece } from './piece';
import { decodeLoosely } from './text';

export interface Field {
	/** A letter: small for text that a zero ends, capital for data with its size before it. */
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** Text: plain, phonetic, kana, PowerWord, MediaWiki, HTML, WordNet, names of files. Data: sound, pictures. */
const known = new Set('mlgtxykwhnrWPX');

/**
 * Cuts an entry into its fields. `types` names them all, and then the last has neither zero nor
 * size; with null each begins with its type. Returns null where the bytes do not fit.
 */
export function fieldsOf(bytes: Uint8Array, types: string | null): readonly Field[] | null {
	const fields: Field[] = [];
	let at = 0;
	for (let i = 0; types === null ? at < bytes.length : i < types.length; i++) {
		const type = types?.[i] ?? String.fromCharCode(bytes[at++] ?? 0);
		if (!known.has(type)) return null;
		const isLast = types !== null && i === types.length - 1;
		const field = isLast ? rest(bytes, at, type) : cut(bytes, at, type);
		if (!field) return null;
		fields.push({ type, bytes: field.bytes });
		at = field.next;
	}
	return fields;
}

interface Cut {
	readonly bytes: Uint8Array;
	readonly next: number;
}

function rest(bytes: Uint8Array, at: number, type: string): Cut | null {
	const field = bytes.subarray(at);
	// Some writers end the last text too.
	const zero = isData(type) ? -1 : field.indexOf(0);
	if (zero >= 0 && zero < field.length - 1) return null;
	return { bytes: zero < 0 ? field : field.subarray(0, zero), next: bytes.length };
}

function cut(bytes: Uint8Array, at: number, type: string): Cut | null {
	if (isData(type)) {
		if (at + 4 > bytes.length) return null;
		const size = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
		const next = at + 4 + size;
		return next > bytes.length ? null : { bytes: bytes.subarray(at + 4, next), next };
	}
	const zero = bytes.indexOf(0, at);
	return zero < 0 ? null : { bytes: bytes.subarray(at, zero), next: zero + 1 };
}

const isData = (type: string): boolean => type === type.toUpperCase();

export const fieldPieces = (fields: readonly Field[]): readonly Piece[] =>
	tidyPieces(fields.flatMap((field): readonly Piece[] => [...piecesOf(field), { kind: 'break' }]));

function piecesOf({ type, bytes }: Field): readonly Piece[] {
	// Names of files, sounds and pictures are not shown.
	if (isData(type) || type === 'r') return [];
	const content = decodeLoosely(bytes);
	switch (type) {
		case 'h':
			return markupPieces(content, 'html');
		case 'g':
			return markupPieces(content, 'pango');
		case 'x':
			return markupPieces(content, 'xdxf');
		case 'k':
			return [text(wordsOf(readMarkup(content, 'xml')))];
		case 't':
		case 'y':
			return content.trim() === ''
				? []
				: [{ kind: 'italic', pieces: [text(`[${content.trim()}]`)] }];
		default:
			return lines(content);
	}
}
