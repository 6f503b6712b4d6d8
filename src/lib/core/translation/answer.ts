/** Which paragraphs answer which old translations, as the aligner finds by their words. */
import { align } from '../align/align';
import type { Lang } from '../text/article';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';

export interface Langs {
	readonly source: Lang;
	readonly target: Lang;
}

/**
 * From 0 to 1: how much of a run of paragraphs and of a run of translations answers the other. Of
 * each side the paragraph counts that answers the least, since a run is one only with all of it; of
 * the two sides the geometric mean.
 */
export type Answer = (paragraphs: Run, translations: Run) => number;

/** From the first up to the one before the last. */
type Run = readonly [from: number, to: number];

/** What is aligned while a page waits for it. */
const mostSentences = 400;
/** A link that is no likelier than this tells nothing. */
const even = 0.5;

const nothing: Answer = () => 0;

/** Texts are inline Markdown, one or several each. No seed: what decides here must be light. */
export function answering(
	paragraphs: readonly (readonly string[])[],
	translations: readonly (readonly string[])[],
	langs: Langs
): Answer {
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

/** How much of each text of one side answers each of the other, in letters. */
class Shares {
	/** The text of each sentence. */
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

	/** Where the other side’s sentences are of several texts, each has its part. */
	add(sentences: readonly number[], others: readonly number[], sure: number): void {
		for (const sentence of sentences)
			for (const other of others) {
				const key = `${this.#texts[sentence]} ${other}`;
				const letters = (sure * (this.#letters[sentence] ?? 0)) / others.length;
				this.#shared.set(key, (this.#shared.get(key) ?? 0) + letters);
			}
	}

	/** The least share of a text of a run that answers the texts of another. */
	least([from, to]: Run, [first, end]: Run): number {
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
