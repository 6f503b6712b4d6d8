/**
 * A machine's translation of a paragraph that has a better one. It is compared with that one and
 * never replaces it.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { Drafted, SentenceProgress } from '$lib/core/machine/blockTranslation';
import type { CachedUnit } from '$lib/core/machine/fromCache';
import type { Block } from '$lib/core/text/article';

export type Compared =
	Drafted | { readonly kind: 'working'; readonly sentences: readonly SentenceProgress[] };

export class Comparison {
	readonly #parts: SvelteMap<string, Compared>;

	/** @param stop cancels the parts that are not done yet */
	constructor(
		jobs: readonly { readonly id: string }[],
		readonly stop: () => void
	) {
		this.#parts = new SvelteMap(jobs.map(({ id }) => [id, { kind: 'working', sentences: [] }]));
	}

	/** Returns a comparison of translations that are cached already. */
	static of(blocks: readonly Block[], all: readonly CachedUnit[]): Comparison {
		const comparison = new Comparison([], () => undefined);
		for (const { fingerprint } of blocks) {
			const made = all.find(({ unit }) => unit.source.includes(fingerprint));
			comparison.settled(fingerprint, made ?? { kind: 'untranslatable' });
		}
		return comparison;
	}

	/** One part for each paragraph of the original. */
	get parts(): readonly Compared[] {
		return [...this.#parts.values()];
	}

	progressed(id: string, sentences: readonly SentenceProgress[]): void {
		this.#parts.set(id, { kind: 'working', sentences });
	}

	settled(id: string, drafted: Drafted): void {
		this.#parts.set(id, drafted);
	}
}
