/** What the boot script and the store leave for the reading page to find its place by. */
import type { Spot } from '$lib/core/library/store';
import { parseFingerprint } from '$lib/core/text/fingerprint';

/** Returns an entry of the list that the store writes to localStorage; null for anything else. */
export function listedPlace(raw: unknown): (Spot & { readonly within: number }) | null {
	if (!Array.isArray(raw)) return null;
	const [text, paragraph, of, within] = raw as readonly unknown[];
	const fingerprint = parseFingerprint(String(text));
	const numbers = [paragraph, of, within];
	if (!fingerprint || !numbers.every((one): one is number => Number.isFinite(one))) return null;
	const [nth = 1, count = 1, share = 0] = numbers;
	return { fingerprint, paragraph: nth, of: count, within: share };
}

/** Whether the boot script has gone there already (src/boot/place.js). */
export function takeBootMark(): boolean {
	const { dataset } = document.documentElement;
	const isThere = 'resumed' in dataset;
	delete dataset.resumed;
	return isThere;
}
