import { parseStoredArticle, type StoredArticle } from '$lib/core/translation/stored';

/**
 * Returns a stored article, from the site or from the offline cache. Returns null if there is none
 * with this id, or if it cannot be fetched or read: then only the reader's own copy is shown.
 */
export async function storedArticle(id: string): Promise<StoredArticle | null> {
	try {
		const answer = await fetch(`/stored/${encodeURIComponent(id)}.json`);
		if (!answer.ok) return null;
		const parsed = parseStoredArticle(await answer.json());
		return parsed.ok ? parsed.value : null;
	} catch {
		return null;
	}
}
