/**
 * The library’s order, and what of it a first page shows. A small library is shown whole; of a large
 * one the page has a part, and the rest is in lists that are fetched when they are asked for.
 */

/** A library of more articles than this is shown in parts. */
export const shownWhole = 100;

/** Articles on the first page of a large library. */
export const onFirstPage = 40;

/** Articles on the first page that stand in series: whole series alone. */
const inSeries = 24;

/** Articles in each of the lists with the rest. */
export const inList = 40;

interface Dated {
	readonly id: string;
	/** EDTF level 0. */
	readonly issued?: string | undefined;
}

export interface Pages<Item> {
	readonly first: readonly Item[];
	/** The rest, in lists of `inList`. */
	readonly lists: readonly (readonly Item[])[];
}

/**
 * Divides a library into its first page and lists. Each item is in exactly one place. The first page
 * of a large library begins with `start`, has the series that fit whole, in their order, and then the
 * newest; the lists go on from there. `series`: the ids of each.
 */
export function pagesOf<Item extends Dated>(
	items: readonly Item[],
	series: readonly (readonly string[])[],
	start: string
): Pages<Item> {
	if (items.length <= shownWhole) return { first: items, lists: [] };
	const byId = new Map(items.map((item) => [item.id, item]));
	const chosen = new Set([start, ...wholeSeries(series)].filter((id) => byId.has(id)));
	const newest = items.filter(({ id }) => !chosen.has(id)).toSorted(newestFirst);
	const ordered = [...[...chosen].flatMap((id) => byId.get(id) ?? []), ...newest];
	const rest = ordered.slice(onFirstPage);
	return {
		first: ordered.slice(0, onFirstPage),
		lists: Array.from({ length: Math.ceil(rest.length / inList) }, (_, nth) =>
			rest.slice(nth * inList, (nth + 1) * inList)
		)
	};
}

function wholeSeries(series: readonly (readonly string[])[]): readonly string[] {
	const ids: string[] = [];
	for (const one of series) if (ids.length + one.length <= inSeries) ids.push(...one);
	return ids;
}

/** Orders the texts that a large library’s lists have. */
export const newestFirst = (a: Dated, b: Dated): number =>
	(b.issued ?? '').localeCompare(a.issued ?? '') || a.id.localeCompare(b.id);
