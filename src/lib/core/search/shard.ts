/**
 * A shard of the index as bytes: its keys in order, each with its forms and where they stand. Only
 * what is asked for is decoded. It ends with a checksum, so that damage is noticed.
 *
 * Laws (`shard.test.ts`): what was encoded is read; any change of the bytes is a failure, and
 * nothing throws.
 */
import { crc32 } from '../book/crc32';
import { fail, ok, type Result } from '../result';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import type { IndexFailure } from './failure';
import { decodePostings, encodePostings, type Posting } from './postings';

/** A form under a key. */
export interface FormPlaces {
	readonly form: string;
	readonly postings: readonly Posting[];
}

export interface ShardEntry {
	readonly key: string;
	/** In order, each once. */
	readonly forms: readonly FormPlaces[];
}

/** Raise it with every change of the format. */
const formatVersion = 1;

/** Bytes of the checksum at the end. */
const checksumBytes = 4;

/**
 * @param entries in order of their keys, each once
 * @param stamp that of the segment, below 2³²
 */
export function encodeShard(entries: readonly ShardEntry[], stamp: number): Uint8Array {
	const writer = headOf(stamp);
	let before = '';
	for (const { key, forms } of entries) {
		writer.text(key, before);
		writer.bytes(encodeForms(key, forms));
		before = key;
	}
	const bytes = writer.done();
	const sum = crc32(bytes);
	const whole = new Uint8Array(bytes.length + checksumBytes);
	whole.set(bytes);
	for (let at = 0; at < checksumBytes; at++) whole[bytes.length + at] = sum >>> (8 * at);
	return whole;
}

function headOf(stamp: number): ByteWriter {
	const writer = new ByteWriter();
	writer.byte(formatVersion);
	writer.number(stamp);
	return writer;
}

function encodeForms(key: string, forms: readonly FormPlaces[]): Uint8Array {
	const writer = new ByteWriter();
	let before = key.slice(1);
	for (const { form, postings } of forms) {
		writer.text(form, before);
		writer.bytes(encodePostings(postings));
		before = form;
	}
	return writer.done();
}

/** A shard whose checksum is right. */
export class Shard {
	readonly #bytes: Uint8Array;
	readonly #part: string;

	constructor(bytes: Uint8Array, part: string) {
		this.#bytes = bytes;
		this.#part = part;
	}

	/** Returns the forms of each of these keys that the shard has. */
	find(
		keys: ReadonlySet<string>
	): Result<ReadonlyMap<string, readonly FormPlaces[]>, IndexFailure> {
		return this.#read(() => {
			const found = new Map<string, readonly FormPlaces[]>();
			for (const [key, forms] of this.#entries())
				if (keys.has(key)) found.set(key, decodeForms(key, forms));
			return found;
		});
	}

	/** Returns everything. */
	all(): Result<readonly ShardEntry[], IndexFailure> {
		return this.#read(() =>
			Array.from(this.#entries(), ([key, forms]) => ({ key, forms: decodeForms(key, forms) }))
		);
	}

	*#entries(): Iterable<readonly [key: string, forms: Uint8Array]> {
		const reader = new ByteReader(this.#bytes);
		for (let key = ''; !reader.isAtEnd;) {
			key = reader.text(key);
			yield [key, reader.bytes()];
		}
	}

	#read<T>(work: () => T): Result<T, IndexFailure> {
		try {
			return ok(work());
		} catch (error) {
			if (error instanceof DamagedBytes) return fail({ kind: 'damaged', part: this.#part });
			throw error;
		}
	}
}

function decodeForms(key: string, bytes: Uint8Array): readonly FormPlaces[] {
	const reader = new ByteReader(bytes);
	const forms: FormPlaces[] = [];
	for (let form = key.slice(1); !reader.isAtEnd;) {
		form = reader.text(form);
		forms.push({ form, postings: decodePostings(reader.bytes()) });
	}
	return forms;
}

/**
 * Opens a shard.
 * @param stamp that of the segment that it must belong to
 * @param part what a failure names
 */
export function openShard(
	bytes: Uint8Array,
	stamp: number,
	part: string
): Result<Shard, IndexFailure> {
	const length = bytes.length - checksumBytes;
	if (length < 2) return fail({ kind: 'damaged', part });
	const body = bytes.subarray(0, length);
	const sum = bytes.subarray(length).reduce((value, byte, at) => value + byte * 2 ** (8 * at), 0);
	if (crc32(body) !== sum) return fail({ kind: 'damaged', part });
	const wanted = headOf(stamp).done();
	const isSame = wanted.every((byte, at) => body[at] === byte);
	if (!isSame) return fail({ kind: 'other version', part });
	return ok(new Shard(body.subarray(wanted.length), part));
}
