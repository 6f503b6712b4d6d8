/**
 * Decodes bytes to text. The encoding is detected from the bytes: a byte-order mark, the zero bytes
 * of UTF-16, the patterns of UTF-8; otherwise an encoding of one byte a character, any of which fits
 * any bytes, by its letters. UTF-8 that was read wrongly and saved again is repaired. Where this is
 * not clear, the reader is asked: `doubt`.
 */
import { fail, ok, type Result } from '../result';
import { codePageNames, decodeCodePage, type CodePageName } from './codePage';
import { rankCodePages } from './encodingEvidence';
import { maxImportBytes, type BinaryFormat, type ImportFailure } from './failure';
import { repairMojibake } from './mojibake';

/** `utf-8-twice`: UTF-8 that was read in another encoding and saved again. */
export const encodings = [
	'utf-8',
	'utf-8-twice',
	'utf-16le',
	'utf-16be',
	...codePageNames
] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
	readonly encoding: Encoding;
	/**
	 * Composed (NFC), with `\n` line ends, ligatures as letters, and no control characters but tab,
	 * `\n` and form feed.
	 */
	readonly text: string;
	/** The encodings among which the reader should choose, the likeliest first; absent if clear. */
	readonly doubt?: readonly Encoding[];
}

/** The only platform API that core needs. Node, workers and pages all have it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** `chosen`: the encoding by the reader; it is not detected. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Result<Decoded, ImportFailure> {
	if (bytes.length > maxImportBytes)
		return fail({ kind: 'too-large', bytes: bytes.length, limit: maxImportBytes });
	const format = binaryFormat(bytes);
	if (format) return fail({ kind: 'binary', format });
	const found =
		chosen === undefined ? detect(bytes) : { encoding: chosen, raw: read(bytes, chosen) };
	if (!found || controlShare(found.raw) > maxControlShare)
		return fail({ kind: 'binary', format: null });
	const { raw, ...rest } = found;
	const text = tidy(raw);
	return /\S/.test(text) ? ok({ ...rest, text }) : fail({ kind: 'empty' });
}

interface RawText extends Pick<Decoded, 'encoding' | 'doubt'> {
	readonly raw: string;
}

/** Detects the encoding; null if the bytes are not text in any of these encodings. */
function detect(bytes: Uint8Array): RawText | null {
	const encoding = encodingOf(bytes);
	if (encoding === null) return null;
	const found = encoding === 'windows-1252' ? detectCodePage(bytes) : { encoding };
	const raw = read(bytes, found.encoding);
	const repair = repairMojibake(raw);
	if (!repair) return { ...found, raw };
	// Most characters beyond ASCII are repaired, or few: some may be meant as they are.
	return repair.others * 3 <= repair.repaired
		? { encoding: 'utf-8-twice', raw: repair.text }
		: { encoding, raw, doubt: [encoding, 'utf-8-twice'] };
}

/** Least difference of two scores that makes the better one sure. */
const clear = 0.8;
/** Least score of a text that reads right. */
const readable = 0.3;

function detectCodePage(bytes: Uint8Array): { encoding: CodePageName; doubt?: CodePageName[] } {
	const ranked = rankCodePages(bytes);
	const [best, second] = ranked;
	const common = ranked.find(({ name }) => name === 'windows-1252');
	if (!best || !second || !common) return { encoding: 'windows-1252' };
	// What little there is to tell may be a sign that all of them have.
	const chosen = common.score > best.score - clear / 4 ? common : best;
	if (best.score >= readable && best.score - second.score >= clear)
		return { encoding: chosen.name };
	const others = ranked.filter((one) => one !== chosen);
	return { encoding: chosen.name, doubt: [chosen, ...others].map(({ name }) => name) };
}

function read(bytes: Uint8Array, encoding: Encoding): string {
	switch (encoding) {
		case 'utf-8-twice': {
			const text = new TextDecoder('utf-8').decode(bytes);
			return repairMojibake(text)?.text ?? text;
		}
		case 'windows-1252':
			return unescaped(decodeCodePage(bytes, encoding));
		case 'cp850':
		case 'macintosh':
			return decodeCodePage(bytes, encoding);
		default:
			return new TextDecoder(encoding).decode(bytes);
	}
}

/** The first bytes of formats that people pick by mistake. */
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

/** Returns the encoding by the bytes’ patterns; null if they are no text. */
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

/**
 * Detects UTF-16 and its byte order: in European languages nearly every pair has a zero byte,
 * always on the same side.
 */
function wideEncoding(even: number, odd: number, length: number): Encoding | null {
	const enough = length * 0.3;
	if (odd > enough && even < odd / 20) return 'utf-16le';
	if (even > enough && odd < even / 20) return 'utf-16be';
	return null;
}

/**
 * Counts multi-byte sequences of UTF-8, and bytes that fit none. A surrogate that is encoded
 * alone is an error in UTF-8, yet counts as evidence for it.
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

/**
 * Decodes references such as `&#8308;`, which some programs save for characters that
 * windows-1252 lacks.
 */
const unescaped = (text: string): string =>
	text.replace(/&#(\d{3,5});/g, (whole, code: string) => {
		const char = String.fromCharCode(Number(code));
		return Number(code) > 0xff && Number(code) <= 0xffff ? char : whole;
	});

/** Largest share of control characters in text; a file with more is binary. */
const maxControlShare = 0.01;
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

const controlShare = (text: string): number => (text.match(controls)?.length ?? 0) / text.length;

/** Returns text as `Decoded` describes it. */
export const tidy = (text: string): string =>
	text
		.replace(/^\ufeff/, '')
		// eslint-disable-next-line no-control-regex -- a vertical tab ends a line
		.replace(/\r\n?|[\u000b\u0085\u2028\u2029]/g, '\n')
		.replace(controls, '')
		.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
		.normalize('NFC');
