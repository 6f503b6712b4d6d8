/**
 * Decodes an HTML file. The file may declare its encoding; evidence in the bytes (a byte-order
 * mark, UTF-8 that is not by chance) has priority.
 */
import { fail, ok, type Result } from '../result';
import { decode, type Decoded } from './decode';
import { maxImportBytes, type ImportFailure } from './failure';

/** The only platform API that core needs. Node, workers and pages all have it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/**
 * Number of bytes searched for a declaration; a later one is ignored. Browsers search 1024:
 * https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
 */
const scanned = 4096;

const declaration =
	/<meta\s[^>]*?charset\s*=\s*["']?\s*(?<meta>[\w:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["'](?<xml>[\w:-]+)/i;

/** Returns the encoding that a file declares, in lower case; null if it declares none. */
export function declaredCharset(bytes: Uint8Array): string | null {
	const start = String.fromCharCode(...bytes.subarray(0, scanned));
	const { meta, xml } = declaration.exec(start)?.groups ?? {};
	return (meta ?? xml)?.toLowerCase() ?? null;
}

/** Encodings that `decode` detects itself. */
const known = /^(?:utf-?8|utf-?16.*|windows-1252|cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/;

/** `told`: the encoding that something outside the page declares, which goes before the page’s own. */
export function decodeHtml(
	bytes: Uint8Array,
	told: string | null = null
): Result<Pick<Decoded, 'text'>, ImportFailure> {
	const charset = told ?? declaredCharset(bytes);
	if (charset === null || known.test(charset) || bytes.length > maxImportBytes)
		return decode(bytes);
	try {
		const text = new TextDecoder(charset).decode(bytes);
		return /\S/.test(text) ? ok({ text: text.normalize('NFC') }) : fail({ kind: 'empty' });
	} catch {
		return decode(bytes); // The declared encoding is unknown.
	}
}

/** Returns whether a file is a web page, by its name or its beginning. */
export const isHtml = (name: string, start: string): boolean =>
	/\.x?html?$/i.test(name) ||
	/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
		start
	);
