/** A difference found in one place. It needs a look, and is not always a fault. */
import type { Fingerprint } from '../../text/fingerprint';
import type { UnitLocation } from './pair';

export const findingKinds = [
	'uncovered',
	'figure',
	'name',
	'term',
	'forbidden',
	'brackets',
	'quotes',
	'emphasis',
	'link',
	'reference',
	'negation',
	'length'
] as const;

export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
	readonly kind: FindingKind;
	/**
	 * A short description that stays the same as long as the fault does: explanations refer to it.
	 */
	readonly about: string;
	/** The text of each side; null for the side that lacks it. */
	readonly original: string | null;
	readonly translation: string | null;
}

/** A finding with its location. */
export interface Report extends Finding {
	readonly place: UnitLocation;
	/** The unit’s first source; null for the title. */
	readonly source: Fingerprint | null;
}

/** Describes in one line what one side has and the other lacks. */
export function describe({ kind, original, translation }: Finding): string {
	if (translation === null)
		return `${kind}: the original has ${original ?? ''}, the translation lacks it`;
	if (original === null)
		return `${kind}: the translation has ${translation}, the original does not`;
	return `${kind}: the original has ${original}, the translation ${translation}`;
}
