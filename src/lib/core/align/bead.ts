/**
 * A bead links m source items to n target items, by their indices in document order: the field's
 * word since Gale and Church (1993). A text's beads are monotone and cover every item of both sides.
 */
export type Bead = readonly [source: readonly number[], target: readonly number[]];
export type Beads = readonly Bead[];

/**
 * Parses a notation: `beads('1-1 2-1 0-1')` links the first items of both sides, then two to one,
 * then leaves the target’s third without a counterpart. Law: `notation(beads(text)) === text`.
 * @throws RangeError naming a bead that is not two counts, or that links nothing to nothing.
 */
export function beads(text: string): Beads {
	const from = { source: 0, target: 0 };
	return text
		.split(' ')
		.filter((bead) => bead !== '')
		.map((bead) => {
			const [, source, target] = /^(\d{1,4})-(\d{1,4})$/.exec(bead)?.map(Number) ?? [];
			if (source === undefined || target === undefined || source + target === 0)
				throw new RangeError(`${JSON.stringify(bead)} is no bead: write 1-1, 2-1, 0-1 …`);
			const made: Bead = [run(from.source, source), run(from.target, target)];
			from.source += source;
			from.target += target;
			return made;
		});
}

/** Returns `count` indices from `from` on. */
export const run = (from: number, count: number): readonly number[] =>
	Array.from({ length: count }, (_, at) => from + at);

/** Formats beads that cover both sides, in the notation that `beads` parses. */
export const notation = (all: Beads): string =>
	all.map(([source, target]) => `${source.length}-${target.length}`).join(' ');
