/** The part of `compose.ts` that adds texts: apart from it, since every page loads that one. */
import type { Reading } from '$lib/adapters/import/reading';
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

let importing: Promise<Reading> | null = null;

/** Reads texts of any kind that is taken in. */
export const importer = (): Promise<Reading> => (importing ??= start());

async function start(): Promise<Reading> {
	try {
		const [{ startImporter }, { Reading }] = await Promise.all([
			import('$lib/adapters/import/start'),
			import('$lib/adapters/import/reading')
		]);
		return new Reading(startImporter());
	} catch (error) {
		importing = null; // the module did not come: the next call asks again
		throw error;
	}
}
