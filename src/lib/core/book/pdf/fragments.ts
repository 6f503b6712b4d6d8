/** Fragments: spans that follow one another on a baseline without a wide gap. Columns are found of them. */
import type { Span } from './spans';

export interface Fragment {
	readonly spans: readonly Span[];
	readonly x0: number;
	readonly x1: number;
	readonly y: number;
	readonly size: number;
}

/** Least gap between two fragments of a line, in sizes of the letters. */
const wideGap = 1.3;

export function fragmentsOf(spans: readonly Span[]): readonly Fragment[] {
	const groups: Span[][] = [];
	let last: Span | undefined;
	for (const span of spans) {
		if (last && follows(last, span)) groups.at(-1)?.push(span);
		else groups.push([span]);
		last = span;
	}
	return groups.map(fragmentOf);
}

function follows(last: Span, span: Span): boolean {
	const size = Math.max(last.size, span.size);
	const gap = span.x0 - last.x1;
	return Math.abs(last.y - span.y) < 0.6 * size && gap < wideGap * size && gap > -0.5 * size;
}

function fragmentOf(spans: readonly Span[]): Fragment {
	const widest = spans.reduce((most, span) => (span.text.length > most.text.length ? span : most));
	return {
		spans,
		x0: spans.reduce((least, { x0 }) => Math.min(least, x0), Infinity),
		x1: spans.reduce((most, { x1 }) => Math.max(most, x1), -Infinity),
		y: widest.y,
		size: widest.size
	};
}
