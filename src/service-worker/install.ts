import { fill, missing } from '$lib/adapters/offline/fill';
import { keptPlan, servedPlan } from '$lib/adapters/offline/versionCaches';
import { channelName, type ToPages } from '$lib/adapters/offline/protocol';

/**
 * Fetches every file of this version. Throws if one fails: then the browser discards this worker,
 * the earlier one stays, and the next attempt reuses the fetched files.
 */
export async function install(version: string): Promise<void> {
	const plan = await servedPlan(version);
	if (!plan) throw new Error(`the server does not have the plan of version ${version}`);
	const pages = new BroadcastChannel(channelName);
	const tell = (message: ToPages): void => pages.postMessage(message);
	const filled = await fill(plan, await missing(plan), (done, of) =>
		tell({ type: 'progress', version, done, of })
	);
	if (!filled.ok) tell({ type: 'failed', version, ...filled.failure });
	pages.close();
	if (!filled.ok) throw new Error(`${filled.failure.left} files ${filled.failure.kind}`);
}

/**
 * Fetches missing files again: a browser short of storage may delete the cache but keep the worker.
 */
export async function mend(version: string): Promise<void> {
	if ((await keptPlan(version)) === null) await install(version).catch(() => {});
}
