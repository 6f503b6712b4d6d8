/** What a check has found in one place: something to look at, not always a fault. */
import type { Fingerprint } from '../../text/fingerprint';
import type { Place } from './pair';

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
	/** What it is about, short and the same as long as the fault is: explanations hang on it. */
	readonly about: string;
	/** What each side has; null where it lacks what the other has. */
	readonly original: string | null;
	readonly translation: string | null;
}

/** A finding, and where. */
export interface Report extends Finding {
	readonly place: Place;
	/** The unit’s first source; null for the title. */
	readonly source: Fingerprint | null;
}

/** What the original has and the translation lacks, or the reverse, in one line. */
export function describe({ kind, original, translation }: Finding): string {
	if (translation === null)
		return `${kind}: the original has ${original ?? ''}, the translation lacks it`;
	if (original === null)
		return `${kind}: the translation has ${translation}, the original does not`;
	return `${kind}: the original has ${original}, the translation ${translation}`;
}
