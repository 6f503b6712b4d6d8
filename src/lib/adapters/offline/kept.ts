/**
 * The caches, one a version: `jamsides-<version>`. A cache is whole once it holds its plan, which
 * is put there last. Used by the service worker and by the page alike.
 */
import { parsePlan, planPath, type Entry, type Plan } from '$lib/core/offline/plan';
import type { Condition, Conditions } from '$lib/core/offline/inventory';

const prefix = 'jamsides-';

export const cacheName = (version: string): string => prefix + version;

/** The version whose cache this is, null for a cache that is none of ours. */
export const versionOfCache = (name: string): string | null =>
	name.startsWith(prefix) ? name.slice(prefix.length) : null;

/** The versions that have a cache, whole or not, in the order in which they came. */
export const keptVersions = async (): Promise<readonly string[]> =>
	(await caches.keys()).map(versionOfCache).filter((version) => version !== null);

/** What a version keeps at a path. What a request accepts is the server’s business, not the cache’s. */
export const kept = (version: string, path: string): Promise<Response | undefined> =>
	caches.match(path, { cacheName: cacheName(version), ignoreVary: true });

/** The plan of a version that is whole. */
export async function keptPlan(version: string): Promise<Plan | null> {
	const response = await kept(version, planPath);
	return response ? planIn(response) : null;
}

/** The plan that the server has, where it is that of this version: another’s files are not ours. */
export async function servedPlan(version: string): Promise<Plan | null> {
	const response = await fetch(planPath, { cache: 'no-store' }).catch(() => null);
	const plan = response?.ok ? await planIn(response) : null;
	return plan?.version === version ? plan : null;
}

async function planIn(response: Response): Promise<Plan | null> {
	const parsed = parsePlan(await response.json().catch(() => null));
	return parsed.ok ? parsed.value : null;
}

/** Reads every file of the plan back and holds it against its digest. */
export async function readBack(plan: Plan): Promise<Conditions> {
	const conditions = await Promise.all(
		plan.entries.map(async (entry) => [entry.path, await condition(plan.version, entry)] as const)
	);
	return new Map(conditions);
}

async function condition(version: string, entry: Entry): Promise<Condition> {
	const response = await kept(version, entry.path);
	if (!response) return 'missing';
	return (await isSound(entry, response)) ? 'sound' : 'damaged';
}

/** Whether a response is just what the plan says. Reads it to its end. */
export async function isSound(entry: Entry, response: Response): Promise<boolean> {
	if (response.redirected) return false;
	try {
		const content = await response.arrayBuffer();
		return content.byteLength === entry.bytes && (await digest(content)) === entry.digest;
	} catch {
		return false; // broken off, or unreadable
	}
}

async function digest(content: ArrayBuffer): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
