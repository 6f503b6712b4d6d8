/**
 * Brings files into a version’s cache: from another version’s cache where it has the same file, else
 * from the server. Nothing is kept that is not just what the plan says, so a cache never mixes two
 * versions, and what an interrupted run brought is there for the next one.
 */
import { notFoundPath, planPath, type Entry, type Plan } from '$lib/core/offline/plan';
import { fail, ok, type Result } from '$lib/core/result';
import { cacheName, isSound, kept, keptPlan, keptVersions } from './kept';

/** `left`: files that are still not there. */
export interface FillFailure {
	readonly kind: 'unreachable' | 'full';
	readonly left: number;
}

export type Progress = (done: number, of: number) => void;

/** What a browser lets one host answer at a time without waiting. */
const atOnce = 6;

/** Brings what is `wanted` of a plan, and marks the cache whole where all of it came. */
export async function fill(
	plan: Plan,
	wanted: readonly Entry[],
	progress: Progress
): Promise<Result<void, FillFailure>> {
	const cache = await caches.open(cacheName(plan.version));
	const others = await otherVersions(plan.version);
	const queue = [...wanted];
	let left = 0;
	let isFull = false;

	const work = async (): Promise<void> => {
		for (let entry = queue.shift(); entry; entry = queue.shift()) {
			const brought = await bring(entry, cache, others);
			if (brought !== 'brought') left += 1;
			if (brought === 'full') isFull = true;
			progress(wanted.length - queue.length, wanted.length);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));

	if (left > 0) return fail({ kind: isFull ? 'full' : 'unreachable', left });
	await cache.put(planPath, new Response(JSON.stringify(plan)));
	return ok(undefined);
}

/** The entries of a plan that its cache has nothing for. */
export async function missing(plan: Plan): Promise<readonly Entry[]> {
	const there = await Promise.all(plan.entries.map(({ path }) => kept(plan.version, path)));
	return plan.entries.filter((_, i) => there[i] === undefined);
}

async function otherVersions(version: string): Promise<readonly Plan[]> {
	const others = (await keptVersions()).filter((other) => other !== version);
	const plans = await Promise.all(others.map(keptPlan));
	return plans.filter((plan) => plan !== null);
}

async function bring(
	entry: Entry,
	cache: Cache,
	others: readonly Plan[]
): Promise<'brought' | 'absent' | 'full'> {
	// A page's request goes through the worker, which would answer with the damaged file.
	await cache.delete(entry.path);
	const response = (await copy(entry, others)) ?? (await download(entry));
	if (!response) return 'absent';
	try {
		await cache.put(entry.path, response);
		return 'brought';
	} catch {
		return 'full';
	}
}

async function copy(entry: Entry, others: readonly Plan[]): Promise<Response | null> {
	const same = others.find((plan) =>
		plan.entries.some(({ path, digest }) => path === entry.path && digest === entry.digest)
	);
	const response = same && (await kept(same.version, entry.path));
	return response && (await isSound(entry, response.clone())) ? response : null;
}

async function download(entry: Entry): Promise<Response | null> {
	try {
		// What has its digest in its name may come from the browser’s own cache; the rest is asked for.
		const isLasting = entry.path.startsWith('/_app/immutable/');
		const response = await fetch(entry.path, { cache: isLasting ? 'default' : 'no-cache' });
		const isRight = response.status === 200 || entry.path === notFoundPath;
		return isRight && (await isSound(entry, response.clone())) ? response : null;
	} catch {
		return null;
	}
}
