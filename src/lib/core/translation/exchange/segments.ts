/** A unit cut into segments, one for each sentence bead, and the spans of what came back. */
import { run, type Beads } from '../../align/bead';
import type { Lang } from '../../text/article';
import { plain } from '../../text/inline';
import { sentences } from '../../text/sentence';
import { spansFault } from '../spans';
import { textDigest, type Base } from './base';
import { coder, paragraphsOf, renumbered, type Coded, type CodeEvent } from './codes';
import type { ExchangeUnit } from './document';

/** Both sides of a segment, or of what stands between two: white space, the end of a paragraph. */
export interface Segment {
	readonly kind: 'segment' | 'ignorable';
	readonly source: readonly Coded[];
	readonly target: readonly Coded[];
}

/**
 * Null where the unit cannot be cut so: without spans, with spans that do not fit its sentences, or
 * where emphasis runs on from one sentence to the next.
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
 * The pieces of a side: what is in the first bead, what stands between it and the second, and so on.
 * `counts`: how many sentences each bead takes. Null where these are not the text’s sentences.
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
			// A pair that would be cut, or a reference that nothing in its sentence stands before.
			if (piece === null || piece < last) return null;
			pieces[piece]?.push(part);
			last = piece;
		}
		at += length;
	}
	return pieces.every((piece, index) => index % 2 === 0 || piece.every(isGap)) ? pieces : null;
}

const isGap = (node: Coded): boolean =>
	node.type === 'text' ? node.text.trim() === '' : node.type === 'single' && node.kind === 'break';

interface Sentence {
	readonly from: number;
	readonly to: number;
}

/** Of all sentences of the unit, by offsets in its paragraphs’ plain text, joined. */
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

/** Where each piece ends, but for the last: beads and what stands between them, in turn. */
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
			return 0;
		case 'pair':
			return node.children.reduce((sum, child) => sum + widthOf(child), 0);
	}
}

/** A part of a text, and the number of the piece that it is in; null where it is in two. */
type Placed = readonly [piece: number | null, part: Coded];

/** The parts of a text at offset `at`, each with the number of the piece that it is in. */
function sliced(text: string, at: number, cuts: readonly number[]): readonly Placed[] {
	const parts: Placed[] = [];
	for (let from = 0; from < text.length;) {
		const found = cuts.findIndex((end) => end > at + from);
		const piece = found < 0 ? cuts.length : found;
		const to = Math.min(text.length, (cuts[piece] ?? Infinity) - at);
		parts.push([piece, { type: 'text', text: text.slice(from, to) }]);
		from = to;
	}
	return parts;
}

/** A reference belongs to what it follows, the end of a paragraph to what stands between sentences. */
function placed(node: Coded, at: number, length: number, cuts: readonly number[]): Placed[] {
	const after = cuts.findIndex((end) => end >= at + length && end > 0);
	const piece = after < 0 ? cuts.length : after;
	if (node.type === 'pair') {
		const begins = piece === 0 ? 0 : (cuts[piece - 1] ?? 0);
		return [[begins <= at ? piece : null, node]];
	}
	const isBreak = node.type === 'single' && node.kind === 'break';
	return [[isBreak && cuts[piece] === at ? piece + 1 : piece, node]];
}

/**
 * The spans of a text that came back in pieces: those it was sent with, where its words are the
 * same; else by the segments, if there is still one for each bead; else unknown.
 */
export function spansAfter(
	{ spans: sent, base }: Sent,
	text: readonly string[],
	pieces: readonly Piece[] = [],
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

/** What the file says of the unit as it was sent. */
interface Sent {
	readonly spans: Beads | null;
	readonly base: Base | null;
}

interface Piece {
	readonly kind: Segment['kind'];
	readonly events: readonly CodeEvent[];
}
