/** Scores how well paragraphs match old translations, with the aligner and their words. */
import { align } from '../align/align';
import type { Lang } from '../text/article';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';

export interface Langs {
	readonly source: Lang;
	readonly target: Lang;
}

/**
 * Returns from 0 to 1 how well a run of paragraphs matches a run of translations. Each side has the
 * score of its weakest paragraph, since every paragraph of a run must match; the result is the
 * geometric mean of both sides.
 */
export type MatchScore = (paragraphs: ParagraphRun, translations: ParagraphRun) => number;

/** `from` is included, `to` is not. */
type ParagraphRun = readonly [from: number, to: number];

/** Most sentences aligned on one side while a page waits. Beyond it nothing is compared. */
const mostSentences = 400;
/** Confidence at or below which a link counts for nothing. */
const even = 0.5;

const nothing: MatchScore = () => 0;

/**
 * Compares inline Markdown texts of one or several paragraphs each. Uses no seed: the comparison
 * must be fast.
 */
export function wordMatchScore(
	paragraphs: readonly (readonly string[])[],
	translations: readonly (readonly string[])[],
	langs: Langs
): MatchScore {
	const source = { lang: langs.source, paragraphs: cut(paragraphs, langs.source) };
	const target = { lang: langs.target, paragraphs: cut(translations, langs.target) };
	const sizes = [source, target].map(({ paragraphs: all }) => all.flat().length);
	if (Math.max(...sizes) > mostSentences) return nothing;
	const aligned = align(source, target, { seed: null, related: true });
	if (!aligned.ok) return nothing;
	const ours = new Shares(source.paragraphs);
	const theirs = new Shares(target.paragraphs);
	for (const [at, [left, right]] of aligned.value.sentences.entries()) {
		const sure = Math.max(0, ((aligned.value.confidence[at] ?? 0) - even) / (1 - even));
		ours.add(left, theirs.textsOf(right), sure);
		theirs.add(right, ours.textsOf(left), sure);
	}
	return (paragraph, translation) =>
		Math.sqrt(ours.least(paragraph, translation) * theirs.least(translation, paragraph));
}

/** Counts how many letters of each text on one side match each text on the other. */
class Shares {
	/** The number of the text that each sentence belongs to. */
	readonly #texts: readonly number[];
	readonly #letters: readonly number[];
	readonly #shared = new Map<string, number>();

	constructor(readonly texts: readonly (readonly string[])[]) {
		this.#texts = texts.flatMap((lines, text) => lines.map(() => text));
		this.#letters = texts.flatMap((lines) => lines.map(({ length }) => length));
	}

	textsOf = (sentences: readonly number[]): readonly number[] => [
		...new Set(sentences.flatMap((at) => this.#texts[at] ?? []))
	];

	/**
	 * Adds matched letters. If the other side’s sentences are from several texts, each gets a part.
	 */
	add(sentences: readonly number[], others: readonly number[], sure: number): void {
		for (const sentence of sentences)
			for (const other of others) {
				const key = `${this.#texts[sentence]} ${other}`;
				const letters = (sure * (this.#letters[sentence] ?? 0)) / others.length;
				this.#shared.set(key, (this.#shared.get(key) ?? 0) + letters);
			}
	}

	/** Returns the smallest matched share of a text in the run. */
	least([from, to]: ParagraphRun, [first, end]: ParagraphRun): number {
		let least = 1;
		for (let text = from; text < to; text++) {
			let shared = 0;
			for (let other = first; other < end; other++)
				shared += this.#shared.get(`${text} ${other}`) ?? 0;
			const letters = (this.texts[text] ?? []).reduce((sum, { length }) => sum + length, 0);
			least = Math.min(least, letters > 0 ? shared / letters : 0);
		}
		return least;
	}
}

const cut = (texts: readonly (readonly string[])[], lang: Lang): readonly (readonly string[])[] =>
	texts.map((parts) =>
		parts.flatMap((text) => sentences(plain(text), lang).map(({ text: words }) => words.trim()))
	);
