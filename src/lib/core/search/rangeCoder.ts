/**
 * Adaptive binary arithmetic coding: each bit takes as much room as it is surprising, by what was
 * seen in its context before. The range coder of G. N. N. Martin (1979) with carries as in LZMA
 * (“LZMA specification”, 7-Zip); a context learns at 1/n, then at a fixed rate, as in lpaq
 * (M. Mahoney, “Adaptive Weighing of Context Models”, 2005).
 *
 * The writer and the reader are told the same contexts in the same order. Whole numbers alone are
 * used, so every machine reads what another one wrote.
 */
import { DamagedBytes } from './bytes';

/** Writes bits, or reads them: then what is passed is ignored, and what was written is returned. */
export interface BitCoder {
	/** @param context below that of the coder */
	bit(context: number, bit: number): number;
	/** A bit that two contexts know of; the one that has seen more counts more. */
	bitOfTwo(one: number, other: number, bit: number): number;
	/** A bit that nothing is known of. */
	evenBit(bit: number): number;
}

/** Probabilities are of 16 bits, those that divide the range of 12. */
const even = 1 << 15;
const bitsBelow = 4;
const [least, most] = [1, (1 << 12) - 1];
/** Bits seen in a context after which it learns at a fixed rate. */
const mostSeen = 250;
/** The share that a bit has in the probability, of 2¹⁶, by how many were seen before. */
const rates = Int32Array.from({ length: mostSeen + 1 }, (_, seen) =>
	Math.floor(65_536 / (seen + 1.6))
);
/** Below it the range is widened by a byte. */
const narrow = 2 ** 24;

/** What is known of each context: how likely a 1 is, and how many bits were seen. */
class Contexts {
	readonly #ones: Uint16Array;
	readonly #seen: Uint8Array;

	constructor(count: number) {
		this.#ones = new Uint16Array(count).fill(even);
		this.#seen = new Uint8Array(count);
	}

	chance(context: number): number {
		return clamped((this.#ones[context] ?? even) >>> bitsBelow);
	}

	chanceOfTwo(one: number, other: number): number {
		const [seenOne, seenOther] = [this.#seen[one] ?? 0, this.#seen[other] ?? 0];
		const weight = seenOne * 4;
		const sum =
			(this.#ones[one] ?? even) * (weight + 1) + (this.#ones[other] ?? even) * (seenOther + 1);
		return clamped(Math.floor(sum / (weight + seenOther + 2)) >>> bitsBelow);
	}

	learn(context: number, bit: number): void {
		const ones = this.#ones[context] ?? even;
		const seen = this.#seen[context] ?? 0;
		const wanted = bit === 1 ? 65_535 : 0;
		this.#ones[context] = ones + (((wanted - ones) * (rates[seen] ?? 0)) >> 16);
		if (seen < mostSeen) this.#seen[context] = seen + 1;
	}
}

const clamped = (chance: number): number => Math.min(Math.max(chance, least), most);

export class BitWriter implements BitCoder {
	readonly #contexts: Contexts;
	#bytes = new Uint8Array(1024);
	#length = 0;
	/** Below 2³³: a carry is the highest bit. */
	#low = 0;
	#range = 2 ** 32 - 1;
	#held = 0;
	#heldCount = 1;

	constructor(contexts: number) {
		this.#contexts = new Contexts(contexts);
	}

	/** Bytes so far, almost. */
	get length(): number {
		return this.#length + this.#heldCount;
	}

	bit(context: number, bit: number): number {
		this.#code(this.#contexts.chance(context), bit);
		this.#contexts.learn(context, bit);
		return bit;
	}

	bitOfTwo(one: number, other: number, bit: number): number {
		this.#code(this.#contexts.chanceOfTwo(one, other), bit);
		this.#contexts.learn(one, bit);
		this.#contexts.learn(other, bit);
		return bit;
	}

	evenBit(bit: number): number {
		this.#code(even >>> bitsBelow, bit);
		return bit;
	}

	done(): Uint8Array {
		for (let left = 5; left > 0; left--) this.#shift();
		// Past its end the reader has zeros. The first byte is always one.
		let end = this.#length;
		while (end > 1 && this.#bytes[end - 1] === 0) end--;
		return this.#bytes.slice(1, end);
	}

	#code(chance: number, bit: number): void {
		const bound = (this.#range >>> 12) * chance;
		if (bit === 1) this.#range = bound;
		else {
			this.#low += bound;
			this.#range -= bound;
		}
		while (this.#range < narrow) {
			this.#range *= 256;
			this.#shift();
		}
	}

	/** Writes the highest byte, and holds it while a carry may still change it. */
	#shift(): void {
		if (this.#low < 0xff000000 || this.#low >= 2 ** 32) {
			const carry = this.#low >= 2 ** 32 ? 1 : 0;
			for (let byte = this.#held; this.#heldCount > 0; this.#heldCount--, byte = 0xff)
				this.#byte((byte + carry) & 0xff);
			this.#held = Math.floor(this.#low / narrow) & 0xff;
		}
		this.#heldCount++;
		this.#low = (this.#low % narrow) * 256;
	}

	#byte(byte: number): void {
		if (this.#length === this.#bytes.length) {
			const larger = new Uint8Array(2 * this.#length);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		this.#bytes[this.#length++] = byte;
	}
}

/** Bytes that are read past the end: the writer leaves out zeros. More are damage. */
const mostPastEnd = 8;

/** Throws DamagedBytes past the end, so that it never reads on forever. */
export class BitReader implements BitCoder {
	readonly #contexts: Contexts;
	readonly #bytes: Uint8Array;
	#at = 0;
	#code = 0;
	#range = 2 ** 32 - 1;

	constructor(contexts: number, bytes: Uint8Array) {
		this.#contexts = new Contexts(contexts);
		this.#bytes = bytes;
		for (let left = 4; left > 0; left--) this.#code = this.#code * 256 + this.#byte();
	}

	bit(context: number): number {
		const bit = this.#read(this.#contexts.chance(context));
		this.#contexts.learn(context, bit);
		return bit;
	}

	bitOfTwo(one: number, other: number): number {
		const bit = this.#read(this.#contexts.chanceOfTwo(one, other));
		this.#contexts.learn(one, bit);
		this.#contexts.learn(other, bit);
		return bit;
	}

	evenBit(): number {
		return this.#read(even >>> bitsBelow);
	}

	#read(chance: number): number {
		const bound = (this.#range >>> 12) * chance;
		const bit = this.#code < bound ? 1 : 0;
		if (bit === 1) this.#range = bound;
		else {
			this.#code -= bound;
			this.#range -= bound;
		}
		while (this.#range < narrow) {
			this.#range *= 256;
			this.#code = this.#code * 256 + this.#byte();
		}
		return bit;
	}

	#byte(): number {
		if (this.#at >= this.#bytes.length + mostPastEnd) throw new DamagedBytes('the bits end early');
		return this.#bytes[this.#at++] ?? 0;
	}
}
