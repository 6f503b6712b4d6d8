import type { Lexicon } from '$lib/core/align/wordLinks';
import type { Aligned } from '$lib/core/links/aligned';
import { alignText } from '$lib/core/links/draftText';
import type { Lang } from '$lib/core/text/article';

export interface Learning {
	readonly source: Lang;
	readonly target: Lang;
	/** Null for the texts that the library has aligned. */
	readonly aligned: readonly Aligned[] | null;
}

/** The aligned sentences grow by this factor before words are learnt of them again. */
const learningGrowth = 1.5;
/** The most sentences of a side to learn from, as of a library’s texts. */
const mostSentences = 5_000;

/** Words of the texts that are aligned already: those of the library, and those of this book. */
export class LearntWords {
	readonly #learn: (from: Learning) => Promise<Lexicon>;
	#library: Lexicon | null = null;
	#own: Lexicon = [];
	#aligned: readonly Aligned[] = [];
	#sentences = 0;
	/** How many sentences were aligned when words were learnt of them. */
	#learntOf = 0;

	constructor(learn: (from: Learning) => Promise<Lexicon>) {
		this.#learn = learn;
	}

	/** Returns them; the library is read once, the book’s own words are learnt as they grow. */
	async of(source: Lang, target: Lang): Promise<Lexicon> {
		this.#library ??= await this.#learn({ source, target, aligned: null });
		const isDue =
			this.#sentences > 0 &&
			this.#learntOf < mostSentences &&
			this.#sentences >= learningGrowth * this.#learntOf;
		if (isDue) {
			this.#own = await this.#learn({ source, target, aligned: this.#aligned });
			this.#learntOf = this.#sentences;
		}
		return [...this.#library, ...this.#own];
	}

	add(aligned: Aligned): void {
		if (this.#sentences >= mostSentences) return;
		this.#aligned = [...this.#aligned, aligned];
		this.#sentences += alignText(aligned.source).paragraphs.flat().length;
	}
}
