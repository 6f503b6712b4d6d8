/** Finds running heads and page numbers: lines at the top or the foot that recur over pages. */
import { pageNumberOf } from '../../import/pageNumber';
import type { LeftOutReason } from '../../import/leftOut';
import { linesOf, type Line } from './line';
import type { Span } from './spans';

export interface PageFurniture {
	/** The spans that are no part of the text. */
	readonly spans: ReadonlySet<Span>;
	readonly lines: readonly { readonly text: string; readonly reason: LeftOutReason }[];
}

/** Most lines at an edge of a page that may be a head. */
const maxDeep = 3;
/** Least number of pages on which a head recurs. */
const minRecurring = 3;
/** Share of the page, at the top and at the foot, where a lone page number may stand. */
const margin = 0.12;

type Edge = 'top' | 'foot';

interface Candidate {
	readonly edge: Edge;
	readonly line: Line;
	/** Its words without figures. */
	readonly key: string;
	/** Its distance from the next line towards the middle of the page, in sizes of its letters. */
	readonly gap: number;
}

export interface SizedSpans {
	readonly spans: readonly Span[];
	readonly height: number;
}

export function furnitureOf(pages: readonly SizedSpans[]): readonly PageFurniture[] {
	const candidates = pages.map(({ spans }, page) => [
		...edgeOf(spans, page, 'top'),
		...edgeOf(spans, page, 'foot')
	]);
	const recurring = recurringIn(candidates.flat());
	return pages.map(({ height }, page) => {
		const at = (edge: Edge) =>
			outermost(
				(candidates[page] ?? []).filter((candidate) => candidate.edge === edge),
				recurring,
				height
			);
		const top = at('top');
		const atTop = new Set(top.flatMap(({ line }) => line.spans));
		// A page of few lines has the same ones at its top and at its foot.
		const foot = at('foot').filter(({ line }) => !line.spans.some((span) => atTop.has(span)));
		const found = [...top, ...foot];
		return {
			spans: new Set(found.flatMap(({ line }) => line.spans)),
			lines: found.map(({ line: { text } }) => ({ text, reason: reasonOf(text) }))
		};
	});
}

export const reasonOf = (text: string): LeftOutReason =>
	pageNumberOf(text) ? 'page-number' : 'running-head';

/** Returns the lines of a page’s edge, from its outermost. */
function edgeOf(spans: readonly Span[], page: number, edge: Edge): readonly Candidate[] {
	const lines = linesOf(nearEdge(spans, edge), page);
	const outward = edge === 'top' ? lines : [...lines].reverse();
	return outward.slice(0, maxDeep).map((line, depth) => {
		const next = outward[depth + 1];
		return {
			edge,
			line,
			key: keyOf(line.text),
			gap: next ? Math.abs(next.y - line.y) / Math.max(line.size, 1) : Infinity
		};
	});
}

/** Number of spans at an edge that are looked at: more than a few lines of single words have. */
const nearSpans = 120;

const nearEdge = (spans: readonly Span[], edge: Edge): readonly Span[] =>
	[...spans].sort((a, b) => (edge === 'top' ? a.y - b.y : b.y - a.y)).slice(0, nearSpans);

/** The words of a head without what changes from page to page. */
const keyOf = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\d+/g, '#')
		.replace(/(?<!\p{L})[ivxlc]+(?!\p{L})/gu, '#')
		.replace(/\s+/g, ' ');

interface Recurring {
	/** Words and heights that recur. */
	readonly keys: ReadonlyMap<string, number>;
	/** Heights at which words or numbers recur, and how often. */
	readonly heights: ReadonlyMap<string, number>;
}

const heightKey = ({ edge, line }: Candidate): string => `${edge} ${Math.round(line.y / 2)}`;
const wordsKey = ({ edge, line, key }: Candidate): string =>
	`${edge} ${Math.round(line.y / 2)} ${key}`;

function recurringIn(candidates: readonly Candidate[]): Recurring {
	const keys = new Map<string, number>();
	for (const candidate of candidates) count(keys, wordsKey(candidate));
	const heights = new Map<string, number>();
	for (const candidate of candidates)
		if ((keys.get(wordsKey(candidate)) ?? 0) >= minRecurring) count(heights, heightKey(candidate));
	return { keys, heights };
}

const count = (counts: Map<string, number>, key: string): void => {
	counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Least distance of a head that does not recur itself from the text, in sizes of its letters. */
const apart = 1.6;

/** Returns the lines of an edge that are furniture, from its outermost to the first of the text. */
function outermost(
	edge: readonly Candidate[],
	recurring: Recurring,
	height: number
): readonly Candidate[] {
	const found: Candidate[] = [];
	for (const candidate of edge) {
		if (!isFurniture(candidate, recurring, height)) break;
		found.push(candidate);
	}
	return found;
}

function isFurniture(candidate: Candidate, recurring: Recurring, height: number): boolean {
	const { line, gap } = candidate;
	const inMargin = Math.min(line.y, height - line.y) < height * margin;
	const recurs = recurring.keys.get(wordsKey(candidate)) ?? 0;
	if (recurs >= minRecurring && (inMargin || gap > apart)) return true;
	if (!inMargin) return false;
	if (pageNumberOf(line.text) && gap > apart) return true;
	return (recurring.heights.get(heightKey(candidate)) ?? 0) >= minRecurring && gap > apart;
}
