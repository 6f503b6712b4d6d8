/**
 * The one place where adapters are put together. What only some readers need loads when it is asked
 * for: Dexie is half as large as all else that the reading page runs.
 */
import type { OpenStore } from '$lib/adapters/db/store';

let opened: Promise<OpenStore> | null = null;

/** The reader’s library. The same one always; only in the browser. */
export function store(): Promise<OpenStore> {
	opened ??= openStore();
	return opened;
}

async function openStore(): Promise<OpenStore> {
	try {
		const { openStore } = await import('$lib/adapters/db/store');
		return openStore(storage());
	} catch (error) {
		opened = null; // the module did not come: the next call asks again
		throw error;
	}
}

function storage(): { storage?: Storage } {
	try {
		return { storage: localStorage };
	} catch {
		return {}; // forbidden by the reader’s settings
	}
}

/** The service worker and the caches, as pages see them. */
export const offline = () => import('$lib/adapters/offline');

/** The part of it that every page loads: it must stay small. */
export const versions = () => import('$lib/adapters/offline/versions');
