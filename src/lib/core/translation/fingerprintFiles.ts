/**
 * The files by which an imported text is recognised, whatever the size of the library: the stored
 * paragraphs’ fingerprints by prefix, so that a text asks for those of a few paragraphs only.
 *
 * - `/stored/fingerprints/root.json`: the rule by which the files are divided, and their stamp.
 * - `/stored/fingerprints/<nth>.json`: the fingerprints whose first `bits` bits are `nth`, by their
 *   next 24 bits, each with the numbers of the articles that have it. A wrong match is possible (1 in
 *   200,000 paragraphs), and harmless: the article’s own file has the whole fingerprints.
 * - `/stored/fingerprints/article/<nth>.json`: an article as the library lists it, with its
 *   fingerprints.
 *
 * All are of one build where they have the same stamp.
 */
import * as v from 'valibot';
import type { Result } from '../result';
import type { Fingerprint } from '../text/fingerprint';
import { countSchema } from '../text/schema';
import { check, type SchemaFailure } from './schema';
import { entrySchema, type StoredEntry } from './stored';

/** Version of the rule: a page that knows another does not compare. */
const version = 1;

/** Fingerprints in a file at most, on average: some 300 bytes of brotli. */
const perFile = 48;

/** The number of files is a power of two up to this one: enough for 100,000 articles. */
const maxBits = 16;

/**
 * Articles named for one fingerprint: those of which the paragraph is the largest part. A paragraph
 * that more of them share is a heading or the like, or the articles are copies of each other.
 */
const maxHolders = 16;

export const rootPath = '/stored/fingerprints/root.json';
export const prefixPath = (nth: number): string => `/stored/fingerprints/${nth}.json`;
export const entryPath = (nth: number): string => `/stored/fingerprints/article/${nth}.json`;

export interface FingerprintRoot {
	readonly version: typeof version;
	readonly stamp: string;
	/** Bits of a fingerprint that choose its file. */
	readonly bits: number;
}

/** The numbers of the articles that have a fingerprint, by the part of it that follows the prefix. */
type Holders = Readonly<Record<string, readonly number[]>>;

export interface PrefixFile {
	readonly stamp: string;
	readonly holders: Holders;
}

export interface EntryFile {
	readonly stamp: string;
	readonly entry: StoredEntry;
}

/** Bits of a fingerprint that name it in its file, and bits read in all, which a number can hold. */
const nameBits = 24;
const readBits = 48;

/** Returns where a fingerprint stands: the number of its file, and its name in it. */
export function fingerprintPlace(fingerprint: Fingerprint, bits: number) {
	const first = Number.parseInt(fingerprint.slice(0, readBits / 4), 16);
	const name = Math.floor(first / 2 ** (readBits - bits - nameBits)) % 2 ** nameBits;
	return {
		file: Math.floor(first / 2 ** (readBits - bits)),
		name: name.toString(16).padStart(nameBits / 4, '0')
	};
}

export interface FingerprintFiles {
	readonly root: FingerprintRoot;
	/** In the order of their numbers, `2 ** root.bits` of them. */
	readonly prefixes: readonly PrefixFile[];
}

/** Makes the files of a library. An article’s number is its place in `entries`. */
export function fingerprintFiles(entries: readonly StoredEntry[], stamp: string): FingerprintFiles {
	const holders = holdersOf(entries);
	const bits = Math.min(maxBits, Math.ceil(Math.log2(Math.max(1, holders.size / perFile))));
	const files = Array.from({ length: 2 ** bits }, (): Record<string, number[]> => ({}));
	for (const fingerprint of [...holders.keys()].sort()) {
		const { file, name } = fingerprintPlace(fingerprint, bits);
		const found = files[file];
		if (found)
			found[name] = [...new Set([...(found[name] ?? []), ...(holders.get(fingerprint) ?? [])])];
	}
	return {
		root: { version, stamp, bits },
		prefixes: files.map((one) => ({ stamp, holders: one }))
	};
}

function holdersOf(entries: readonly StoredEntry[]): ReadonlyMap<Fingerprint, readonly number[]> {
	const parts = new Map<Fingerprint, { readonly nth: number; readonly part: number }[]>();
	for (const [nth, { known }] of entries.entries()) {
		const words = known.reduce((sum, paragraph) => sum + paragraph.words, 0) || 1;
		for (const { fingerprint, words: own } of known) {
			const held = parts.get(fingerprint) ?? [];
			held.push({ nth, part: own / words });
			parts.set(fingerprint, held);
		}
	}
	return new Map(
		[...parts].map(([fingerprint, held]) => [
			fingerprint,
			held
				.sort((a, b) => b.part - a.part || a.nth - b.nth)
				.slice(0, maxHolders)
				.map(({ nth }) => nth)
		])
	);
}

const stampSchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/));

const rootSchema: v.GenericSchema<unknown, FingerprintRoot> = v.object({
	version: v.literal(version),
	stamp: stampSchema,
	bits: v.pipe(countSchema, v.maxValue(maxBits))
});

const prefixSchema: v.GenericSchema<unknown, PrefixFile> = v.object({
	stamp: stampSchema,
	holders: v.record(v.pipe(v.string(), v.regex(/^[0-9a-f]{6}$/)), v.array(countSchema))
});

const entryFileSchema: v.GenericSchema<unknown, EntryFile> = v.object({
	stamp: stampSchema,
	entry: entrySchema
});

export const parseRoot = (json: unknown): Result<FingerprintRoot, SchemaFailure> =>
	check(rootSchema, json);
export const parsePrefix = (json: unknown): Result<PrefixFile, SchemaFailure> =>
	check(prefixSchema, json);
export const parseEntry = (json: unknown): Result<EntryFile, SchemaFailure> =>
	check(entryFileSchema, json);
