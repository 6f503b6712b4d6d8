import { fill, missing } from '$lib/adapters/offline/fill';
import { keptPlan, servedPlan } from '$lib/adapters/offline/kept';
import { channelName, type ToPages } from '$lib/adapters/offline/protocol';

/**
 * Brings every file of this version. Throws where one does not come: then the browser drops this
 * worker, the one before stays, and the next attempt finds what this one brought.
 */
export async function install(version: string): Promise<void> {
	const plan = await servedPlan(version);
	if (!plan) throw new Error(`the server does not have the plan of version ${version}`);
	const pages = new BroadcastChannel(channelName);
	const filled = await fill(plan, await missing(plan), (done, of) =>
		pages.postMessage({ type: 'progress', version, done, of } satisfies ToPages)
	);
	pages.close();
	if (!filled.ok) throw new Error(`${filled.failure.left} files ${filled.failure.kind}`);
}

/** A browser short of room may have dropped the whole cache and kept the worker: then all of it is brought again. */
export async function mend(version: string): Promise<void> {
	if ((await keptPlan(version)) === null) await install(version).catch(() => {});
}
