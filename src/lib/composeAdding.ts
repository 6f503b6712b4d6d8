/** The part of `compose.ts` that adds texts: apart from it, since every page loads that one. */
import type { Importer } from '$lib/adapters/import/importer';
import type { World } from '$lib/state/add.svelte';
import type { Listing } from '$lib/state/listing';
import { store } from './compose';

/** What adding texts needs of the world outside. `stored`: what the site itself holds. */
export const addingWorld = (stored: () => readonly Listing[]): World => ({
	store,
	importer,
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

/** Reads texts of any kind that is taken in. */
export const importer = (): Promise<Importer> => (importing ??= startImporter());

async function startImporter(): Promise<Importer> {
	try {
		return (await import('$lib/adapters/import/start')).startImporter();
	} catch (error) {
		importing = null; // the module did not come: the next call asks again
		throw error;
	}
}
