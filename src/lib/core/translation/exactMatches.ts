/** Finds the units of a translation in a text by fingerprint, wherever the paragraph has moved. */
import type { Fingerprint } from '../text/fingerprint';
import type { Unit } from './unit';

/** Unit number `unit` matches `length` paragraphs, starting at number `at`. */
export interface UnitMatch {
	readonly unit: number;
	readonly at: number;
	readonly length: number;
	/** True for a further copy of a paragraph, beyond the units that there are. */
	readonly borrowed?: true;
}

/**
 * Returns every run of paragraphs that a unit translates, in text order. The copies of a repeated
 * paragraph take the units with that source in turn; when the units run out, the last one is used
 * again.
 */
export function places(
	paragraphs: readonly Fingerprint[],
	units: readonly Pick<Unit, 'source'>[]
): UnitMatch[] {
	const bySource = new Map<string, number[]>();
	for (const [index, { source }] of units.entries()) push(bySource, source.join(), index);
	const byFirst = new Map<Fingerprint, number[]>();
	for (const [index, fingerprint] of paragraphs.entries()) push(byFirst, fingerprint, index);

	const found: UnitMatch[] = [];
	for (const alike of bySource.values()) {
		const source = units[alike[0] ?? 0]?.source ?? [];
		const [first] = source;
		const starts = first === undefined ? [] : (byFirst.get(first) ?? []);
		const runs = starts.filter((at) =>
			source.every((fingerprint, offset) => paragraphs[at + offset] === fingerprint)
		);
		for (const [turn, at] of runs.entries()) {
			const unit = alike[Math.min(turn, alike.length - 1)];
			const borrowed = turn >= alike.length && ({ borrowed: true } as const);
			if (unit !== undefined) found.push({ unit, at, length: source.length, ...borrowed });
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
 * Returns the longest run of matches whose units are in text order: the paragraphs that did not
 * move. Patience sorting, O(n log n): https://en.wikipedia.org/wiki/Patience_sorting
 */
export function anchors(inTextOrder: readonly UnitMatch[]): UnitMatch[] {
	const piles: { place: UnitMatch; under: number }[][] = [];
	for (const place of inTextOrder) {
		const pile = firstPileFrom(piles, place.unit);
		const entry = { place, under: (piles[pile - 1]?.length ?? 0) - 1 };
		const there = piles[pile];
		if (there) there.push(entry);
		else piles.push([entry]);
	}
	const kept: UnitMatch[] = [];
	let at = (piles.at(-1)?.length ?? 0) - 1;
	for (const pile of piles.toReversed()) {
		const entry = pile[at];
		if (!entry) break;
		kept.push(entry.place);
		at = entry.under;
	}
	return kept.reverse();
}

/** Returns the leftmost pile whose top is not below `unit`. */
function firstPileFrom(
	piles: readonly (readonly { readonly place: UnitMatch }[])[],
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
