/** Reads what the site stores: over the network, or from the caches without one. */
import { knownArticles, parseStoredIndex } from '../../core/translation/stored';
import type { KnownArticle } from '../../core/translation/recognise';

let asked: Promise<readonly KnownArticle[] | null> | null = null;

/**
 * Returns what recognises the stored articles; null if the site does not answer. The next call
 * retries.
 */
export async function storedIndex(): Promise<readonly KnownArticle[] | null> {
	asked ??= fetchIndex();
	const index = await asked;
	if (!index) asked = null;
	return index;
}

async function fetchIndex(): Promise<readonly KnownArticle[] | null> {
	try {
		const answer = await fetch('/stored/index.json');
		if (!answer.ok) return null;
		const index = parseStoredIndex(await answer.json());
		return index.ok ? knownArticles(index.value) : null;
	} catch {
		return null; // no network, and nothing cached
	}
}
