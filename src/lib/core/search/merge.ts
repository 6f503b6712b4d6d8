/** Merging segments of a language into one, and which ones are worth it. */
import { fail, ok, type Result } from '../result';
import type { IndexFailure } from './failure';
import { grouped } from './grouped';
import { lettersOf } from './key';
import {
	byKey,
	compare,
	packed,
	paragraphsOf,
	type Column,
	type LetterGroup,
	type Segment,
	type SegmentHead
} from './segment';
import { openShard, type FormPlaces, type ShardEntry } from './shard';

/**
 * Merges segments of one language and version. Columns that are not `kept` are left out, with all
 * that stands in them.
 *
 * Law (`search.test.ts`): what is found in the merged segment is what is found in the parts.
 */
export function merged(
	segments: readonly [Segment, ...Segment[]],
	kept: (column: Column) => boolean
): Result<Segment, IndexFailure> {
	const columns: Column[] = [];
	let base = 0;
	const parts = segments.map((segment) => {
		const { numbers, columns: left, end } = renumbering(segment.head, kept, base);
		columns.push(...left);
		base = end;
		return { segment, numbers };
	});
	const [{ head }] = segments;
	try {
		const forms = new Set<string>();
		for (const part of parts)
			for (const { entries } of groupsOf(part))
				for (const entry of entries) for (const { form } of entry.forms) forms.add(form);
		const groups = inOrder(parts.map((part) => groupsOf(part)[Symbol.iterator]()));
		return ok(packed({ ...head, columns }, groups, forms));
	} catch (error) {
		if (error instanceof Unreadable) return fail(error.failure);
		throw error;
	}
}

/** A shard that could not be read ends a merge. */
class Unreadable extends Error {
	constructor(readonly failure: IndexFailure) {
		super(failure.kind);
	}
}

interface Part {
	readonly segment: Segment;
	/** The new number of each of its paragraphs, -1 for one that is left out. */
	readonly numbers: readonly number[];
}

/** Reads what is left of a part, in order, one shard after the other: memory holds no more. */
function* groupsOf({ segment: { head, shards }, numbers }: Part): Iterable<LetterGroup> {
	for (const [nth, bytes] of shards.entries()) {
		const shard = openShard(bytes, head.stamp, `${head.lang} ${nth}`);
		const all = shard.ok ? shard.value.all() : shard;
		if (!all.ok) throw new Unreadable(all.failure);
		const entries = all.value.flatMap(({ key, forms }): readonly ShardEntry[] => {
			// The ways to forms with marks are found anew.
			const left = key.startsWith('?') ? [] : forms.flatMap((form) => renumbered(form, numbers));
			return left.length > 0 ? [{ key, forms: left }] : [];
		});
		for (const [letters, some] of grouped(entries, ({ key }) => lettersOf(key)))
			yield { letters, entries: some };
	}
}

function renumbered(
	{ form, postings }: FormPlaces,
	numbers: readonly number[]
): readonly FormPlaces[] {
	const moved = postings.flatMap(({ at, count }) => {
		const to = numbers[at];
		return to === undefined || to < 0 ? [] : [{ at: to, count }];
	});
	return moved.length > 0 ? [{ form, postings: moved }] : [];
}

/** Joins the groups of all parts that have the same letters. */
function* inOrder(parts: readonly Iterator<LetterGroup>[]): Iterable<LetterGroup> {
	const heads = parts.map((part) => part.next());
	for (;;) {
		let letters: string | null = null;
		for (const { done, value } of heads)
			if (!done && (letters === null || value.letters < letters)) letters = value.letters;
		if (letters === null) return;
		const entries: ShardEntry[] = [];
		for (const [nth, { done, value }] of heads.entries()) {
			if (done || value.letters !== letters) continue;
			entries.push(...value.entries);
			heads[nth] = parts[nth]?.next() ?? { done: true, value: undefined };
		}
		yield { letters, entries: joined(entries) };
	}
}

/** Joins entries of one key. Their paragraphs are in the order of the parts. */
const joined = (entries: readonly ShardEntry[]): readonly ShardEntry[] =>
	[...grouped(entries, ({ key }) => key)]
		.map(([key, same]): ShardEntry => ({
			key,
			forms: [
				...grouped(
					same.flatMap(({ forms }) => forms),
					({ form }) => form
				)
			]
				.map(([form, places]) => ({ form, postings: places.flatMap(({ postings }) => postings) }))
				.toSorted((a, b) => compare(a.form, b.form))
		}))
		.toSorted(byKey);

/** Returns the new number of every paragraph of a segment, -1 for one that is left out. */
function renumbering(head: SegmentHead, kept: (column: Column) => boolean, base: number) {
	const numbers: number[] = [];
	let end = base;
	const columns = head.columns.filter((column) => {
		const isKept = kept(column);
		for (let left = paragraphsOf(column); left > 0; left--) numbers.push(isKept ? end++ : -1);
		return isKept;
	});
	return { numbers, columns, end };
}

/** How many segments of about one size there may be: one more, and they are merged. */
const mostOfSize = 8;

/** Columns of a segment that is merged no more: merging holds all of a segment in memory. */
const mostColumns = 2048;

/**
 * Returns the segments of one language and version that should be merged: several of about one size,
 * or one of which half is gone. Null for none. `live` counts a segment’s columns that are there.
 */
export function toMerge<S extends { readonly columns: number; readonly live: number }>(
	segments: readonly S[]
): readonly [S, ...S[]] | null {
	const wasted = segments.find(({ columns, live }) => live * 2 <= columns);
	if (wasted) return [wasted];
	const sizes = grouped(
		segments.filter(({ live }) => live < mostColumns),
		({ live }) => Math.floor(Math.log(live) / Math.log(mostOfSize))
	);
	for (const [, same] of [...sizes].toSorted(([a], [b]) => a - b)) {
		const [first, ...others] = same;
		if (first && others.length >= mostOfSize) return [first, ...others];
	}
	return null;
}
