/** Whose work the reader wants to see at least; what is below keeps its place, hidden. */
import type { Shown } from '$lib/core/translation/row';
import type { Values } from '$lib/state/settings.svelte';

/** Whether a translation is hidden: the same rule as at the end of reading.css. */
export function isBelow(floor: Values['floor'], shown: Shown): boolean {
	if (floor === undefined || shown.kind !== 'translated' || shown.by.origin === 'human')
		return false;
	switch (floor) {
		case 'human':
			return true;
		case 'reviewed':
			return shown.review === null;
		case 'draft':
			return shown.by.origin === 'machine' && shown.review === null;
	}
}
