/** How reliable a translation is: who wrote it, and whether a person has corrected or reviewed it. */
import type { Shown } from './row';
import type { Contributor, Correction, Review } from './unit';

/**
 * Best first. `corrected` is an AI draft or a machine’s translation that a person has corrected,
 * `reviewed` one that a person has reviewed as it is.
 */
export const trustLevels = ['human', 'corrected', 'reviewed', 'ai', 'machine', 'none'] as const;
export type TrustLevel = (typeof trustLevels)[number];

interface Trusted {
	readonly by: Contributor;
	readonly correction?: Correction;
	readonly review: Review | null;
}

export function trustLevelOf({ by, correction, review }: Trusted): TrustLevel {
	if (by.origin === 'human') return 'human';
	if (correction) return 'corrected';
	return review ? 'reviewed' : by.origin;
}

export const shownTrustLevel = (shown: Shown): TrustLevel =>
	shown.kind === 'translated' ? trustLevelOf(shown) : 'none';

/** Returns the position among the levels: 0 is the best. */
export const rank = (one: TrustLevel): number => trustLevels.indexOf(one);
