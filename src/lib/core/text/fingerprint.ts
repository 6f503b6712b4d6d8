/**
 * A block's identity, computed from its words alone, so that the same paragraph copied from a PDF,
 * a web page or a text file is the same paragraph.
 *
 * Laws (`fingerprint.test.ts`): unchanged by wrapped lines, CRLF, a byte-order mark, any white
 * space, quotation marks of any style, hyphen or dash, `...` or `…`, composed or decomposed
 * letters, ligatures, soft hyphens, emphasis, links and footnote references. Changed by any other
 * change of a letter, a digit or a case.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { plain } from './inline';

declare const brand: unique symbol;

/** 16 hexadecimal digits: the first 64 bits of the SHA-256 of the normalised words. */
export type Fingerprint = string & { readonly [brand]: 'Fingerprint' };

const shape = /^[0-9a-f]{16}$/;

/** The only way in for a fingerprint from outside: null where `raw` is none. */
export const parseFingerprint = (raw: unknown): Fingerprint | null =>
	typeof raw === 'string' && shape.test(raw) ? (raw as Fingerprint) : null;

/** The fingerprint of a block's inline Markdown. */
export const fingerprint = (markdown: string): Fingerprint =>
	bytesToHex(sha256(utf8ToBytes(normalise(plain(markdown)))).subarray(0, 8)) as Fingerprint;

/** The words of a plain text in the one form that is hashed. Idempotent. */
export function normalise(text: string): string {
	return (
		text
			.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
			.normalize('NFC')
			// Soft hyphens, joiners, marks of direction and the byte-order mark are not words.
			.replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\ufeff]/g, '')
			.replace(/[’‘‚‛′´`ʼ‹›]/g, "'")
			.replace(/[”“„‟″«»]|''/g, '"')
			.replace(/[‐‑‒–—―−]/g, '-')
			.replace(/\s*(?:…|\.\s?\.\s?\.)\s*/g, '... ')
			.replace(/\s*-+\s*/g, '-')
			// A hyphen between letters may be a line's end as well as the word's own.
			.replace(/(?<=\p{L})-(?=\p{L})/gu, '')
			.replace(/\s+/g, ' ')
			.trim()
	);
}
