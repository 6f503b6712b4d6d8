/** Decodes and encodes the text of dictionaries. */

/** The only platform APIs that core needs. Node, workers and pages all have them. */
declare const TextDecoder: new (
	label: string,
	options?: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');
const encoder = new TextEncoder();

/**
 * Decodes UTF-8; what is none is windows-1252, which has every byte of Latin-1. A dictionary is
 * decoded entry by entry, so that one wrong byte does not change the others.
 */
export function decodeLoosely(bytes: Uint8Array): string {
	try {
		return strict.decode(bytes);
	} catch {
		return western.decode(bytes);
	}
}

export const encode = (text: string): Uint8Array => encoder.encode(text);

/** Most words are like this already. */
const plain = /^[a-zåäö]+$/;

/** Returns the form by which words are compared: composed, small letters, one apostrophe. */
export const fold = (word: string): string =>
	plain.test(word) ? word : exact(word).toLowerCase().normalize('NFC').replaceAll('’', "'");

/** Returns a word as it is compared in its own case. */
export const exact = (word: string): string =>
	word.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

/** Tells UTF-16 by its mark or by the zero bytes beside its letters; null for anything else. */
export function wideEncoding(start: Uint8Array): string | null {
	const [first, second] = start;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
	const zeros = start.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
	return start.length >= 4 && zeros > start.length * 0.3 ? 'UTF-16' : null;
}
