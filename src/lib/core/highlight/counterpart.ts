/** The words of the other language that answer highlighted words: whole sentences. */
import type { Spans } from '../links/sentenceSpans';
import type { TextRange } from './quote';

/** A range in one of several texts. */
interface PartRange extends TextRange {
	readonly part: number;
}

/**
 * Returns the sentences of the other side that are linked to those that `ranges` touch.
 *
 * @param texts the plain texts of the other side
 */
export function counterpart(
	spans: Spans,
	side: 'source' | 'target',
	ranges: readonly PartRange[],
	texts: readonly string[]
): string {
	const [here, there] = side === 'source' ? ([0, 1] as const) : ([1, 0] as const);
	const other = side === 'source' ? spans.target : spans.source;
	const touched = new Set(
		spans[side].flatMap(({ block, start, end }, at) =>
			ranges.some((range) => range.part === block && range.start < end && range.end > start)
				? [at]
				: []
		)
	);
	const answers = new Set(
		spans.beads
			.filter((bead) => bead[here].some((at) => touched.has(at)))
			.flatMap((bead) => bead[there])
	);
	return other
		.flatMap(({ block, start, end }, at) =>
			answers.has(at) ? [(texts[block] ?? '').slice(start, end)] : []
		)
		.join(' ');
}
