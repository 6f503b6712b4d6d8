/** A machine’s translation of a paragraph that has a better one: to be compared, never in its place. */
import { SvelteMap } from 'svelte/reactivity';
import type { Drafted, Progress } from '$lib/core/machine/draft';
import type { Made } from '$lib/core/machine/recall';
import type { Block } from '$lib/core/text/article';

export type Compared =
	Drafted | { readonly kind: 'working'; readonly sentences: readonly Progress[] };

export class Comparison {
	readonly #parts: SvelteMap<string, Compared>;

	/** @param stop what is not done yet is no longer wanted */
	constructor(
		jobs: readonly { readonly id: string }[],
		readonly stop: () => void
	) {
		this.#parts = new SvelteMap(jobs.map(({ id }) => [id, { kind: 'working', sentences: [] }]));
	}

	/** What is there already. */
	static of(blocks: readonly Block[], all: readonly Made[]): Comparison {
		const comparison = new Comparison([], () => undefined);
		for (const { fingerprint } of blocks) {
			const made = all.find(({ unit }) => unit.source.includes(fingerprint));
			comparison.settled(fingerprint, made ?? { kind: 'untranslatable' });
		}
		return comparison;
	}

	/** One for each paragraph of the original. */
	get parts(): readonly Compared[] {
		return [...this.#parts.values()];
	}

	progressed(id: string, sentences: readonly Progress[]): void {
		this.#parts.set(id, { kind: 'working', sentences });
	}

	settled(id: string, drafted: Drafted): void {
		this.#parts.set(id, drafted);
	}
}
