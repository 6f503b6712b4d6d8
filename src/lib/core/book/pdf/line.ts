/** A line of text: spans on one baseline, with the raised figures that belong to it. */
import type { Span } from './spans';

export interface Line {
	readonly spans: readonly Span[];
	/** Its words, with the blanks between them. */
	readonly text: string;
	/** Those above the baseline and smaller: a note’s number, an exponent. */
	readonly raised: ReadonlySet<Span>;
	readonly x0: number;
	readonly x1: number;
	readonly y: number;
	/** The size of most of its letters. */
	readonly size: number;
	/** The 0-based page. */
	readonly page: number;
}

/** Greatest distance of baselines on one line, in sizes of the letters. */
const sameBaseline = 0.25;
/** Greatest height of raised letters above the baseline, in sizes of the line’s letters. */
const raisedTo = 0.75;
/** Greatest size of raised letters beside the line’s. */
const raisedSize = 0.88;

/** Groups spans into lines, from the top to the bottom. Letters of other sizes may share a line. */
export function linesOf(spans: readonly Span[], page: number): readonly Line[] {
	const rows = new Rows();
	for (const span of [...spans].sort((a, b) => b.size - a.size || a.y - b.y)) rows.add(span);
	return rows.all.map((row) => lineOf(row, page)).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** How far below and above a span’s baseline a row is looked for, in whole points. */
const searched = { above: 8, below: 14 };

/** Rows by their baseline in whole points, so that a span is compared with the nearest ones only. */
class Rows {
	readonly all: Span[][] = [];
	readonly #at = new Map<number, Span[][]>();

	add(span: Span): void {
		const row = this.#nearest(span);
		if (row) row.push(span);
		else this.#begin(span);
	}

	#begin(span: Span): void {
		const row = [span];
		const at = Math.round(span.y);
		this.all.push(row);
		this.#at.set(at, [...(this.#at.get(at) ?? []), row]);
	}

	#nearest(span: Span): Span[] | null {
		let best: Span[] | null = null;
		let nearest = Infinity;
		const at = Math.round(span.y);
		for (let y = at - searched.above; y <= at + searched.below; y++)
			for (const row of this.#at.get(y) ?? []) {
				const distance = distanceTo(row, span);
				if (distance < nearest) {
					nearest = distance;
					best = row;
				}
			}
		return best;
	}
}

/** Returns how far a span’s baseline is from a row’s; infinite where it is not on it. */
function distanceTo(row: readonly Span[], span: Span): number {
	const head = row[0];
	if (!head) return Infinity;
	const distance = Math.abs(head.y - span.y);
	const fits =
		distance <= sameBaseline * Math.min(head.size, span.size) ||
		(isRaisedBeside(head, span) && touches(row, span));
	return fits ? distance : Infinity;
}

const isRaisedBeside = (head: Span, span: Span): boolean =>
	span.size <= head.size * raisedSize &&
	head.y - span.y > -0.3 * head.size &&
	head.y - span.y <= raisedTo * head.size;

/** Returns whether a span stands directly beside one of a row. */
const touches = (row: readonly Span[], span: Span): boolean =>
	row.some(
		({ x0, x1, size }) =>
			(span.x0 >= x1 - 0.3 * size && span.x0 - x1 < size) ||
			(x0 >= span.x1 - 0.3 * size && x0 - span.x1 < size)
	);

function lineOf(row: readonly Span[], page: number): Line {
	const spans = [...row].sort((a, b) => a.x0 - b.x0);
	const size = usualSize(spans);
	const y = baseline(spans, size);
	const found = spans.filter((span) => isRaised(span, y, size));
	const raised = found.length > 0 ? new Set(found) : none;
	return {
		spans,
		text: textOf({ spans, raised }),
		raised,
		x0: spans[0]?.x0 ?? 0,
		x1: spans.reduce((most, { x1 }) => Math.max(most, x1), 0),
		y,
		size,
		page
	};
}

const none: ReadonlySet<Span> = new Set();

const isRaised = (span: Span, y: number, size: number): boolean =>
	span.size <= size * raisedSize && y - span.y > 0.12 * size;

/** Returns the size that most letters have. */
function usualSize(spans: readonly Span[]): number {
	const letters = new Map<number, number>();
	for (const { size, text } of spans)
		letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
	return mostCommon(letters) ?? 0;
}

const baseline = (spans: readonly Span[], size: number): number =>
	spans.find((span) => round(span.size) === size)?.y ?? spans[0]?.y ?? 0;

/** Rounds to a tenth of a point. */
export const round = (points: number): number => Math.round(points * 10) / 10;

/** Returns the key with the greatest count; null for an empty map. */
export function mostCommon(counts: ReadonlyMap<number, number>): number | null {
	let best: number | null = null;
	let most = 0;
	for (const [key, count] of counts)
		if (count > most) {
			most = count;
			best = key;
		}
	return best;
}

/** Least width of a gap between two words, in sizes of the letters. */
const wordGap = 0.17;

type Words = Pick<Line, 'spans' | 'raised'>;

/** Returns whether a blank stands before a span of a line. */
export function isSpaced({ spans, raised }: Words, at: number): boolean {
	const [before, span] = [spans[at - 1], spans[at]];
	if (!before || !span) return false;
	const gap = span.x0 - before.x1;
	const size = Math.min(before.size, span.size);
	if (span.spaced) return gap > -0.5 * size;
	return gap > wordGap * size && !raised.has(span);
}

const textOf = (words: Words): string =>
	words.spans.map(({ text }, i) => (isSpaced(words, i) ? ' ' : '') + text).join('');

/** Returns a line with other words in the same place. */
export const withSpans = (line: Line, spans: readonly Span[]): Line => ({
	...line,
	spans,
	text: textOf({ spans, raised: line.raised })
});

/** Returns the width of a line’s first word, in points, as its letters are on average. */
export function firstWordWidth({ text, x0, x1 }: Line): number {
	const word = /^\S+/.exec(text)?.[0].length ?? 0;
	return ((x1 - x0) / Math.max(1, text.length)) * word;
}

export const isBold = ({ spans }: Line): boolean => spans.every(({ font }) => font.bold);
