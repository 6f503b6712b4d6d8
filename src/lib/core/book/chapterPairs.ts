/**
 * Pairs of chapters of two books, as a reader changes them by hand. Unlike beads of sentences they
 * may be in another order than the translation’s: a chapter can have moved.
 *
 * Laws (`chapterPairs.test.ts`): every chapter of both books is in exactly one pair; pairs with an
 * original are in its order; a chapter that translates nothing comes after the one before it.
 */
import type { Bead, Beads } from '../align/bead';

/** Puts a chapter of the translation beside a chapter of the original; null: it translates nothing. */
export function assign(pairs: Beads, target: number, source: number | null): Beads {
	const without = pairs.map(([ours, theirs]): Bead => [ours, theirs.filter((at) => at !== target)]);
	const goes = without.findIndex(([ours]) => source !== null && ours.includes(source));
	const moved = without.map(([ours, theirs], at): Bead =>
		at === goes ? [ours, [...theirs, target].toSorted((a, b) => a - b)] : [ours, theirs]
	);
	return inOrder(goes < 0 ? [...moved, [[], [target]]] : moved);
}

/** Lets a chapter of the original share the translation of the chapter before it. */
export function joinToPrevious(pairs: Beads, source: number): Beads {
	const above = pairs.find(([ours]) => ours.includes(source - 1));
	const below = pairs.find(([ours]) => ours.includes(source));
	if (!above || !below || above === below) return pairs;
	const both: Bead = [
		[...above[0], ...below[0]],
		[...above[1], ...below[1]].toSorted((a, b) => a - b)
	];
	return inOrder([...pairs.filter((pair) => pair !== above && pair !== below), both]);
}

/** Undoes `joinToPrevious`: the translation stays with the chapters before. */
export function partFromPrevious(pairs: Beads, source: number): Beads {
	return inOrder(
		pairs.flatMap(([ours, theirs]): Beads => {
			const at = ours.indexOf(source);
			return at <= 0
				? [[ours, theirs]]
				: [
						[ours.slice(0, at), theirs],
						[ours.slice(at), []]
					];
		})
	);
}

/** Returns the pairs in the order that the laws name, without empty ones. */
export function inOrder(pairs: Beads): Beads {
	const paired = pairs
		.filter(([ours]) => ours.length > 0)
		.toSorted(([a], [b]) => (a[0] ?? 0) - (b[0] ?? 0));
	const alone = pairs
		.filter(([ours]) => ours.length === 0)
		.flatMap(([, theirs]) => theirs)
		.toSorted((a, b) => a - b);
	for (const target of alone) {
		const before = paired.findIndex(([, theirs]) => theirs.at(-1) === target - 1);
		paired.splice(placeOf(paired, before, target), 0, [[], [target]]);
	}
	return paired;
}

/** Returns where a chapter alone goes: after the one before it, the first of all at the beginning. */
function placeOf(pairs: Beads, before: number, target: number): number {
	if (before >= 0) return before + 1;
	if (target === 0) return 0;
	const near = pairs.findLastIndex(([, theirs]) => theirs.some((at) => at < target));
	return near + 1;
}

/** Returns the numbers of the pairs whose translation is out of order: as few as possible. */
export function movedPairs(pairs: Beads): ReadonlySet<number> {
	const both = pairs.flatMap(([ours, theirs], at) => {
		const [first] = theirs;
		return ours.length > 0 && first !== undefined ? [{ at, first }] : [];
	});
	// The longest increasing run of first chapters is in order (patience sorting, by its plain form).
	const longest: number[] = [];
	const before: number[] = [];
	for (const [nth, { first }] of both.entries()) {
		longest[nth] = 1;
		before[nth] = -1;
		for (let k = 0; k < nth; k++) {
			const length = (longest[k] ?? 0) + 1;
			if ((both[k]?.first ?? 0) >= first || length <= (longest[nth] ?? 0)) continue;
			longest[nth] = length;
			before[nth] = k;
		}
	}
	const stays = new Set<number>();
	for (let nth = longest.indexOf(Math.max(0, ...longest)); nth >= 0; nth = before[nth] ?? -1)
		stays.add(both[nth]?.at ?? -1);
	return new Set(both.flatMap(({ at }) => (stays.has(at) ? [] : [at])));
}
