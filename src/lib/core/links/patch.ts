/**
 * The difference between two lists, small enough to keep every one: undo has no limit. Laws:
 * `applied(before, between(before, after))` is `after`; `applied(after, reversed(…))` is `before`;
 * items that are the same objects on both sides stay so.
 */
export interface Patch<Item> {
	readonly at: number;
	readonly removed: readonly Item[];
	readonly added: readonly Item[];
}

/** Returns the patch, from the first item that differs to the last. */
export function between<Item>(before: readonly Item[], after: readonly Item[]): Patch<Item> {
	const shorter = Math.min(before.length, after.length);
	let at = 0;
	while (at < shorter && before[at] === after[at]) at++;
	let end = 0;
	while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end])
		end++;
	return {
		at,
		removed: before.slice(at, before.length - end),
		added: after.slice(at, after.length - end)
	};
}

export const applied = <Item>(
	list: readonly Item[],
	{ at, removed, added }: Patch<Item>
): readonly Item[] => [...list.slice(0, at), ...added, ...list.slice(at + removed.length)];

export const reversed = <Item>({ at, removed, added }: Patch<Item>): Patch<Item> => ({
	at,
	removed: added,
	added: removed
});
