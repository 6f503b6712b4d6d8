/** Decodes the bytes of an XML or JSON file. */
import { fail, ok, type Result } from '../../result';
import type { ExchangeFailure } from './failure';

/** The only platform API that this module needs; Node, workers and pages all have it. */
declare const TextDecoder: new (
	label: string,
	options: { readonly fatal: boolean }
) => { decode(bytes: Uint8Array): string };

/**
 * Detects the encoding from the byte-order mark, the zeros of UTF-16 or the XML declaration; else
 * UTF-8.
 */
export function textOfBytes(bytes: Uint8Array): Result<string, ExchangeFailure> {
	const label = encodingOf(bytes);
	try {
		return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
	} catch {
		return fail({ kind: 'invalid', place: 'the file', message: `it is not in ${label}` });
	}
}

function encodingOf(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
	if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
	const start = String.fromCharCode(...bytes.subarray(0, 200));
	const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
	// Text that is readable byte by byte up to here is not UTF-16, whatever it declares.
	return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared.toLowerCase();
}
