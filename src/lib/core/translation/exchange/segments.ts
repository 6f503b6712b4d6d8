/**
 * Cuts a unit into segments, one for each sentence bead, and finds the spans of a returned text.
 */
import { run, type Beads } from '../../align/bead';
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { sentences } from '../../text/sentence';
import { spansFault } from '../spans';
import { textDigest, type Base } from './base';
import { coder, paragraphsOf, renumbered, type Coded, type CodeEvent } from './codes';
import type { ExchangeUnit } from './document';

/** Both sides of a segment, or of the white space or paragraph end between two segments. */
export interface Segment {
	readonly kind: 'segment' | 'ignorable';
	readonly source: readonly Coded[];
	readonly target: readonly Coded[];
}

/**
 * Returns null if the unit cannot be cut: without spans, with spans that do not fit its sentences,
 * or if emphasis continues from one sentence into the next.
 */
export function segmentsOf(
	unit: ExchangeUnit,
	langs: { readonly source: Lang; readonly target: Lang }
): readonly Segment[] | null {
	const { spans, original, text } = unit;
	if (!spans || spans.length < 2) return null;
	const code = coder();
	const source = cut(
		original ?? [],
		langs.source,
		spans.map(([left]) => left.length),
		code
	);
	const target = cut(
		text,
		langs.target,
		spans.map(([, right]) => right.length),
		code
	);
	if (!target || (original && !source)) return null;
	const segments = target.map((piece, at): Segment => ({
		kind: at % 2 === 0 ? 'segment' : 'ignorable',
		source: source?.[at] ?? [],
		target: piece
	}));
	return renumbered(segments);
}

/**
 * Cuts one side into pieces: the first bead, the gap between it and the second, and so on. `counts`
 * is the number of sentences in each bead. Returns null if they do not add up to the text’s.
 */
function cut(
	paragraphs: readonly string[],
	lang: Lang,
	counts: readonly number[],
	code: (paragraphs: readonly string[]) => readonly Coded[]
): readonly (readonly Coded[])[] | null {
	const ends = sentenceEnds(paragraphs, lang);
	if (ends.length !== counts.reduce((sum, count) => sum + count, 0)) return null;
	const cuts = cutsOf(ends, counts);
	const pieces: Coded[][] = Array.from({ length: cuts.length + 1 }, () => []);
	let at = 0;
	let last = 0;
	for (const node of code(paragraphs)) {
		const length = widthOf(node);
		const parts =
			node.type === 'text' ? sliced(node.text, at, cuts) : placed(node, at, length, cuts);
		for (const [piece, part] of parts) {
			// A pair would be cut, or a reference has no text before it in its sentence.
			if (piece === null || piece < last) return null;
			pieces[piece]?.push(part);
			last = piece;
		}
		at += length;
	}
	return pieces.every((piece, index) => index % 2 === 0 || piece.every(isGap)) ? pieces : null;
}

const isGap = (node: Coded): boolean =>
	node.type === 'text'
		? node.text.trim() === ''
		: node.type === 'single' && node.kind !== 'reference';

interface Sentence {
	readonly from: number;
	readonly to: number;
}

/** Returns the unit’s sentences, as offsets in the joined plain text of its paragraphs. */
function sentenceEnds(paragraphs: readonly string[], lang: Lang): readonly Sentence[] {
	let before = 0;
	return paragraphs.flatMap((markdown) => {
		const words = plain(markdown);
		const offset = before;
		before += words.length;
		return sentences(words, lang).map(({ start, text }) => ({
			from: offset + start,
			to: offset + start + text.trimEnd().length
		}));
	});
}

/** Returns the end of each piece except the last: beads and the text between them, in turn. */
function cutsOf(all: readonly Sentence[], counts: readonly number[]): readonly number[] {
	let taken = 0;
	let at = 0;
	return counts.flatMap((count, bead) => {
		const first = all[taken];
		const last = all[taken + count - 1];
		taken += count;
		const begins = count > 0 && first ? first.from : at;
		const ends = count > 0 && last ? last.to : at;
		at = ends;
		return bead === 0 ? [ends] : [begins, ends];
	});
}

function widthOf(node: Coded): number {
	switch (node.type) {
		case 'text':
			return node.text.length;
		case 'single':
			return node.kind === 'line' ? 1 : 0;
		case 'pair':
			return node.children.reduce((sum, child) => sum + widthOf(child), 0);
	}
}

/** A part of a text, and the number of its piece; null if it is in two pieces. */
type PlacedPart = readonly [piece: number | null, part: Coded];

/** Cuts a text at offset `at` into parts, each with the number of its piece. */
function sliced(text: string, at: number, cuts: readonly number[]): readonly PlacedPart[] {
	const parts: PlacedPart[] = [];
	for (let from = 0; from < text.length;) {
		const piece = pieceAt(at + from, cuts);
		const to = Math.min(text.length, (cuts[piece] ?? Infinity) - at);
		parts.push([piece, { type: 'text', text: text.slice(from, to) }]);
		from = to;
	}
	return parts;
}

const pieceAt = (offset: number, cuts: readonly number[]): number => {
	const found = cuts.findIndex((end) => end > offset);
	return found < 0 ? cuts.length : found;
};

/**
 * Places a code: a reference belongs to the text before it, a paragraph end to the gap between
 * sentences; a line break is white space of the text.
 */
function placed(
	node: Exclude<Coded, { type: 'text' }>,
	at: number,
	length: number,
	cuts: readonly number[]
): PlacedPart[] {
	const after = cuts.findIndex((end) => end >= at + length && end > 0);
	const piece = after < 0 ? cuts.length : after;
	if (node.type === 'pair') {
		const begins = piece === 0 ? 0 : (cuts[piece - 1] ?? 0);
		return [[begins <= at ? piece : null, node]];
	}
	if (node.kind === 'line') return [[pieceAt(at, cuts), node]];
	const isBreak = node.kind === 'break';
	return [[isBreak && cuts[piece] === at ? piece + 1 : piece, node]];
}

/**
 * Returns the spans of a returned text: the exported ones if the words are the same; else those of
 * the segments, if there is still one for each bead; else null.
 */
export function spansAfter(
	{ spans: sent, base }: Sent,
	text: readonly string[],
	pieces: readonly SegmentPiece[] = [],
	lang: Lang = 'und'
): Beads | null {
	if (!sent || text.length === 0) return null;
	if (base && textDigest(text) === base.text) return sent;
	const segments = pieces.filter(({ kind }) => kind === 'segment');
	if (segments.length !== sent.length || sent.length < 2) return null;
	let next = 0;
	const spans = sent.map(([source], at): Beads[number] => {
		const words = paragraphsOf(segments[at]?.events ?? []).map(plain);
		const count = words.flatMap((paragraph) => sentences(paragraph, lang)).length;
		const target = run(next, count);
		next += count;
		return [source, target];
	});
	return spansFault(spans) === null ? spans : null;
}

/** The data of the exported unit that the file kept. */
interface Sent {
	readonly spans: Beads | null;
	readonly base: Base | null;
}

interface SegmentPiece {
	readonly kind: Segment['kind'];
	readonly events: readonly CodeEvent[];
}
