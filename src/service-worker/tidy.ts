import { cacheName, keptVersions } from '$lib/adapters/offline/kept';
import { running } from '$lib/adapters/offline/running';

/**
 * Drops the caches of versions that no tab runs. Keeps everything while another version installs or
 * waits, or while a tab has not said yet what it runs.
 */
export async function tidy(worker: ServiceWorkerGlobalScope, own: string): Promise<void> {
	// In this order: a version that begins to install after this line is not among these.
	const versions = await keptVersions();
	const { active, installing, waiting } = worker.registration;
	if (installing || waiting || !active) return;
	const said = await running();
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (!tabs.every(({ id }) => said.has(id))) return;
	const inUse = new Set([own, ...said.values()]);
	const idle = versions.filter((version) => !inUse.has(version));
	await Promise.all(idle.map((version) => caches.delete(cacheName(version))));
}
