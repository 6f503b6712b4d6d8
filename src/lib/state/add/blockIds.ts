/**
 * Ids of blocks that survive an edit, so that the page keeps the focus and the scroll position of
 * blocks that an edit does not touch. Fingerprints do not serve as ids: two blocks may hold the
 * same words.
 *
 * Laws (`blockIds.test.ts`): as many ids as blocks, all different; a block that stays keeps its id.
 */
export interface BlockIds {
	readonly ids: readonly number[];
	/** The next unused id. */
	readonly next: number;
}

export const firstIds = (count: number): BlockIds => ({
	ids: Array.from({ length: count }, (_, i) => i),
	next: count
});

/**
 * Carries the ids over an edit. Edits reuse the block objects that they do not touch, so blocks
 * that are identical at either end of the two lists keep their ids.
 */
export function carryIds<T>(ids: BlockIds, before: readonly T[], after: readonly T[]): BlockIds {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const changed = ids.ids.slice(head, before.length - tail);
	const wanted = after.length - head - tail;
	const made = Array.from({ length: Math.max(0, wanted - changed.length) }, (_, i) => ids.next + i);
	return {
		ids: [
			...ids.ids.slice(0, head),
			...changed.slice(0, wanted),
			...made,
			...ids.ids.slice(before.length - tail)
		],
		next: ids.next + made.length
	};
}
