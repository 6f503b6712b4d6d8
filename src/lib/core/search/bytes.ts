/** Bytes of the index: whole numbers as varints (LEB128: seven bits a byte, the lowest first). */

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

	number(): number {
		let value = 0;
		for (let scale = 1; scale <= 2 ** 28; scale *= 0x80) {
			const byte = this.#byte();
			value += (byte & 0x7f) * scale;
			if (byte < 0x80) return value;
		}
		throw new DamagedBytes('a number is too long');
	}

	/** Returns a view of all that is left. */
	rest(): Uint8Array {
		const left = this.#bytes.subarray(this.#at);
		this.#at = this.#bytes.length;
		return left;
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
