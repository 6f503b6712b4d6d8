/** Finds where keys stand, over all segments of a language: those of the site and the reader’s own. */
import { fail, ok, type Result } from '../result';
import type { TrustLevel } from '../translation/trust';
import type { IndexFailure } from './failure';
import { plainKey, shardOf } from './key';
import { plainForm } from './letters';
import { paragraphsOf, type Column, type SegmentHead } from './segment';
import { openShard, type FormPlaces, type Shard } from './shard';

/** A segment whose shards are read one by one. */
export interface SegmentFiles {
	readonly head: SegmentHead;
	/** Names the segment in failures. */
	readonly name: string;
	shard(nth: number): Promise<Result<Uint8Array, IndexFailure>>;
	/** Whether a column is still there, and not replaced by another segment’s. */
	isLive(column: Column): boolean;
}

/** A paragraph in which what is looked for stands. */
export interface FoundParagraph {
	readonly column: Column;
	/** The paragraph’s number in its text. */
	readonly row: number;
	readonly level: TrustLevel;
	/** The forms that stand there, for each key that was asked for. */
	readonly forms: readonly FoundForm[];
}

/** A text’s title and authors in which what is looked for stands. */
interface FoundHead {
	readonly column: Column;
	readonly forms: readonly FoundForm[];
}

export interface FoundForm {
	readonly key: string;
	readonly form: string;
	readonly count: number;
}

/** What was found, and the parts of the index that could not be asked. */
export interface Found {
	readonly paragraphs: readonly FoundParagraph[];
	readonly heads: readonly FoundHead[];
	readonly gaps: readonly IndexFailure[];
}

/**
 * Returns the paragraphs in which any of the keys stands, in the order of the segments and their
 * texts.
 *
 * Laws (`search.test.ts`): every paragraph and head of a live column is found by each key of each of its
 * words; no other column is.
 */
export async function findKeys(
	keys: readonly string[],
	segments: readonly SegmentFiles[]
): Promise<Found> {
	const wanted = new Set(keys);
	const found = await Promise.all(segments.map((segment) => inSegment(wanted, segment)));
	return {
		paragraphs: found.flatMap(({ paragraphs }) => paragraphs),
		heads: found.flatMap(({ heads }) => heads),
		gaps: found.flatMap(({ gaps }) => gaps)
	};
}

async function inSegment(keys: ReadonlySet<string>, segment: SegmentFiles): Promise<Found> {
	const { head } = segment;
	const shards = new Set([...keys].map((key) => shardOf(key, head.bounds)));
	const read = await Promise.all([...shards].map((nth) => inShard(keys, segment, nth)));
	const rows = new Map<number, FoundForm[]>();
	for (const one of read)
		if (one.ok)
			for (const [key, forms] of one.value)
				for (const { form, postings } of forms)
					for (const { at, count } of postings) {
						const here = rows.get(at) ?? [];
						if (here.length === 0) rows.set(at, here);
						here.push({ key, form, count });
					}
	return {
		...placed(rows, segment),
		gaps: read.flatMap((one) => (one.ok ? [] : [one.failure]))
	};
}

async function inShard(
	keys: ReadonlySet<string>,
	segment: SegmentFiles,
	nth: number
): Promise<Result<ReadonlyMap<string, readonly FormPlaces[]>, IndexFailure>> {
	const opened = await openedShard(segment, nth);
	return opened.ok ? opened.value.find(keys) : opened;
}

async function openedShard(
	{ head, name, shard }: SegmentFiles,
	nth: number
): Promise<Result<Shard, IndexFailure>> {
	const bytes = await shard(nth);
	return bytes.ok ? openShard(bytes.value, head.stamp, `${name} ${nth}`) : fail(bytes.failure);
}

function placed(
	rows: ReadonlyMap<number, readonly FoundForm[]>,
	{ head, isLive }: SegmentFiles
): Pick<Found, 'paragraphs' | 'heads'> {
	const paragraphs: FoundParagraph[] = [];
	const heads: FoundHead[] = [];
	const numbers = [...rows.keys()].toSorted((a, b) => a - b);
	let next = 0;
	let base = 0;
	for (const column of head.columns) {
		const end = base + paragraphsOf(column);
		const first = next;
		while (next < numbers.length && (numbers[next] ?? end) < end) next++;
		if (next > first && isLive(column))
			for (const at of numbers.slice(first, next)) {
				const row = at - base;
				const forms = rows.get(at) ?? [];
				if (at === end - 1) heads.push({ column, forms });
				else paragraphs.push({ column, row, level: levelAt(column, row), forms });
			}
		base = end;
	}
	return { paragraphs, heads };
}

function levelAt({ levels }: Column, row: number): TrustLevel {
	let end = 0;
	for (const [level, paragraphs] of levels) {
		end += paragraphs;
		if (row < end) return level;
	}
	return 'none';
}

/**
 * Returns the words of the index that have the letters of a word, marks aside, each with its keys there
 * that are a whole word’s: those in the shards from the letters of `from` to those of the word.
 */
export async function wordsLike(
	word: string,
	segments: readonly SegmentFiles[],
	from = word
): Promise<ReadonlyMap<string, readonly string[]>> {
	const read = await Promise.all(
		segments.flatMap((segment) => {
			const { bounds } = segment.head;
			const last = shardOf(plainKey(word), bounds);
			const first = Math.min(shardOf(plainKey(from), bounds), last);
			return Array.from({ length: last - first + 1 }, async (_, nth) => {
				const shard = await openedShard(segment, first + nth);
				const found = shard.ok ? shard.value.like(plainForm(word)) : shard;
				return found.ok ? [...found.value] : [];
			});
		})
	);
	const words = new Map<string, readonly string[]>();
	for (const [form, keys] of read.flat())
		words.set(form, [...new Set([...(words.get(form) ?? []), ...keys])]);
	return words;
}

/** A shard of a segment that is in memory. */
export const inMemory = (
	{ head, shards }: { readonly head: SegmentHead; readonly shards: readonly Uint8Array[] },
	isLive: (column: Column) => boolean = () => true
): SegmentFiles => ({
	head,
	name: head.lang,
	shard: (nth) => {
		const bytes = shards[nth];
		return Promise.resolve(
			bytes ? ok(bytes) : fail({ kind: 'missing' as const, part: `${head.lang} ${nth}` })
		);
	},
	isLive
});
