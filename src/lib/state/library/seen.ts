/** Which texts of the site the reader has seen in the library, so that new ones can be marked. */
import { readLocalJson, writeLocal } from '../localStore';

const key = 'jamsides.seen';

/** The new ids of this visit: they stay new until the next. */
let fresh: readonly string[] | null = null;

/** Returns the ids that were not in the library at the last visit, and remembers all; none at the first. */
export function newSince(ids: readonly string[]): readonly string[] {
	if (fresh) return fresh;
	const seen = readLocalJson(key);
	fresh = Array.isArray(seen) ? ids.filter((id) => !seen.includes(id)) : [];
	writeLocal(key, JSON.stringify(ids));
	return fresh;
}

export function forgetSeen(): void {
	fresh = [];
	writeLocal(key, null);
}
