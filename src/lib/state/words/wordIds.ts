/** Sets of saved words by their ids. */
interface Identified {
	readonly id: string;
}

export const idsOf = (items: readonly Identified[]): ReadonlySet<string> =>
	new Set(items.map(({ id }) => id));

/** Returns ids with those of `items`, or without them. */
export function toggled(
	ids: ReadonlySet<string>,
	items: readonly Identified[],
	on: boolean
): ReadonlySet<string> {
	const next = new Set(ids);
	for (const { id } of items) {
		if (on) next.add(id);
		else next.delete(id);
	}
	return next;
}

export const byId = <T extends Identified>(items: readonly T[]): Map<string, T> =>
	new Map(items.map((item) => [item.id, item]));
