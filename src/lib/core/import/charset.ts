/**
 * The text of an HTML file. It may say how it is encoded; where the bytes themselves tell (a
 * byte-order mark, UTF-8 that is none by chance), they are believed first.
 */
import { fail, ok, type Result } from '../result';
import { decode, type Decoded } from './decode';
import { maxImportBytes, type ImportFailure } from './failure';

/** The one thing of the platform that core needs: in Node, in workers and in pages alike. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** So far browsers look for it: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
const scanned = 4096;

const declaration =
	/<meta\s[^>]*?charset\s*=\s*["']?\s*(?<meta>[\w:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["'](?<xml>[\w:-]+)/i;

/** What the file says of its encoding, in lower case; null where it says nothing. */
export function declaredCharset(bytes: Uint8Array): string | null {
	const start = String.fromCharCode(...bytes.subarray(0, scanned));
	const { meta, xml } = declaration.exec(start)?.groups ?? {};
	return (meta ?? xml)?.toLowerCase() ?? null;
}

/** What `decode` tells apart by reading. */
const known = /^(?:utf-?8|utf-?16.*|windows-1252|cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/;

export function decodeHtml(bytes: Uint8Array): Result<Pick<Decoded, 'text'>, ImportFailure> {
	const charset = declaredCharset(bytes);
	if (charset === null || known.test(charset) || bytes.length > maxImportBytes)
		return decode(bytes);
	try {
		const text = new TextDecoder(charset).decode(bytes);
		return /\S/.test(text) ? ok({ text: text.normalize('NFC') }) : fail({ kind: 'empty' });
	} catch {
		return decode(bytes); // no encoding that anybody knows
	}
}

/** Whether a file is a web page: by its name, or by how it begins. */
export const isHtml = (name: string, start: string): boolean =>
	/\.x?html?$/i.test(name) ||
	/^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
		start
	);
