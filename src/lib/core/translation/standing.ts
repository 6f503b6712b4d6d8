/** How far a translation may be leant on: whose words, and whether a person stands by them. */
import type { Shown } from './row';
import type { Contributor, Review } from './unit';

/** Best first. An AI draft or a machine’s words that a person has reviewed are `reviewed`. */
export const standings = ['human', 'reviewed', 'ai', 'machine', 'none'] as const;
export type Standing = (typeof standings)[number];

export function standingOf(by: Contributor, review: Review | null): Standing {
	if (by.origin === 'human') return 'human';
	return review ? 'reviewed' : by.origin;
}

export const standing = (shown: Shown): Standing =>
	shown.kind === 'translated' ? standingOf(shown.by, shown.review) : 'none';

/** 0 for the best. */
export const rank = (one: Standing): number => standings.indexOf(one);

/** Whether what is shown is at least as good as `floor`. */
export const meets = (shown: Shown, floor: Standing): boolean =>
	rank(standing(shown)) <= rank(floor);
