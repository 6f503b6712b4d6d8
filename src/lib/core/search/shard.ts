/**
 * A shard of the index as bytes: keys that stand beside each other in the alphabet, each with its
 * forms, and where these stand.
 *
 * Words and postings are two runs of adaptive bits (`rangeCoder.ts`): there is nothing left that a
 * compressor would find. A form stands once, however many keys it has here.
 *
 * Laws (`shard.test.ts`): what was written is read; any change of the bytes is a failure, and
 * nothing throws.
 */
import { ok, type Result } from '../result';
import { ByteReader, ByteWriter } from './bytes';
import type { IndexFailure } from './failure';
import { isWhole, lemmaKey } from './key';
import { plainForm } from './letters';
import { postingContexts, postings, type Posting } from './postings';
import { BitReader, BitWriter } from './rangeCoder';
import { damagedIn, seal, unseal } from './sealed';
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

/** Writes the entries of a shard one by one, in order of their keys. */
export class ShardWriter {
	readonly #stamp: number;
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
		this.#stamp = stamp;
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
		const body = new ByteWriter();
		body.number(this.#paragraphs);
		body.bytes(this.#wordBits.done());
		for (const byte of this.#placeBits.done()) body.byte(byte);
		return seal(formatVersion, this.#stamp, body.done());
	}
}

type Places = readonly Posting[];

const isSame = (one: Places, other: Places): boolean =>
	one === other ||
	(one.length === other.length &&
		one.every(({ at, count }, nth) => other[nth]?.at === at && other[nth]?.count === count));

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
		return damagedIn(this.#part, () => {
			const found = this.#keys().filter(({ key }) => keys.has(key));
			return ok(new Map(this.#placed(found).map(({ key, forms }) => [key, forms])));
		});
	}

	/** Returns everything. */
	all(): Result<readonly ShardEntry[], IndexFailure> {
		return damagedIn(this.#part, () => ok(this.#placed(this.#keys())));
	}

	/**
	 * Returns the words that have these letters, marks aside, each with its keys here that are a whole
	 * word’s: lemmas, and forms under them. One may have none: its keys are in other shards.
	 */
	like(plain: string): Result<ReadonlyMap<string, readonly string[]>, IndexFailure> {
		return damagedIn(this.#part, () => {
			const words = new Map<string, string[]>();
			const add = (word: string, key: string): void => {
				if (plainForm(word) !== plain) return;
				const keys = words.get(word) ?? [];
				if (keys.length === 0) words.set(word, keys);
				if (isWhole(key) && !keys.includes(key)) keys.push(key);
			};
			for (const { key, forms } of this.#keys()) {
				if (/^[=+]/.test(key)) add(key.slice(1), lemmaKey(key.slice(1)));
				for (const { form } of forms) add(form, key);
			}
			return ok(words);
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
	const body = unseal(formatVersion, bytes, stamp, part);
	return body.ok ? ok(new Shard(body.value, part)) : body;
}
