/** The pieces of a model’s vocabulary, by their letters. */

/** What a piece begins with that begins a word; also a space within a piece (SentencePiece). */
export const space = '▁';

interface Piece {
	readonly text: string;
	readonly token: number;
}

export class Pieces {
	readonly #sorted: readonly Piece[];
	readonly #texts = new Map<number, string>();
	readonly #tokens: ReadonlyMap<string, number>;
	readonly #longest: number;

	/** @param special tokens that stand for no letters */
	constructor(vocabulary: ReadonlyMap<string, number>, special: ReadonlySet<number>) {
		this.#tokens = new Map([...vocabulary].filter(([, token]) => !special.has(token)));
		for (const [text, token] of this.#tokens) this.#texts.set(token, text);
		this.#sorted = [...this.#tokens]
			.map(([text, token]) => ({ text, token }))
			.sort((a, b) => (a.text < b.text ? -1 : 1));
		this.#longest = Math.max(0, ...[...this.#tokens.keys()].map(({ length }) => length));
	}

	/** Returns a token’s letters; empty for a special one. */
	text(token: number): string {
		return this.#texts.get(token) ?? '';
	}

	/** Returns the tokens that begin a text, and those that begin with it. */
	startsOf(text: string): readonly number[] {
		if (text === '') return [];
		const shorter = this.#prefixes(text);
		const longer: number[] = [];
		for (let at = this.#firstFrom(text); at < this.#sorted.length; at++) {
			const piece = this.#sorted[at];
			if (!piece?.text.startsWith(text)) break;
			if (piece.text.length > text.length) longer.push(piece.token);
		}
		return [...shorter, ...longer];
	}

	/** Tells whether a text can be written in pieces. */
	canWrite(text: string): boolean {
		const reached = [true];
		for (let from = 0; from < text.length; from++)
			if (reached[from])
				for (const token of this.#prefixes(text.slice(from)))
					reached[from + this.text(token).length] = true;
		return reached[text.length] ?? false;
	}

	#prefixes(text: string): readonly number[] {
		const found: number[] = [];
		for (let length = 1; length <= Math.min(text.length, this.#longest); length++) {
			const token = this.#tokens.get(text.slice(0, length));
			if (token !== undefined) found.push(token);
		}
		return found;
	}

	/** Returns the place of the first piece that is not before `text`. */
	#firstFrom(text: string): number {
		let [low, high] = [0, this.#sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#sorted[middle]?.text ?? '') < text) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
