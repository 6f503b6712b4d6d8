/**
 * Bytes of the index: whole numbers as varints (LEB128: seven bits a byte, the lowest first), texts
 * as their UTF-16 units.
 */

/** Bytes that do not say what they should; `shard.ts` turns it into a failure. */
export class DamagedBytes extends Error {}

export class ByteWriter {
	#bytes = new Uint8Array(1024);
	#length = 0;

	/** Writes a whole number from 0 to 2³² − 1. */
	number(value: number): void {
		let rest = value;
		while (rest > 0x7f) {
			this.byte((rest % 0x80) | 0x80);
			rest = Math.floor(rest / 0x80);
		}
		this.byte(rest);
	}

	byte(value: number): void {
		if (this.#length === this.#bytes.length) {
			const larger = new Uint8Array(2 * this.#length);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		this.#bytes[this.#length++] = value;
	}

	/** Writes a text by what it has more than `before`, the text before it. */
	text(text: string, before: string): void {
		const shared = sharedLength(text, before);
		this.number(shared);
		this.number(text.length - shared);
		for (let at = shared; at < text.length; at++) this.number(text.charCodeAt(at));
	}

	bytes(bytes: Uint8Array): void {
		this.number(bytes.length);
		for (const byte of bytes) this.byte(byte);
	}

	done(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}
}

/** Reads what `ByteWriter` wrote. Throws DamagedBytes past the end, and never reads on forever. */
export class ByteReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#bytes.length;
	}

	number(): number {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 28; scale *= 0x80) {
			const byte = this.#byte();
			value += (byte & 0x7f) * scale;
			if (byte < 0x80) return value;
		}
		throw new DamagedBytes('a number is too long');
	}

	text(before: string): string {
		const shared = this.number();
		const length = this.number();
		if (shared > before.length || length > this.#left) throw new DamagedBytes('a text is too long');
		let text = before.slice(0, shared);
		for (let unit = 0; unit < length; unit++) text += String.fromCharCode(this.number());
		return text;
	}

	/** Returns a view of bytes that `ByteWriter.bytes` wrote. */
	bytes(): Uint8Array {
		const length = this.number();
		if (length > this.#left) throw new DamagedBytes('the bytes end early');
		this.#at += length;
		return this.#bytes.subarray(this.#at - length, this.#at);
	}

	get #left(): number {
		return this.#bytes.length - this.#at;
	}

	#byte(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new DamagedBytes('the bytes end early');
		return byte;
	}
}

function sharedLength(text: string, before: string): number {
	const most = Math.min(text.length, before.length);
	for (let at = 0; at < most; at++) if (text.charCodeAt(at) !== before.charCodeAt(at)) return at;
	return most;
}
