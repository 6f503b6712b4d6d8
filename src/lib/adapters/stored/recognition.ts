/** Recognises texts by the site’s files, and without a network by the texts that are kept. */
import type { Block } from '../../core/text/article';
import { identify } from '../../core/translation/identify';
import {
	candidatesIn,
	identifyInLibrary,
	type Candidates,
	type InLibrary
} from '../../core/translation/identifyInLibrary';
import { knownArticles } from '../../core/translation/stored';
import { libraryFiles } from './fingerprints';
import { keptEntries } from './keptTexts';

/** Returns the stored articles that may recognise a text. */
export async function storedCandidates(blocks: readonly Block[]): Promise<Candidates> {
	const library = await libraryFiles();
	const found = library && (await candidatesIn(blocks, library));
	return found?.isWhole ? found : withKept(found);
}

/** Recognises a text that was imported, and mends it. */
export async function identifyStored(blocks: readonly Block[]): Promise<InLibrary> {
	const library = await libraryFiles();
	const found = library && (await identifyInLibrary(blocks, library));
	if (found && (found.recognition || found.candidates.isWhole)) return found;
	const candidates = await withKept(found?.candidates ?? null);
	return { ...identify(blocks, knownArticles(candidates.entries)), candidates };
}

async function withKept(found: Candidates | null): Promise<Candidates> {
	const came = new Set(found?.entries.map(({ id }) => id));
	const kept = await keptEntries();
	return {
		entries: [...(found?.entries ?? []), ...kept.filter(({ id }) => !came.has(id))],
		isWhole: false
	};
}
