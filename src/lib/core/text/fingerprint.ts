/**
 * A block's identity, computed from its words alone, so that a paragraph copied from a PDF, a
 * web page or a text file keeps its identity.
 *
 * Laws (`fingerprint.test.ts`): unchanged by wrapped lines and words hyphenated over them, CRLF,
 * a byte-order mark, any white space, quotation marks of any style, hyphen or dash, `...` or
 * `…`, composed or decomposed letters, ligatures, soft hyphens, emphasis, links and footnote
 * references, also as superscript figures. Changed by any other change of a letter, a digit or a
 * case.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { plain } from './inline';
import { dashes, doubleQuotes, invisible, singleQuotes, whiteSpace } from './variants';

declare const brand: unique symbol;

/** 16 hexadecimal digits: the first 64 bits of the SHA-256 of the normalised words. */
export type Fingerprint = string & { readonly [brand]: 'Fingerprint' };

const shape = /^[0-9a-f]{16}$/;

/** Checks a fingerprint from outside: null if `raw` is not one. */
export const parseFingerprint = (raw: unknown): Fingerprint | null =>
	typeof raw === 'string' && shape.test(raw) ? (raw as Fingerprint) : null;

/** Returns the fingerprint of a block's inline Markdown. */
export const fingerprint = (markdown: string): Fingerprint =>
	bytesToHex(sha256(utf8ToBytes(normalise(plain(markdown)))).subarray(0, 8)) as Fingerprint;

/** Characters that are no words: invisible ones, and superscript figures of footnotes. */
const lost = new RegExp(`[${invisible}¹²³⁰⁴-⁹]`, 'g');
const spaces = new RegExp(`[${whiteSpace}]+`, 'g');
const quote = new RegExp(`[${singleQuotes}]`, 'g');
const doubleQuote = new RegExp(`[${doubleQuotes}]|''`, 'g');
const dash = new RegExp(` ?[${dashes}](?: ?[${dashes}])* ?`, 'g');

/**
 * Returns the words of a plain text in the one form that is hashed. Idempotent. Changing it
 * changes every stored fingerprint; `fingerprint.test.ts` holds some of these, to catch that.
 */
export const normalise = (text: string): string =>
	withEllipses(
		text
			.replace(lost, '')
			.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
			.replace(spaces, ' ')
			.replace(quote, "'")
			.replace(doubleQuote, '"')
			.replace(dash, '-')
			// A hyphen between letters may come from a line break or belong to the word.
			.replace(/-(?<=\p{L}\p{M}*-)(?=\p{L})/gu, '')
			// Not earlier: each step above may leave a letter and its accent side by side.
			.normalize('NFC')
	)
		// A removed reference leaves its space before the full stop.
		.replace(/ (?=[.,:;!?)])/g, '')
		.trim();

/** Writes ellipses as three full stops and a space. Few texts have one; the search takes long. */
const withEllipses = (text: string): string =>
	/…|\. ?\. ?\./.test(text)
		? text.replace(/ ?(?:\. ?)*(?:…|\.(?: ?\.){2})(?: ?[.…])* ?/g, '... ')
		: text;
