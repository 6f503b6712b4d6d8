/**
 * The one place where adapters are put together. What only some readers need loads when it is asked
 * for: Dexie is half as large as all else that the reading page runs.
 */
import type { Importer } from '$lib/adapters/import/importer';
import type { Store } from '$lib/core/library/store';
import type { World } from '$lib/state/add.svelte';
import type { Listing } from '$lib/state/listing';

let opened: Promise<Store> | null = null;

/** The reader’s library. The same one always; only in the browser. */
export function store(): Promise<Store> {
	opened ??= openStore();
	return opened;
}

async function openStore(): Promise<Store> {
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

/** What adding texts needs of the world outside. `stored`: what the site itself holds. */
export const addingWorld = (stored: () => readonly Listing[]): World => ({
	store,
	importer: () => (importing ??= startImporter()),
	known: async () => {
		const { storedIndex } = await import('$lib/adapters/stored/entries');
		return storedIndex();
	},
	listed: stored,
	hold: async (draft) => (await import('$lib/adapters/import/hold')).hold(draft),
	newId: () => crypto.randomUUID(),
	now: () => Date.now()
});

let importing: Promise<Importer> | null = null;

async function startImporter(): Promise<Importer> {
	try {
		return (await import('$lib/adapters/import/start')).startImporter();
	} catch (error) {
		importing = null; // as above
		throw error;
	}
}
