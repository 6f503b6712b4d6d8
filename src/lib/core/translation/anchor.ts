/**
 * Where the units of a translation stand in a text: by fingerprint, wherever the paragraph is now.
 */
import type { Fingerprint } from '../text/fingerprint';
import type { Unit } from './unit';

/** Unit number `unit` stands beside `length` paragraphs from number `at`. */
export interface Place {
	readonly unit: number;
	readonly at: number;
	readonly length: number;
}

/**
 * Every run of paragraphs that a unit translates, in the order of the text. A paragraph that stands
 * several times takes the units of that source in turn, and the last of them from then on.
 */
export function places(paragraphs: readonly Fingerprint[], units: readonly Unit[]): Place[] {
	const bySource = new Map<string, number[]>();
	for (const [index, { source }] of units.entries()) push(bySource, source.join(), index);
	const byFirst = new Map<Fingerprint, number[]>();
	for (const [index, fingerprint] of paragraphs.entries()) push(byFirst, fingerprint, index);

	const found: Place[] = [];
	for (const alike of bySource.values()) {
		const source = units[alike[0] ?? 0]?.source ?? [];
		const [first] = source;
		const starts = first === undefined ? [] : (byFirst.get(first) ?? []);
		const runs = starts.filter((at) =>
			source.every((fingerprint, offset) => paragraphs[at + offset] === fingerprint)
		);
		for (const [turn, at] of runs.entries()) {
			const unit = alike[Math.min(turn, alike.length - 1)];
			if (unit !== undefined) found.push({ unit, at, length: source.length });
		}
	}
	return found.sort((a, b) => a.at - b.at);
}

function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/**
 * The longest run of places whose units are in the text’s order: what did not move. Patience
 * sorting, O(n log n): https://en.wikipedia.org/wiki/Patience_sorting
 */
export function anchors(inTextOrder: readonly Place[]): Place[] {
	const piles: { place: Place; under: number }[][] = [];
	for (const place of inTextOrder) {
		const pile = firstPileFrom(piles, place.unit);
		const entry = { place, under: (piles[pile - 1]?.length ?? 0) - 1 };
		const there = piles[pile];
		if (there) there.push(entry);
		else piles.push([entry]);
	}
	const kept: Place[] = [];
	let at = (piles.at(-1)?.length ?? 0) - 1;
	for (const pile of piles.toReversed()) {
		const entry = pile[at];
		if (!entry) break;
		kept.push(entry.place);
		at = entry.under;
	}
	return kept.reverse();
}

/** The leftmost pile whose top is not below `unit`. */
function firstPileFrom(
	piles: readonly (readonly { readonly place: Place }[])[],
	unit: number
): number {
	let low = 0;
	let high = piles.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((piles[middle]?.at(-1)?.place.unit ?? Infinity) < unit) low = middle + 1;
		else high = middle;
	}
	return low;
}
