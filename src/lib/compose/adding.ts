/** The environment of adding texts, apart from `store.ts`, which every page loads. */
import type { ImportOptions, ReadOutcome } from '$lib/adapters/import/importer';
import { fail } from '$lib/core/result';
import type { Block } from '$lib/core/text/article';
import type { Candidates } from '$lib/core/translation/identifyInLibrary';
import { once } from './once';
import { store } from './store';

/** Returns the reader of files of every kind that can be imported. */
const importer = once(async () => {
	const { startImporter } = await import('$lib/adapters/import/start');
	return startImporter();
});

/** Reads a file as a text, or as a book where it is one. */
export async function readFile(
	name: string,
	file: Blob,
	options: ImportOptions
): Promise<ReadOutcome> {
	try {
		return await (await importer()).read(name, file, options);
	} catch (error) {
		// The worker's code did not load: the network is down, and the code is not in the cache.
		return fail({ kind: 'broken', message: String(error) });
	}
}

/** Locks a draft to this tab. Returns its unlock function; null where another tab has the draft. */
export const lockDraft = async (draft: string, waits?: AbortSignal): Promise<(() => void) | null> =>
	(await import('$lib/adapters/import/draftLock')).lockDraft(draft, waits);

/** All that adding texts needs. */
export const addingEnvironment = {
	store,
	importer,
	candidates: async (blocks: readonly Block[]): Promise<Candidates> => {
		const { storedCandidates } = await import('$lib/adapters/stored/recognition');
		return storedCandidates(blocks);
	},
	lockDraft,
	newId: (): string => crypto.randomUUID(),
	now: (): number => Date.now()
};
