/** The pairs of chapters as the page shows them: what each row is, and what speaks against it. */
import type { Beads } from '$lib/core/align/bead';
import { ChapterCosts, type ChapterSketch, type PairDoubt } from '$lib/core/book/chapterCosts';
import { movedPairs } from '$lib/core/book/chapterPairs';
import { pairKey, type ChapterPair } from '$lib/core/library/bookPairing';

/**
 * - `front`, `extra`: chapters of the translation that answer nothing, before all pairs or after;
 * - `untranslated`: a chapter of the original alone;
 * - `split`, `joined`: one chapter that is several in the translation, and several that are one.
 */
type PairKind = 'pair' | 'split' | 'joined' | 'untranslated' | 'extra' | 'front';

export interface PairRow {
	readonly pair: ChapterPair;
	readonly kind: PairKind;
	readonly doubt: PairDoubt | null;
	readonly moved: boolean;
}

interface Sketches {
	readonly source: readonly ChapterSketch[];
	readonly target: readonly ChapterSketch[];
}

export function pairRows(
	pairs: readonly ChapterPair[],
	sketches: Sketches | null
): readonly PairRow[] {
	const costs = sketches && new ChapterCosts(sketches.source, sketches.target);
	const moved = movedPairs(beadsOf(pairs));
	const first = pairs.findIndex(({ source, target }) => source.length > 0 && target.length > 0);
	return pairs.map((pair, at) => ({
		pair,
		kind: kindOf(pair, at < first),
		doubt: costs?.doubt([pair.source, pair.target]) ?? null,
		moved: moved.has(at)
	}));
}

function kindOf({ source, target }: ChapterPair, isBeforeAll: boolean): PairKind {
	if (source.length === 0) return isBeforeAll ? 'front' : 'extra';
	if (target.length === 0) return 'untranslated';
	if (source.length > 1) return 'joined';
	return target.length > 1 ? 'split' : 'pair';
}

export const beadsOf = (pairs: readonly ChapterPair[]): Beads =>
	pairs.map(({ source, target }) => [source, target]);

/** Returns beads as pairs; those that stay as they were keep their outcome. */
export function pairsOf(beads: Beads, before: readonly ChapterPair[] = []): readonly ChapterPair[] {
	const known = new Map(before.map((pair) => [pairKey(pair), pair]));
	return beads.map(
		([source, target]) =>
			known.get(pairKey({ source, target })) ?? { source, target, outcome: 'waiting' }
	);
}
