/** Finds a text by its words, where some of them have changed. */
import { normalise } from '../../text/fingerprint';
import { plain } from '../../text/inline';

export interface SimilarText {
	/** Inline Markdown. */
	readonly words: string;
	/** The least share of words in common with which it counts as found. */
	readonly least: number;
}

interface KnownText {
	readonly words: readonly string[];
	readonly figures: string;
	readonly least: number;
}

/** The most texts that are compared in full: those with most of the rarest words. */
const mostCompared = 20;
/** A word that more texts than this have tells nothing. */
const mostTexts = 200;

export class SimilarTexts {
	readonly #texts: readonly KnownText[];
	readonly #byWord = new Map<string, number[]>();

	constructor(texts: readonly SimilarText[]) {
		this.#texts = texts.map(({ words, least }) => ({ ...known(words), least }));
		for (const [at, { words }] of this.#texts.entries())
			for (const word of new Set(words)) {
				const found = this.#byWord.get(word);
				if (found) found.push(at);
				else this.#byWord.set(word, [at]);
			}
	}

	/** Returns the most similar text that is free and similar enough; null if none is. */
	best(
		text: string,
		isFree: (at: number) => boolean
	): { readonly at: number; readonly share: number } | null {
		const { words, figures } = known(text);
		const counts = new Map<number, number>();
		for (const word of new Set(words)) {
			const found = this.#byWord.get(word) ?? [];
			if (found.length > mostTexts) continue;
			for (const at of found) counts.set(at, (counts.get(at) ?? 0) + 1);
		}
		const likely = [...counts]
			.filter(([at]) => isFree(at))
			.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, mostCompared);
		let best: { at: number; share: number } | null = null;
		for (const [at] of likely) {
			const other = this.#texts[at];
			// “Chapter 3” is not “Chapter 4”.
			if (!other || other.figures !== figures) continue;
			const share = common(words, other.words);
			if (share >= other.least && share > (best?.share ?? 0)) best = { at, share };
		}
		return best;
	}
}

function known(markdown: string): { readonly words: readonly string[]; readonly figures: string } {
	const words =
		normalise(plain(markdown))
			.toLowerCase()
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
	return { words, figures: words.filter((word) => /\p{N}/u.test(word)).join(' ') };
}

/** Returns the share of words that both have, whatever their order (Dice’s coefficient). */
function common(ours: readonly string[], theirs: readonly string[]): number {
	const counts = new Map<string, number>();
	for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1);
	let both = 0;
	for (const word of ours) {
		const left = counts.get(word) ?? 0;
		if (left > 0) both++;
		counts.set(word, left - 1);
	}
	return ours.length + theirs.length === 0 ? 0 : (2 * both) / (ours.length + theirs.length);
}
