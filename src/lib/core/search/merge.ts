/** Merging segments of a language into one, and which ones are worth it. */
import { fail, ok, type Result } from '../result';
import type { IndexFailure } from './failure';
import { grouped } from './grouped';
import type { Posting } from './postings';
import {
	addForm,
	packed,
	paragraphsOf,
	type Column,
	type Segment,
	type SegmentHead
} from './segment';
import { openShard } from './shard';

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
	const places = new Map<string, Map<string, Posting[]>>();
	const columns: Column[] = [];
	let base = 0;
	for (const { head, shards } of segments) {
		const renumbered = renumbering(head, kept, base);
		for (const [nth, bytes] of shards.entries()) {
			const shard = openShard(bytes, head.stamp, `${head.lang} ${nth}`);
			const entries = shard.ok ? shard.value.all() : shard;
			if (!entries.ok) return fail(entries.failure);
			for (const { key, forms } of entries.value)
				if (!key.startsWith('?'))
					for (const { form, postings } of forms) {
						const moved = postings.flatMap(({ at, count }) => {
							const to = renumbered.numbers[at];
							return to === undefined || to < 0 ? [] : [{ at: to, count }];
						});
						if (moved.length > 0) addForm(places, key, form, moved);
					}
		}
		columns.push(...renumbered.columns);
		base = renumbered.end;
	}
	const [{ head }] = segments;
	return ok(packed(head.lang, head.version, columns, places));
}

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
