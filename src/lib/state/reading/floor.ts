/** The floor: the lowest kind of translation to show. One below it is hidden in its place. */
import type { Shown } from '$lib/core/translation/row';
import type { Values } from '../settings/settings.svelte';

/** Returns whether a translation is hidden. The same rule as in css/floor.css. */
export function isBelow(floor: Values['floor'], shown: Shown): boolean {
	if (floor === undefined || shown.kind !== 'translated' || shown.by.origin === 'human')
		return false;
	switch (floor) {
		case 'human':
			return true;
		case 'reviewed':
			return isUntouched(shown);
		case 'draft':
			return shown.by.origin === 'machine' && isUntouched(shown);
	}
}

/** Tells whether no person has reviewed or corrected a translation. */
const isUntouched = ({ review, correction }: Shown & { kind: 'translated' }): boolean =>
	review === null && !correction;
