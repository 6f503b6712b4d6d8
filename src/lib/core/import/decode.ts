/**
 * Bytes to text. The encoding is told apart by reading: a byte-order mark, the zero bytes of
 * UTF-16, the patterns of UTF-8, else windows-1252, which every byte sequence could be.
 */
import { fail, ok, type Result } from '../result';
import { maxImportBytes, type BinaryFormat, type ImportFailure } from './failure';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
	readonly encoding: Encoding;
	/** Composed (NFC), lines ended by `\n`, no control characters but tab, `\n` and form feed. */
	readonly text: string;
}

/** The one thing of the platform that core needs: in Node, in workers and in pages alike. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

export function decode(bytes: Uint8Array): Result<Decoded, ImportFailure> {
	if (bytes.length > maxImportBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxImportBytes });
	const format = binaryFormat(bytes);
	if (format) return fail({ kind: 'binary', format });
	const encoding = encodingOf(bytes);
	if (!encoding) return fail({ kind: 'binary', format: null });
	const raw =
		encoding === 'windows-1252' ? unescaped(read(bytes, encoding)) : read(bytes, encoding);
	if (controlShare(raw) > maxControlShare) return fail({ kind: 'binary', format: null });
	const text = tidy(raw);
	return /\S/.test(text) ? ok({ encoding, text }) : fail({ kind: 'empty' });
}

const read = (bytes: Uint8Array, encoding: Encoding): string =>
	encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);

/** Formats that people pick by mistake, by the bytes they begin with. */
const signatures: readonly (readonly [BinaryFormat, string])[] = [
	['pdf', '%PDF-'],
	['zip', 'PK\u0003\u0004'],
	['word', '\u00d0\u00cf\u0011\u00e0'],
	['rtf', '{\\rtf'],
	['image', '\u0089PNG'],
	['image', '\u00ff\u00d8\u00ff'],
	['image', 'GIF8'],
	['image', 'RIFF'],
	['audio', 'ID3'],
	['gzip', '\u001f\u008b']
];

function binaryFormat(bytes: Uint8Array): BinaryFormat | null {
	const start = String.fromCharCode(...bytes.subarray(0, 8));
	return signatures.find(([, signature]) => start.startsWith(signature))?.[0] ?? null;
}

/** Null where the bytes are no text in any of these encodings. */
function encodingOf(bytes: Uint8Array): Encoding | null {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	const { even, odd } = zeros(bytes);
	if (even + odd > 0) return wideEncoding(even, odd, bytes.length);
	const { sequences, strays } = utf8Evidence(bytes);
	return strays > 0 && strays >= sequences ? 'windows-1252' : 'utf-8';
}

function zeros(bytes: Uint8Array): { even: number; odd: number } {
	const found = [0, 0] as [number, number];
	for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) found[(i % 2) as 0 | 1]++;
	return { even: found[0], odd: found[1] };
}

/** The languages of Europe in UTF-16 have a zero in nearly every pair, always on the same side. */
function wideEncoding(even: number, odd: number, length: number): Encoding | null {
	const enough = length * 0.3;
	if (odd > enough && even < odd / 20) return 'utf-16le';
	if (even > enough && odd < even / 20) return 'utf-16be';
	return null;
}

/**
 * Multi-byte sequences of UTF-8, and bytes that fit none. A surrogate encoded on its own is an
 * error of UTF-8, but evidence for it all the same.
 */
function utf8Evidence(bytes: Uint8Array): { sequences: number; strays: number } {
	let sequences = 0;
	let strays = 0;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i] ?? 0;
		if (byte < 0x80) continue;
		const more = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
		let k = 0;
		while (k < more && ((bytes[i + k + 1] ?? 0) & 0xc0) === 0x80) k++;
		if (more > 0 && k === more) sequences++;
		else strays++;
		i += k;
	}
	return { sequences, strays };
}

/** 0x80 to 0x9f, the only part where windows-1252 is not Latin 1. */
const windowsRow = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** By hand: some engines read this label as Latin 1 (nodejs/node#56542). */
function windows1252(bytes: Uint8Array): string {
	const chunks: string[] = [];
	for (let from = 0; from < bytes.length; from += 8192) {
		const chunk = String.fromCharCode(...bytes.subarray(from, from + 8192));
		chunks.push(chunk.replace(/[\u0080-\u009f]/g, (c) => windowsRow[c.charCodeAt(0) - 0x80] ?? c));
	}
	return chunks.join('');
}

/** `&#8308;`: how some programs save what windows-1252 does not have. */
const unescaped = (text: string): string =>
	text.replace(/&#(\d{3,5});/g, (whole, code: string) => {
		const char = String.fromCharCode(Number(code));
		return Number(code) > 0xff && Number(code) <= 0xffff ? char : whole;
	});

/** Text has no control characters to speak of. */
const maxControlShare = 0.01;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

const controlShare = (text: string): number => (text.match(controls)?.length ?? 0) / text.length;

const tidy = (text: string): string =>
	text
		.replace(/^\ufeff/, '')
		// eslint-disable-next-line no-control-regex -- a vertical tab ends a line
		.replace(/\r\n?|[\u000b\u0085\u2028\u2029]/g, '\n')
		.replace(controls, '')
		.normalize('NFC');
