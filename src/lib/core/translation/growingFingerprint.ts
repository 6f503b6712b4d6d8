/**
 * The fingerprint of a text that grows word by word. Each word is hashed once, not again with every
 * longer text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint, normalise, parseFingerprint, type Fingerprint } from '../text/fingerprint';

/**
 * A word that is normalised alone as it is beside such words: no mark of Markdown, no dash, no row
 * of full stops, nothing that a neighbour could join.
 */
const plainWord = /^[“”"‘’'(]?[\p{L}\p{Nd}]+(?:[’'][\p{L}\p{Nd}]+)?[.,:;!?]?[”"’')]?$/u;

/** Returns the form in which a word is hashed; null if it depends on the words beside it. */
export const hashedForm = (word: string): string | null =>
	plainWord.test(word) ? normalise(word) : null;

export class GrowingFingerprint {
	/** The hash of the words so far, but for `#rest`; null when one of them has no form of its own. */
	#hash: ReturnType<typeof sha256.create> | null = sha256.create();
	#rest = '';
	#text = '';

	/** `form`: the word’s hashed form. Law: `value` is the fingerprint of the words with spaces between. */
	add(word: string, form: string | null): void {
		const space = this.#text === '' ? '' : ' ';
		this.#text += space + word;
		if (form === null) this.#hash = null;
		this.#rest += space + (form ?? '');
	}

	/** Replaces the hyphen at the end of the text by the rest of its word. */
	join(rest: string): void {
		this.#text = this.#text.slice(0, -1) + rest;
		this.#hash = null;
	}

	get text(): string {
		return this.#text;
	}

	get value(): Fingerprint {
		if (!this.#hash) return fingerprint(this.#text);
		this.#hash.update(utf8ToBytes(this.#rest));
		this.#rest = '';
		const digest = bytesToHex(this.#hash.clone().digest().subarray(0, 8));
		return parseFingerprint(digest) ?? fingerprint(this.#text);
	}
}
