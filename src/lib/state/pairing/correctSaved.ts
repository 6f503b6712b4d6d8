import type { BookPairing, PairingCredit } from '$lib/core/library/bookPairing';
import { savedIds } from '$lib/core/library/pairedChapters';
import { recredited } from '$lib/core/library/recredited';
import type { Store } from '$lib/core/library/store';
import type { StoreResult } from '$lib/core/library/storeFailure';
import { ok } from '$lib/core/result';

/** Corrects the credit of the chapters that are saved, where it has changed since. */
export async function correctSaved(
	store: Store,
	draft: BookPairing,
	now: string
): StoreResult<unknown> {
	const { applied, pairs } = draft;
	if (!applied) return ok(null);
	const saved = pairs.filter(({ outcome }) => outcome === 'saved');
	for (const id of saved.flatMap((pair) => savedIds(draft, pair))) {
		const found = await store.translation(id);
		if (!found.ok) return found;
		const changed = found.value && recredited(found.value, applied, pairingCredit(draft));
		if (!changed) continue;
		const put = await store.putTranslation({ ...changed, changedAt: now }, changed.changedAt);
		if (!put.ok) return put;
	}
	return ok(null);
}

export const pairingCredit = ({ lang, credit, machine }: BookPairing): PairingCredit => ({
	...{ lang, credit, machine }
});
