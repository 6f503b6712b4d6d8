import { fetchFiles, fill, missing } from '$lib/adapters/offline/fill';
import { addItems, libraryItems } from '$lib/adapters/offline/items';
import { channelName, type ToPages } from '$lib/adapters/offline/protocol';
import {
	basePlan,
	keptItems,
	keptPlan,
	keptVersions,
	servedPlan
} from '$lib/adapters/offline/versionCaches';
import { withItems } from '$lib/core/offline/items';
import type { LibraryItem, Plan } from '$lib/core/offline/plan';

/**
 * Fetches every file of this version, and what the reader has chosen of earlier ones. Throws if one
 * fails: then the browser discards this worker, the earlier one stays, and the next attempt reuses
 * the fetched files.
 */
export async function install(version: string): Promise<void> {
	const plan = await servedPlan(version);
	if (!plan) throw new Error(`the server does not have the plan of version ${version}`);
	const chosen = await carried(plan);
	const pages = new BroadcastChannel(channelName);
	const tell = (message: ToPages): void => pages.postMessage(message);
	const filled = await fill(plan, await missing(withItems(plan, chosen)), (done, of) =>
		tell({ type: 'progress', version, done, of })
	);
	if (!filled.ok) tell({ type: 'failed', version, ...filled.failure });
	pages.close();
	if (!filled.ok) throw new Error(`${filled.failure.left} files ${filled.failure.kind}`);
	if (chosen.length > 0) await addItems(version, chosen);
}

/**
 * Returns the items of the plan’s library that any version stores by choice. Throws if the site does
 * not answer.
 */
async function carried(plan: Plan): Promise<readonly LibraryItem[]> {
	const earlier = await Promise.all((await keptVersions()).map(keptItems));
	const wanted = earlier.flat();
	const items = wanted.length > 0 ? await libraryItems(plan, wanted) : [];
	if (!items) throw new Error(`the server does not have the library of version ${plan.version}`);
	return items;
}

/**
 * Fetches missing files again: a browser short of storage may delete the cache but keep the worker.
 */
export async function mend(version: string): Promise<void> {
	if ((await keptPlan(version)) === null) await install(version).catch(() => {});
}

/**
 * Stores an article that has been opened, where the library is not stored whole. Without a network
 * it is stored when it is opened next.
 */
export async function keepOpened(version: string, id: string): Promise<void> {
	const plan = await basePlan(version);
	if (!plan?.library) return;
	const stored = await keptItems(version);
	if (stored.some((item) => item.kind === 'article' && item.id === id)) return;
	const [item] = (await libraryItems(plan, [{ kind: 'article', id }])) ?? [];
	if (!item || !(await fetchFiles(version, item.entries, () => {})).ok) return;
	await addItems(version, [item]).catch(() => {}); // no space: the reader keeps reading
}

/** Returns the article whose page or data an address is; null for another address. */
export const openedArticle = (address: string): string | null =>
	/^\/[a-z]{2,3}\/read\/(?<id>[\w-]+)\/(?:page\.json)?$/.exec(new URL(address).pathname)?.groups
		?.id ?? null;
