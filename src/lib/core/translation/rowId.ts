/** Names the rows of a page, also where a paragraph stands there several times. */
import type { Fingerprint } from '../text/fingerprint';

/** Returns the id of the row with the `nth` occurrence (from 1) of a paragraph. */
export const rowId = (paragraph: Fingerprint, nth: number): string =>
	nth > 1 ? `${paragraph}-${nth}` : paragraph;

/** Returns which occurrence of its paragraph a row shows, from 1. */
export const occurrenceOf = (id: string): number => Number(/-(\d+)$/.exec(id)?.[1] ?? 1);
