/**
 * A shard of the index as bytes: keys that stand beside each other in the alphabet, each with its
 * forms, and where these stand. It ends with a checksum, so that damage is noticed.
 *
 * Words and postings are two runs of adaptive bits (`rangeCoder.ts`): there is nothing left that a
 * compressor would find. A form stands once, however many keys it has here.
 *
 * Laws (`shard.test.ts`): what was written is read; any change of the bytes is a failure, and
 * nothing throws.
 */
import { crc32 } from '../book/crc32';
import { fail, ok, type Result } from '../result';
import { ByteReader, ByteWriter, DamagedBytes } from './bytes';
import type { IndexFailure } from './failure';
import { plainForm } from './letters';
import { postingContexts, postings, type Posting } from './postings';
import { BitReader, BitWriter } from './rangeCoder';
import { WordCoder, wordContexts, type KeyWords, type NumberedForm } from './shardWords';

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
const formatVersion = 2;

/** Bytes of the checksum at the end. */
const checksumBytes = 4;

/** Writes the entries of a shard one by one, in order of their keys. */
export class ShardWriter {
	readonly #head: ByteWriter;
	readonly #paragraphs: number;
	readonly #wordBits = new BitWriter(wordContexts);
	readonly #placeBits = new BitWriter(postingContexts);
	readonly #words = new WordCoder(this.#wordBits);
	readonly #known = new Map<string, { readonly nth: number; readonly postings: Places }[]>();

	/**
	 * @param stamp that of the segment, below 2³²
	 * @param paragraphs of the segment: how many are numbered
	 */
	constructor(stamp: number, paragraphs: number) {
		this.#head = headOf(stamp);
		this.#head.number(paragraphs);
		this.#paragraphs = paragraphs;
	}

	/** Bytes so far, almost. */
	get length(): number {
		return this.#wordBits.length + this.#placeBits.length;
	}

	/** Whether the form stands under a key that was added. */
	has(form: string): boolean {
		return this.#known.has(form);
	}

	add({ key, forms }: ShardEntry): void {
		const numbered: NumberedForm[] = [];
		let next = this.#words.formCount;
		for (const { form, postings: places } of forms) {
			const known = this.#known.get(form) ?? [];
			if (known.length === 0) this.#known.set(form, known);
			const same = known.find((one) => isSame(one.postings, places));
			numbered.push({ form, nth: same?.nth ?? next });
			if (same) continue;
			known.push({ nth: next++, postings: places });
			postings(this.#placeBits, this.#paragraphs, places);
		}
		this.#words.key({ key, forms: numbered });
	}

	done(): Uint8Array {
		this.#words.key(null);
		const words = this.#wordBits.done();
		this.#head.bytes(words);
		const head = this.#head.done();
		const places = this.#placeBits.done();
		const whole = new Uint8Array(head.length + places.length + checksumBytes);
		whole.set(head);
		whole.set(places, head.length);
		const length = whole.length - checksumBytes;
		const sum = crc32(whole.subarray(0, length));
		for (let at = 0; at < checksumBytes; at++) whole[length + at] = sum >>> (8 * at);
		return whole;
	}
}

type Places = readonly Posting[];

const isSame = (one: Places, other: Places): boolean =>
	one === other ||
	(one.length === other.length &&
		one.every(({ at, count }, nth) => other[nth]?.at === at && other[nth]?.count === count));

function headOf(stamp: number): ByteWriter {
	const writer = new ByteWriter();
	writer.byte(formatVersion);
	writer.number(stamp);
	return writer;
}

/** A shard whose checksum is right. */
export class Shard {
	readonly #bytes: Uint8Array;
	readonly #part: string;
	#words: readonly KeyWords[] | null = null;

	constructor(bytes: Uint8Array, part: string) {
		this.#bytes = bytes;
		this.#part = part;
	}

	/** Returns the forms of each of these keys that the shard has. */
	find(
		keys: ReadonlySet<string>
	): Result<ReadonlyMap<string, readonly FormPlaces[]>, IndexFailure> {
		return this.#read(() => {
			const found = this.#keys().filter(({ key }) => keys.has(key));
			return new Map(this.#placed(found).map(({ key, forms }) => [key, forms]));
		});
	}

	/** Returns everything. */
	all(): Result<readonly ShardEntry[], IndexFailure> {
		return this.#read(() => this.#placed(this.#keys()));
	}

	/** Returns the forms and lemmas that differ from a form without marks in their marks alone. */
	like(plain: string): Result<ReadonlySet<string>, IndexFailure> {
		return this.#read(() => {
			const words = this.#keys().flatMap(({ key, forms }) => [
				...(/^[=+]/.test(key) ? [key.slice(1)] : []),
				...forms.map(({ form }) => form)
			]);
			return new Set(words.filter((word) => word !== plain && plainForm(word) === plain));
		});
	}

	#keys(): readonly KeyWords[] {
		if (this.#words) return this.#words;
		const reader = new ByteReader(this.#bytes);
		reader.number();
		const words = new WordCoder(new BitReader(wordContexts, reader.bytes()));
		const keys: KeyWords[] = [];
		for (let key = words.key(null); key; key = words.key(null)) keys.push(key);
		return (this.#words = keys);
	}

	/** Reads postings as far as the last of these. */
	#placed(keys: readonly KeyWords[]): readonly ShardEntry[] {
		const wanted = new Set(keys.flatMap(({ forms }) => forms.map(({ nth }) => nth)));
		const last = [...wanted].reduce((last, nth) => Math.max(last, nth), -1);
		const reader = new ByteReader(this.#bytes);
		const paragraphs = reader.number();
		reader.bytes();
		const bits = new BitReader(postingContexts, reader.rest());
		const places = new Map<number, Places>();
		for (let nth = 0; nth <= last; nth++) {
			const read = postings(bits, paragraphs, []);
			if (wanted.has(nth)) places.set(nth, read);
		}
		return keys.map(({ key, forms }) => ({
			key,
			forms: forms.map(({ form, nth }) => ({ form, postings: places.get(nth) ?? [] }))
		}));
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
	const isOfStamp = wanted.every((byte, at) => body[at] === byte);
	if (!isOfStamp) return fail({ kind: 'other version', part });
	return ok(new Shard(body.subarray(wanted.length), part));
}
