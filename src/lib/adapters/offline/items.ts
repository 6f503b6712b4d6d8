/**
 * What a reader stores by choice of a library that is too large to be stored unasked: which items
 * there are, in files of the site, and which are stored, in an entry of the version’s cache.
 */
import { itemsPath, partOf, partPath } from '$lib/core/offline/items';
import { parsePart, type LibraryItem, type Plan } from '$lib/core/offline/plan';
import { fetchWhole } from './fetchWhole';
import { cacheName, keptItems } from './versionCaches';

/** Adds items whose files are stored. Throws where the device has no space for the list. */
export const addItems = (version: string, added: readonly LibraryItem[]): Promise<void> =>
	changed(version, (items) => {
		const ids = new Set(added.map(nameOf));
		return [...items.filter((item) => !ids.has(nameOf(item))), ...added];
	});

/** Removes items from the list, and then their files. */
export async function removeItems(version: string, removed: readonly LibraryItem[]): Promise<void> {
	const ids = new Set(removed.map(nameOf));
	await changed(version, (items) => items.filter((item) => !ids.has(nameOf(item))));
	const cache = await caches.open(cacheName(version));
	for (const { path } of removed.flatMap(({ entries }) => entries)) await cache.delete(path);
}

const nameOf = ({ kind, id }: Pick<LibraryItem, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Replaces the list. Tabs and the service worker take turns. */
async function changed(
	version: string,
	change: (items: readonly LibraryItem[]) => readonly LibraryItem[]
): Promise<void> {
	const write = async (): Promise<void> => {
		const cache = await caches.open(cacheName(version));
		const items = change(await keptItems(version));
		await cache.put(itemsPath, new Response(JSON.stringify({ version, items })));
	};
	if (!navigator.locks) return write();
	await navigator.locks.request(`jamsides.items ${version}`, write);
}

/**
 * Returns the items with these names, without those that the library does not have; null where the
 * site does not answer, or has another version.
 */
export async function libraryItems(
	plan: Plan,
	wanted: readonly Pick<LibraryItem, 'kind' | 'id'>[]
): Promise<readonly LibraryItem[] | null> {
	const { library } = plan;
	if (!library) return [];
	const parts = new Set(wanted.map(({ id }) => partOf(id, library.parts)));
	const names = new Set(wanted.map(nameOf));
	const found = await inParts(plan, [...parts]);
	return found?.filter((item) => names.has(nameOf(item))) ?? null;
}

/** Returns all items of the plan’s library; null as above. */
export const allItems = (plan: Plan): Promise<readonly LibraryItem[] | null> =>
	inParts(plan, [...Array(plan.library?.parts ?? 0).keys()]);

async function inParts(
	plan: Plan,
	parts: readonly number[]
): Promise<readonly LibraryItem[] | null> {
	const found: LibraryItem[] = [];
	for (const part of parts) {
		const items = await partItems(plan, part);
		if (!items) return null;
		found.push(...items);
	}
	return found;
}

/** Returns the items of one file; null also where it is of another version. */
async function partItems(plan: Plan, part: number): Promise<readonly LibraryItem[] | null> {
	const accepts = ({ ok }: Response) => ok;
	const file = await fetchWhole(partPath(part), 'no-cache', { accepts }).catch(() => null);
	const parsed = parsePart(file && (await new Response(file.content).json().catch(() => null)));
	return parsed.ok && parsed.value.version === plan.version ? parsed.value.items : null;
}
