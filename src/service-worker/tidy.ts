import { cacheName, keptVersions } from '$lib/adapters/offline/versionCaches';
import { running } from '$lib/adapters/offline/running';

/**
 * Deletes the caches of versions that no tab runs. Deletes nothing while another version installs
 * or waits, or while a tab has not announced its version.
 */
export async function tidy(worker: ServiceWorkerGlobalScope, own: string): Promise<void> {
	// In this order: a version that begins to install after this line is not in the list.
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
