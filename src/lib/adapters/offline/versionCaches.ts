/**
 * The caches, one per version: `jamsides-<version>`. A cache is whole once it contains its plan,
 * which is stored last. Used by the service worker and by pages.
 */
import { itemsPath, withItems } from '$lib/core/offline/items';
import {
	parsePart,
	parsePlan,
	planPath,
	type LibraryItem,
	type PlanEntry,
	type Plan
} from '$lib/core/offline/plan';
import type { OfflineCondition, Conditions } from '$lib/core/offline/inventory';
import { fetchWhole } from './fetchWhole';

const prefix = 'jamsides-';

export const cacheName = (version: string): string => prefix + version;

/** Returns the version of a cache; null for a cache of another kind. */
const versionOfCache = (name: string): string | null =>
	name.startsWith(prefix) ? name.slice(prefix.length) : null;

/** Returns the versions that have a cache, whole or not, in order of creation. */
export const keptVersions = async (): Promise<readonly string[]> =>
	(await caches.keys()).map(versionOfCache).filter((version) => version !== null);

/**
 * Returns the file that a version stores at a path. Ignores `Vary`: that concerns the server only.
 */
export const kept = (version: string, path: string): Promise<Response | undefined> =>
	caches.match(path, { cacheName: cacheName(version), ignoreVary: true });

/** Returns the paths of the files that a version stores. */
export async function keptPaths(version: string): Promise<ReadonlySet<string>> {
	const cache = await caches.open(cacheName(version));
	return new Set((await cache.keys()).map(({ url }) => decodeURI(new URL(url).pathname)));
}

/** Returns the plan of a version with the items that are stored by choice; null if it is not whole. */
export async function keptPlan(version: string): Promise<Plan | null> {
	const plan = await basePlan(version);
	return plan && withItems(plan, await keptItems(version));
}

/** Returns the plan of a version without what is stored by choice; null if its cache is not whole. */
export async function basePlan(version: string): Promise<Plan | null> {
	const response = await kept(version, planPath);
	return response ? planIn(response) : null;
}

/** Returns the items that a version stores by choice. */
export async function keptItems(version: string): Promise<readonly LibraryItem[]> {
	const response = await kept(version, itemsPath);
	const parsed = parsePart(response && (await response.json().catch(() => null)));
	return parsed.ok ? parsed.value.items : [];
}

/** Returns the server’s plan if it is of this version; null for another version’s. */
export async function servedPlan(version: string): Promise<Plan | null> {
	const accepts = ({ ok }: Response) => ok;
	const file = await fetchWhole(planPath, 'no-store', { accepts }).catch(() => null);
	const plan = file && (await planIn(new Response(file.content)));
	return plan?.version === version ? plan : null;
}

async function planIn(response: Response): Promise<Plan | null> {
	const parsed = parsePlan(await response.json().catch(() => null));
	return parsed.ok ? parsed.value : null;
}

/** Number of files that are read back at a time: all at once would all be in memory. */
const readAtOnce = 32;

/** Reads every file of the plan back and compares its digest. `progress`: number of files read. */
export async function readBack(
	plan: Plan,
	progress: (done: number) => void = () => {}
): Promise<Conditions> {
	const conditions = new Map<string, OfflineCondition>();
	const queue = plan.entries.values();
	const work = async (): Promise<void> => {
		for (const entry of queue) {
			conditions.set(entry.path, await condition(plan.version, entry));
			progress(conditions.size);
		}
	};
	await Promise.all(Array.from({ length: readAtOnce }, work));
	return conditions;
}

async function condition(version: string, entry: PlanEntry): Promise<OfflineCondition> {
	const response = await kept(version, entry.path);
	if (!response) return 'missing';
	return (await isSound(entry, response)) ? 'sound' : 'damaged';
}

/** Tells whether a response matches the plan exactly. Reads it to its end. */
export async function isSound(entry: PlanEntry, response: Response): Promise<boolean> {
	if (response.redirected) return false;
	try {
		return await isSame(entry, await response.arrayBuffer());
	} catch {
		return false; // interrupted, or unreadable
	}
}

/** Tells whether content matches the plan exactly. */
export const isSame = async (entry: PlanEntry, content: ArrayBuffer): Promise<boolean> =>
	content.byteLength === entry.bytes && (await digest(content)) === entry.digest;

async function digest(content: ArrayBuffer): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
