/**
 * What readers choose from a library that is too large to be stored unasked: where it is listed, and
 * where it is stored.
 */
import type { LibraryItem, Plan } from './plan';

/** The items that a version stores by choice; an entry of its cache. */
export const itemsPath = '/offline/items.json';

export const partPath = (part: number): string => `/offline/${part}.json`;

/**
 * Returns the number of the file, of `parts`, that lists an item: FNV-1a of its id, which is
 * ASCII, 32 bits.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function partOf(id: string, parts: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < id.length; at++)
		hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
	return hash % parts;
}

/** Returns a plan with the files of the items that a reader has chosen. */
export const withItems = (plan: Plan, items: readonly LibraryItem[]): Plan => ({
	...plan,
	entries: [...plan.entries, ...items.flatMap(({ entries }) => entries)]
});

/**
 * Returns the path of the data from which the shell (`notFoundPath`) draws a page that is not stored
 * itself; null for a page that it does not draw.
 */
export function drawnFrom(pathname: string): string | null {
	const { ui, kind, id } =
		/^\/(?<ui>[a-z]{2,3})\/(?<kind>read|dossier)\/(?<id>[\w-]+)\/$/.exec(pathname)?.groups ?? {};
	if (!kind || !id) return null;
	return kind === 'read' ? articlePath(id) : `/${ui}/dossier/${id}/__data.json`;
}

/** Path of an article’s data. */
export const articlePath = (id: string): string => `/stored/${id}.json`;
