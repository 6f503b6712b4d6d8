import type { Lang } from './article';
import { Boundary } from './boundary';

/** A span of a block's plain text: `text` is its words, `start` its offset in UTF-16 units. */
export interface Sentence {
	readonly start: number;
	readonly text: string;
}

/** Raise it when `sentences` may cut a text differently: stored sentence data depends on it. */
export const segmenterVersion = 2;

/**
 * Cuts plain text into sentences. Lossless: `sentences(text, lang).map(s => s.text).join('') ===
 * text`, and no sentence is empty; white space stays with the sentence before it. Intl.Segmenter
 * (UAX #29) proposes where sentences may end. The rules of `boundary.ts` decide from the text
 * alone whether and where they do, so that two versions of ICU give the same cut. A sentence
 * inside quotation marks is a sentence of its own. A line break is a space: the lines of a verse
 * are cut like the same words on one line.
 */
export function sentences(text: string, lang: Lang): readonly Sentence[] {
	const words = text.replace(lineEnds, (ends) => (ends === '\n' ? ' ' : ends));
	const boundary = new Boundary(words, lang);
	for (const end of possibleEnds(words, lang)) boundary.consider(end);
	const starts = boundary.starts();
	return starts.map((start, at) => ({ start, text: text.slice(start, starts[at + 1]) }));
}

/** A line end, or several with blank lines between them, which part paragraphs. */
const lineEnds = /\n(?:[^\S\n]*\n)*/g;

/**
 * Ends that UAX #29 does not know: the mark `…`, a quotation before its source in brackets, and an
 * end before a dash.
 */
const moreEnds = /…|[.?!]["'”’»](?=\s\()|[.?!]["'”’»)\]]{0,2}(?=\s{1,2}[‐-―-])/g;

/** Yields the Segmenter's cuts and the matches of `moreEnds`, in order. */
function* possibleEnds(text: string, lang: Lang): Iterable<number> {
	const segmenter = segmenterOf(lang);
	for (const [from, to] of parts(text))
		for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
			for (const more of segment.matchAll(moreEnds))
				yield from + index + more.index + more[0].length;
			yield from + index + segment.length;
		}
}

/**
 * Length of the parts given to the Segmenter, in UTF-16 units. V8’s Segmenter takes time with
 * the square of the length: minutes for a megabyte. A cut at white space hides no end of a
 * sentence, and an end that it adds is judged like any other.
 */
const partLength = 2048;

function* parts(text: string): Iterable<readonly [from: number, to: number]> {
	for (let from = 0; from < text.length;) {
		const space = text.lastIndexOf(' ', from + partLength);
		const to = space > from && from + partLength < text.length ? space : from + partLength;
		if (text.slice(from, to).trim() !== '') yield [from, to];
		from = to;
	}
}

const segmenters = new Map<Lang, Intl.Segmenter>();

function segmenterOf(lang: Lang): Intl.Segmenter {
	const segmenter = segmenters.get(lang) ?? newSegmenter(lang);
	segmenters.set(lang, segmenter);
	return segmenter;
}

/** Returns a Segmenter; for an invalid language tag that of `und`, so that cutting never throws. */
function newSegmenter(lang: Lang): Intl.Segmenter {
	try {
		return new Intl.Segmenter(lang, { granularity: 'sentence' });
	} catch {
		return new Intl.Segmenter('und', { granularity: 'sentence' });
	}
}
