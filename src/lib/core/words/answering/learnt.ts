/** Words learnt from texts that are aligned (`core/links/learnt.ts`), by their stems. */
import type { Lexicon } from '../../align/wordLinks';

export class Learnt {
	readonly #words: ReadonlyMap<string, number>;

	/** @param isTurned true if the lexicon’s source is the second side */
	constructor(lexicon: Lexicon, isTurned: boolean) {
		this.#words = new Map(
			lexicon.map(([source, target, p]) => [
				isTurned ? key(target, source) : key(source, target),
				p
			])
		);
	}

	/** Returns the probability that the stems answer each other; 0 if it is unknown. */
	of(first: string, second: string): number {
		return this.#words.size === 0 ? 0 : (this.#words.get(key(first, second)) ?? 0);
	}
}

const key = (first: string, second: string): string => `${first} ${second}`;
