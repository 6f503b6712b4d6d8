/** Memory of the kernel, handed out from its start to its end. Nothing is given back. */

const pageBytes = 65_536;
/** Every block begins at a multiple of this, so that vectors are aligned. */
const alignment = 16;

export class Arena {
	readonly memory: WebAssembly.Memory;
	/** Address 0 is left free: it stands for nothing. */
	#end = alignment;

	constructor(memory: WebAssembly.Memory) {
		this.memory = memory;
	}

	/** Makes room for so many bytes at once, where it is known that they will be taken. */
	reserve(bytes: number): void {
		const missing = Math.ceil((this.#end + bytes - this.memory.buffer.byteLength) / pageBytes);
		if (missing > 0) this.memory.grow(missing);
	}

	/** Returns the address of a new block. Throws a RangeError if the device has no memory left. */
	take(bytes: number): number {
		const at = this.#end;
		this.#end += Math.ceil(bytes / alignment) * alignment;
		this.reserve(0);
		return at;
	}

	/** Copies numbers into a new block. Returns its address. */
	floats(numbers: ArrayLike<number>): number {
		const at = this.take(4 * numbers.length);
		this.viewFloats(at, numbers.length).set(numbers);
		return at;
	}

	integers(numbers: ArrayLike<number>): number {
		const at = this.take(4 * numbers.length);
		this.viewIntegers(at, numbers.length).set(numbers);
		return at;
	}

	/** A view is valid until the next `take`. */
	viewFloats(at: number, count: number): Float32Array {
		return new Float32Array(this.memory.buffer, at, count);
	}

	viewIntegers(at: number, count: number): Int32Array {
		return new Int32Array(this.memory.buffer, at, count);
	}

	viewBytes(at: number, count: number): Uint8Array {
		return new Uint8Array(this.memory.buffer, at, count);
	}
}
