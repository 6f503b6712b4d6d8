import { parseStoredArticle, type StoredArticle } from '$lib/core/translation/stored';

/**
 * A stored article, from the site or from what is kept of it offline; null where there is none of
 * this id, or where it could not be had or read: the reader's own is then shown alone.
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
