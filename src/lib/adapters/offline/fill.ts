/**
 * Fills a version’s cache: copies a file from another version’s cache if it has the same one, else
 * fetches it. Stores only files that match the plan exactly, so a cache never mixes two versions,
 * and a later run reuses what an interrupted one stored.
 */
import { notFoundPath, planPath, type PlanEntry, type Plan } from '$lib/core/offline/plan';
import { fail, ok, type Result } from '$lib/core/result';
import { fetchWhole } from './fetchWhole';
import {
	cacheName,
	isSame,
	isSound,
	kept,
	keptPaths,
	keptPlan,
	keptVersions
} from './versionCaches';

/**
 * `unreachable`: the server does not answer; `unpublished`: it answers without the files of the plan,
 * as while a new version is copied onto it; `full`: the device has no space. `left`: number of files
 * still missing.
 */
export interface FillFailure {
	readonly kind: Exclude<Outcome, 'brought'>;
	readonly left: number;
}

/** What became of one file. */
type Outcome = 'brought' | 'full' | 'unreachable' | 'unpublished';

/** Of several causes the first of these is reported: it is the first to be removed. */
const causes = ['full', 'unreachable', 'unpublished'] as const;

/** Called for every file, and while a file comes: a long file is no silence. */
export type FillProgress = (done: number, of: number) => void;

/** Number of requests at a time: browsers queue any more to one host. */
const atOnce = 6;

/** Shortest time between two reports while files come, in milliseconds. */
const betweenReportsMs = 1000;

/**
 * Fetches the `wanted` files of a plan. Stores the plan, which marks the cache whole, if all came.
 */
export async function fill(
	plan: Plan,
	wanted: readonly PlanEntry[],
	progress: FillProgress
): Promise<Result<void, FillFailure>> {
	const filled = await fetchFiles(plan.version, wanted, progress);
	if (!filled.ok) return filled;
	const cache = await caches.open(cacheName(plan.version));
	const isStored = await put(cache, planPath, new Response(JSON.stringify(plan)));
	return isStored ? ok(undefined) : fail({ kind: 'full', left: 1 });
}

/** Fetches files into the cache of a version, whose plan it leaves alone. */
export async function fetchFiles(
	version: string,
	wanted: readonly PlanEntry[],
	progress: FillProgress
): Promise<Result<void, FillFailure>> {
	const cache = await caches.open(cacheName(version));
	const outcomes = await bringAll(wanted, cache, await otherVersions(version), progress);
	const left = outcomes.filter((outcome) => outcome !== 'brought').length;
	const cause = causes.find((kind) => outcomes.includes(kind));
	return cause ? fail({ kind: cause, left }) : ok(undefined);
}

async function bringAll(
	wanted: readonly PlanEntry[],
	cache: Cache,
	others: readonly OtherVersion[],
	progress: FillProgress
): Promise<readonly Outcome[]> {
	const queue = [...wanted];
	const outcomes: Outcome[] = [];
	let reportedAt = 0;
	const report = (): void => {
		reportedAt = Date.now();
		progress(wanted.length - queue.length, wanted.length);
	};
	const heard = (): void => {
		if (Date.now() - reportedAt >= betweenReportsMs) report();
	};
	const work = async (): Promise<void> => {
		for (let entry = queue.shift(); entry; entry = queue.shift()) {
			outcomes.push(await bring(entry, cache, others, heard));
			report();
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return outcomes;
}

/** Returns the entries of a plan that its cache lacks. */
export async function missing(plan: Plan): Promise<readonly PlanEntry[]> {
	const there = await keptPaths(plan.version);
	return plan.entries.filter(({ path }) => !there.has(path));
}

/** What another version stores. */
interface OtherVersion {
	readonly version: string;
	readonly digests: ReadonlyMap<string, string>;
}

async function otherVersions(version: string): Promise<readonly OtherVersion[]> {
	const others = (await keptVersions()).filter((other) => other !== version);
	const plans = await Promise.all(others.map(keptPlan));
	return plans
		.filter((plan) => plan !== null)
		.map(({ version, entries }) => ({
			version,
			digests: new Map(entries.map(({ path, digest }) => [path, digest]))
		}));
}

async function bring(
	entry: PlanEntry,
	cache: Cache,
	others: readonly OtherVersion[],
	heard: () => void
): Promise<Outcome> {
	// A page's request passes the service worker, which would answer with the damaged file.
	await cache.delete(entry.path);
	const response = (await copy(entry, others)) ?? (await download(entry, heard));
	if (typeof response === 'string') return response;
	return (await put(cache, entry.path, response)) ? 'brought' : 'full';
}

/** Stores a response. Browsers name a full disk differently, and refuse for no other reason. */
const put = (cache: Cache, path: string, response: Response): Promise<boolean> =>
	cache.put(path, response).then(
		() => true,
		() => false
	);

async function copy(entry: PlanEntry, others: readonly OtherVersion[]): Promise<Response | null> {
	const same = others.find(({ digests }) => digests.get(entry.path) === entry.digest);
	const response = same && (await kept(same.version, entry.path));
	return response && (await isSound(entry, response.clone())) ? response : null;
}

type Missed = 'unreachable' | 'unpublished';

async function download(entry: PlanEntry, heard: () => void): Promise<Response | Missed> {
	// A file with its digest in the name may come from the browser’s own cache; others are
	// revalidated. A wrong answer that the browser keeps would else be the answer for a year.
	const isLasting = entry.path.startsWith('/_app/immutable/');
	const ways: readonly RequestCache[] = isLasting ? ['default', 'reload'] : ['no-cache'];
	let missed: Missed = 'unreachable';
	for (const cache of ways) {
		const response = await fetched(entry, cache, heard);
		if (typeof response !== 'string') return response;
		missed = response;
	}
	return missed;
}

/** Returns the file if it comes and matches the plan. */
async function fetched(
	entry: PlanEntry,
	cache: RequestCache,
	heard: () => void
): Promise<Response | Missed> {
	const accepts = ({ redirected, status }: Response): boolean =>
		!redirected && (status === 200 || entry.path === notFoundPath);
	try {
		const file = await fetchWhole(entry.path, cache, { accepts, heard });
		if (!file || !(await isSame(entry, file.content))) return 'unpublished';
		return new Response(file.content, { status: file.status, headers: file.headers });
	} catch {
		return 'unreachable'; // no network, or an answer that broke off or stood still
	}
}
