/**
 * A block's identity, computed from its words alone, so that the same paragraph copied from a PDF,
 * a web page or a text file is the same paragraph.
 *
 * Laws (`fingerprint.test.ts`): unchanged by wrapped lines and words hyphenated over them, CRLF, a
 * byte-order mark, any white space, quotation marks of any style, hyphen or dash, `...` or `…`,
 * composed or decomposed letters, ligatures, soft hyphens, emphasis, links and footnote
 * references, superscript figures among them. Changed by any other change of a letter, a figure
 * or a case.
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

/**
 * What one copy of a text keeps and another loses: soft hyphens, joiners, marks of direction, the
 * byte-order mark, and the raised figures of footnotes.
 */
const lost =
	/\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff¹²³⁰⁴-⁹]/g;

/**
 * The words of a plain text in the one form that is hashed. Idempotent. Whoever changes it changes
 * every stored fingerprint; `fingerprint.test.ts` holds some, to notice it by.
 */
export const normalise = (text: string): string =>
	text
		.replace(lost, '')
		.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
		.replace(/[\s\u0085]+/g, ' ')
		.replace(/[’‘‚‛′´`ʼ‹›\u1fef\u1ffd]/g, "'")
		.replace(/[”“„‟″«»]|''/g, '"')
		.replace(/ ?[-‐-―−﹘﹣－](?: ?[-‐-―−﹘﹣－])* ?/g, '-')
		// A hyphen between letters may be a line’s end as well as the word’s own.
		.replace(/-(?<=\p{L}\p{M}*-)(?=\p{L})/gu, '')
		// Not before now: each step above may have left a letter and its accent side by side.
		.normalize('NFC')
		.replace(/ ?(?:\. ?)*(?:…|\.(?: ?\.){2})(?: ?[.…])* ?/g, '... ')
		// A lost reference leaves its space before the full stop.
		.replace(/ (?=[.,:;!?)])/g, '')
		.trim();
