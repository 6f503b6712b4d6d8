/**
 * Checks the sentence beads of a unit: which sentences of the original match which of the
 * translation.
 */
import type { Beads } from '../align/bead';

/**
 * Describes the first fault of the spans, or returns null. On each side every sentence must appear
 * once, in order and without a gap, from 0. `sources` and `targets` are the numbers of sentences to
 * cover, if known.
 */
export function spansFault(spans: Beads, sources?: number, targets?: number): string | null {
	return (
		sideFault(
			'source',
			spans.map(([source]) => source),
			sources
		) ??
		sideFault(
			'text',
			spans.map(([, target]) => target),
			targets
		) ??
		(spans.some(([source, target]) => source.length + target.length === 0)
			? 'a span links nothing to nothing'
			: null)
	);
}

function sideFault(
	side: string,
	spans: readonly (readonly number[])[],
	count: number | undefined
): string | null {
	const covered = spans.flat();
	const wrong = covered.findIndex((sentence, index) => sentence !== index);
	if (wrong >= 0) return `${side}: sentence ${wrong} is skipped, repeated or out of order`;
	return count === undefined || covered.length === count
		? null
		: `${side}: ${covered.length} sentences of ${count} are linked`;
}
