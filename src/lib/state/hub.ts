/**
 * Which hub models come from: the reader’s own choice, kept in localStorage, else the one that the
 * site was built with (`JAMSIDES_HUB`), else Hugging Face.
 */
import { defaultHub, parseHub, type Hub } from '$lib/core/machine/hub';

const key = 'jamsides.hub';

export const siteHub: Hub = parseHub(import.meta.env.JAMSIDES_HUB ?? '') ?? defaultHub;

/** Null where the reader has chosen none. */
export function chosenHub(): Hub | null {
	try {
		return parseHub(localStorage.getItem(key) ?? '');
	} catch {
		return null;
	}
}

export function rememberHub(hub: Hub | null): void {
	try {
		if (hub) localStorage.setItem(key, hub);
		else localStorage.removeItem(key);
	} catch {
		// No room or no leave: it holds for this visit.
	}
}
