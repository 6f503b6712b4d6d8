import type { Lang } from './article';
import { Boundary } from './boundary';

/** A span of a block's plain text: `text` is its words, `start` its offset in UTF-16 units. */
export interface Sentence {
	readonly start: number;
	readonly text: string;
}

/** Goes up whenever `sentences` may cut a text otherwise: what is kept by sentence keys on it. */
export const segmenterVersion = 1;

/**
 * Cuts plain text into sentences. Lossless: `sentences(text, lang).map(s => s.text).join('') === text`,
 * and none is empty; white space stays with the sentence before it. Intl.Segmenter (UAX #29) says
 * where sentences may end, and the rules of `boundary.ts` whether and where they do, from the text
 * alone, so that two versions of ICU cut alike. Quotations are cut too: a sentence within marks is
 * a sentence.
 */
export function sentences(text: string, lang: Lang): readonly Sentence[] {
	const boundary = new Boundary(text, lang);
	for (const end of possibleEnds(text, lang)) boundary.consider(end);
	const starts = boundary.starts();
	return starts.map((start, at) => ({ start, text: text.slice(start, starts[at + 1]) }));
}

/** Ends that UAX #29 does not know: the mark `…`, and a quotation before its source in brackets. */
const moreEnds = /…|[.?!]["'”’»](?=\s\()/g;

/** In order: where the Segmenter cuts, and `moreEnds`. */
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
 * V8’s Segmenter takes time with the square of its text’s length, minutes for a megabyte, so it is
 * given some at a time. A cut at white space hides no end of a sentence, and one that it adds is
 * judged like any other.
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

/** `und` for what is no language tag: cutting sentences never throws. */
function newSegmenter(lang: Lang): Intl.Segmenter {
	try {
		return new Intl.Segmenter(lang, { granularity: 'sentence' });
	} catch {
		return new Intl.Segmenter('und', { granularity: 'sentence' });
	}
}
