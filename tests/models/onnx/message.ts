/** Writes a protobuf message: fields in the order in which they are added. */
export class Message {
	readonly #parts: Uint8Array[] = [];
	#size = 0;

	get size(): number {
		return this.#size;
	}

	int(field: number, value: number | bigint): this {
		return this.#add(varint(field << 3)).#add(varint(value));
	}

	float(field: number, value: number): this {
		const bytes = new Uint8Array(4);
		new DataView(bytes.buffer).setFloat32(0, value, true);
		return this.#add(varint((field << 3) | wire.fixed32)).#add(bytes);
	}

	bytes(field: number, bytes: Uint8Array): this {
		return this.#lead(field, bytes.length).#add(bytes);
	}

	text(field: number, text: string): this {
		return this.bytes(field, new TextEncoder().encode(text));
	}

	/** Writes repeated integers in one field. */
	packed(field: number, values: readonly number[]): this {
		return this.bytes(field, joined(values.map(varint)));
	}

	message(field: number, message: Message): this {
		this.#lead(field, message.size);
		for (const part of message.#parts) this.#add(part);
		return this;
	}

	finish(): Uint8Array {
		return joined(this.#parts, this.#size);
	}

	#lead(field: number, length: number): this {
		return this.#add(varint((field << 3) | wire.lengthDelimited)).#add(varint(length));
	}

	#add(part: Uint8Array): this {
		this.#parts.push(part);
		this.#size += part.length;
		return this;
	}
}

/** https://protobuf.dev/programming-guides/encoding/#structure */
const wire = { lengthDelimited: 2, fixed32: 5 } as const;

/** Writes seven bits per byte, lowest first; a negative number as its 64 bits. */
function varint(value: number | bigint): Uint8Array {
	const bytes: number[] = [];
	let rest = BigInt.asUintN(64, BigInt(value));
	for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
	bytes.push(Number(rest));
	return Uint8Array.from(bytes);
}

function joined(
	parts: readonly Uint8Array[],
	size = parts.reduce((sum, { length }) => sum + length, 0)
): Uint8Array {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
