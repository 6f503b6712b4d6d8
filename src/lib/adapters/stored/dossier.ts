import { parseDossier, type Dossier } from '$lib/core/dossier/dossier';
import type { Lang } from '$lib/core/text/article';

/**
 * Returns a dossier of the site, from the site or from the offline cache; null if there is none with
 * this id, or if it cannot be fetched or read. `langs`: the languages that its words must be in.
 */
export async function storedDossier(id: string, langs: readonly Lang[]): Promise<Dossier | null> {
	try {
		const answer = await fetch(`/stored/dossiers/${encodeURIComponent(id)}.json`);
		if (!answer.ok) return null;
		const parsed = parseDossier(await answer.json(), langs);
		return parsed.ok ? parsed.value : null;
	} catch {
		return null;
	}
}
