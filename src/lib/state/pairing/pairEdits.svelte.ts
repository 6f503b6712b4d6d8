import type { Beads } from '$lib/core/align/bead';
import type { ChapterPair } from '$lib/core/library/bookPairing';
import { beadsOf, pairsOf } from './pairRows';

/** The pairs of chapters, and the changes that can be undone. */
export class PairEdits {
	#pairs = $state.raw<readonly ChapterPair[]>([]);
	/** The pairs before each change, the oldest first. */
	#past = $state.raw<readonly (readonly ChapterPair[])[]>([]);

	readonly pairs = $derived(this.#pairs);
	readonly canUndo = $derived(this.#past.length > 0);

	/** Begins with pairs that nothing has changed yet. */
	begin(pairs: readonly ChapterPair[]): void {
		this.#pairs = pairs;
		this.#past = [];
	}

	change(edit: (beads: Beads) => Beads): void {
		this.#set(pairsOf(edit(beadsOf(this.#pairs)), this.#pairs));
	}

	/** Includes the pair of an original that was left out because it has a translation. */
	include(source: number): void {
		this.#set(
			this.#pairs.map((pair) =>
				pair.outcome === 'translated' && pair.source.includes(source)
					? { ...pair, outcome: 'waiting' }
					: pair
			)
		);
	}

	#set(pairs: readonly ChapterPair[]): void {
		// What is so already is no change to undo.
		if (pairs.every((pair, at) => pair === this.#pairs[at])) return;
		this.#past = [...this.#past, this.#pairs];
		this.#pairs = pairs;
	}

	undo(): void {
		this.#pairs = this.#past.at(-1) ?? this.#pairs;
		this.#past = this.#past.slice(0, -1);
	}
}
