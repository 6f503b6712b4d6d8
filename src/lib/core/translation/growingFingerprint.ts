/**
 * The fingerprint of a text that grows word by word. Each word is hashed once, not again with every
 * longer text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint, normalise, parseFingerprint, type Fingerprint } from '../text/fingerprint';
import { plain } from '../text/inline';

/**
 * A word that is normalised alone as it is beside such words: no mark of Markdown, no dash, no row
 * of full stops, nothing that a neighbour could join.
 */
const plainWord = /^[“”"‘’'(]?[\p{L}\p{Nd}]+(?:[’'][\p{L}\p{Nd}]+)?[.,:;!?]?[”"’')]?$/u;

/** Returns the form in which a word is hashed; null if it depends on the words beside it. */
export const hashedForm = (word: string): string | null =>
	plainWord.test(word) ? normalise(word) : null;

/** A footnote reference: the only mark of Markdown that never reaches beyond its word. */
const reference = /\[\^[^\s[\]^]{1,16}\]/g;
/** What may begin a mark that reaches beyond its word, apart from emphasis. */
const farReaching = /[\\<[\n]/;
const emphasis = /[*_]/;
/** Emphasis that may begin here: none does before a space. */
const beginsEmphasis = /[*_](?![*_\s]|$)/;

/** Tells whether no words that follow, a plain one first, change how `text` is hashed. */
function isClosed(text: string): boolean {
	if (farReaching.test(text.replace(reference, ''))) return false;
	return !beginsEmphasis.test(text) || !emphasis.test(plain(text));
}

export class GrowingFingerprint {
	/** The hash of the words before `#open`. */
	readonly #hash = sha256.create();
	#isHashEmpty = true;
	#text = '';
	/** The last words, as they are: those that later words may change, and the plain one before them. */
	#open = '';
	/** The form of `#open` if it is one plain word that can be hashed without the words beside it. */
	#form: string | null = null;
	/** True if a word that is not plain was added to `#open` since it was last found not closed. */
	#mayClose = true;

	/** `form`: the word’s hashed form. Law: `value` is the fingerprint of the words with spaces between. */
	add(word: string, form: string | null): void {
		const followsPlain = this.#followsPlain;
		this.#followsPlain = form !== null;
		if (form !== null && followsPlain && this.#closes()) {
			this.#text += ` ${word}`;
			this.#open = word;
			this.#form = form;
			return;
		}
		const space = this.#text === '' ? '' : ' ';
		this.#text += space + word;
		this.#open += space + word;
		this.#form = space === '' ? form : null;
		if (form === null) this.#mayClose = true;
	}

	#followsPlain = false;

	/** Moves the last words into the hash if no word that follows changes them. */
	#closes(): boolean {
		if (this.#form === null) {
			if (!this.#mayClose) return false;
			this.#mayClose = isClosed(this.#open);
			if (!this.#mayClose) return false;
		}
		this.#hash.update(this.#openBytes());
		this.#isHashEmpty = false;
		return true;
	}

	#openBytes(): Uint8Array {
		const form = this.#form ?? normalise(plain(this.#open));
		return utf8ToBytes(this.#isHashEmpty ? form : ` ${form}`);
	}

	/** Replaces the hyphen at the end of the text by the rest of its word. */
	join(rest: string): void {
		this.#text = this.#text.slice(0, -1) + rest;
		this.#open = this.#open.slice(0, -1) + rest;
		this.#form = null;
		this.#mayClose = true;
		this.#followsPlain = false;
	}

	get text(): string {
		return this.#text;
	}

	/** The last word of the text, or more. */
	get end(): string {
		return this.#open;
	}

	get value(): Fingerprint {
		const hash = this.#hash.clone().update(this.#openBytes());
		const digest = bytesToHex(hash.digest().subarray(0, 8));
		return parseFingerprint(digest) ?? fingerprint(this.#text);
	}
}
