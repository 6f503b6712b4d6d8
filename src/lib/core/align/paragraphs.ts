import type { Bead, Beads } from './bead';

type ParagraphBounds = readonly (readonly string[])[];

/**
 * Groups paragraphs by sentence beads: paragraphs belong together if one bead has sentences of
 * both. Each paragraph is in one bead, in document order. A paragraph without a link is an
 * omission, even between two that belong together.
 */
export function paragraphBeads(
	sentences: Beads,
	source: ParagraphBounds,
	target: ParagraphBounds
): Beads {
	const [ours, theirs] = [numbers(source), numbers(target)];
	const together: [number[], number[]][] = [];
	for (const [left, right] of sentences) {
		if (left.length === 0 || right.length === 0) continue;
		const from = distinct(left, ours);
		const to = distinct(right, theirs);
		const last = together.at(-1);
		// Beads rise on both sides: only the last can share a paragraph with this one.
		if (last && (from[0] === last[0].at(-1) || to[0] === last[1].at(-1))) {
			last[0].push(...from.filter((at) => at > (last[0].at(-1) ?? -1)));
			last[1].push(...to.filter((at) => at > (last[1].at(-1) ?? -1)));
		} else together.push([from, to]);
	}
	return withOmissions(together, source.length, target.length);
}

/** Returns the paragraph of each sentence. */
const numbers = (paragraphs: ParagraphBounds): readonly number[] =>
	paragraphs.flatMap((lines, at) => lines.map(() => at));

const distinct = (sentences: readonly number[], of: readonly number[]): number[] => [
	...new Set(sentences.map((at) => of[at] ?? 0))
];

function withOmissions(together: Beads, sources: number, targets: number): Beads {
	const linked = [
		new Set(together.flatMap(([left]) => left)),
		new Set(together.flatMap(([, right]) => right))
	] as const;
	const all: Bead[] = [];
	let [i, j] = [0, 0];
	const omit = (end: number, last: number) => {
		for (; i < end; i++) if (!linked[0].has(i)) all.push([[i], []]);
		for (; j < last; j++) if (!linked[1].has(j)) all.push([[], [j]]);
	};
	for (const bead of together) {
		omit(bead[0][0] ?? 0, bead[1][0] ?? 0);
		all.push(bead);
	}
	omit(sources, targets);
	return all;
}
