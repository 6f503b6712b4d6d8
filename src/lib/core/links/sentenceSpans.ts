/** The sentences of a row’s two sides and their beads, which the highlight of a sentence needs. */
import type { Lang } from '../text/article';
import { plain } from '../text/inline';
import { sentences } from '../text/sentence';
import { spansFault } from '../translation/spans';
import { align, type AlignText } from '../align/align';
import { run, type Beads } from '../align/bead';

/** A sentence of one of several texts, by offsets in the plain text of that text (see `plain`). */
export interface Span {
	/** The index of the text. */
	readonly block: number;
	readonly start: number;
	/** After the sentence’s last word: white space between sentences is in no span. */
	readonly end: number;
}

export interface Spans {
	readonly source: readonly Span[];
	readonly target: readonly Span[];
	/** Indices into `source` and `target`. */
	readonly beads: Beads;
}

/**
 * Cuts both sides of a row into sentences and links them: by `given` if it covers both sides, else
 * by `align` without a seed, to keep the page light. Texts are inline Markdown; a sentence never
 * spans two texts. If both sides have equally many texts, the first is linked to the first, and so
 * on.
 */
export function spans(
	source: readonly string[],
	target: readonly string[],
	langs: { readonly source: Lang; readonly target: Lang },
	given: Beads | null = null
): Spans {
	const [ours, theirs] = [side(source, langs.source), side(target, langs.target)];
	return {
		source: ours.spans,
		target: theirs.spans,
		beads:
			given && spansFault(given, ours.spans.length, theirs.spans.length) === null
				? given
				: linked(ours, theirs, source.length === target.length ? source.length : 1)
	};
}

/** Returns the index of the bead of the sentence at an offset of a text; -1 where there is none. */
export function beadAt(
	found: Spans,
	side: 'source' | 'target',
	nth: number,
	offset: number
): number {
	const sentence = found[side].findIndex(
		({ block, start, end }) => block === nth && offset >= start && offset <= end
	);
	return found.beads.findIndex((bead) => bead[side === 'source' ? 0 : 1].includes(sentence));
}

interface SpanText {
	readonly lang: Lang;
	/** Plain text, without markup. */
	readonly texts: readonly string[];
	readonly spans: readonly Span[];
}

function side(markdown: readonly string[], lang: Lang): SpanText {
	const texts = markdown.map(plain);
	const spans = texts.flatMap((text, block) =>
		sentences(text, lang).map(({ start, text: words }) => ({
			block,
			start,
			end: start + words.trimEnd().length
		}))
	);
	return { lang, texts, spans };
}

/** Returns beads within each of `parts` pairs of texts, or over all texts if `parts` is 1. */
function linked(source: SpanText, target: SpanText, parts: number): Beads {
	return Array.from({ length: parts }, (_, part) => {
		const here = ({ block }: Span) => parts === 1 || block === part;
		const from = Math.max(0, source.spans.findIndex(here));
		const to = Math.max(0, target.spans.findIndex(here));
		const [ours, theirs] = [source, target].map(({ spans, texts, lang }) => ({
			lang,
			paragraphs: texts.map((text, block) =>
				spans
					.filter((span) => span.block === block && here(span))
					.map(({ start, end }) => text.slice(start, end))
			)
		}));
		return ours && theirs ? shifted(beadsOf(ours, theirs), from, to) : [];
	}).flat();
}

const shifted = (beads: Beads, from: number, to: number): Beads =>
	beads.map(([ours, theirs]) => [ours.map((at) => at + from), theirs.map((at) => at + to)]);

/**
 * Returns the beads of a row. Its sides belong together whatever their words: a side with one
 * sentence is linked to all of the other.
 */
function beadsOf(source: AlignText, target: AlignText): Beads {
	const [ours, theirs] = [source, target].map(({ paragraphs }) => run(0, paragraphs.flat().length));
	if (!ours?.length || !theirs?.length)
		return [
			...(ours ?? []).map((at) => [[at], []] as const),
			...(theirs ?? []).map((at) => [[], [at]] as const)
		];
	if (ours.length === 1 || theirs.length === 1) return [[ours, theirs]];
	const aligned = align(source, target, { seed: null, related: true });
	return aligned.ok ? aligned.value.sentences : [[ours, theirs]];
}
