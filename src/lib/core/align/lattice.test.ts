import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beadTypes, typeCount } from './beadTypes';
import { best } from './best';
import { everything } from './corridor';
import { Gaps, type GapWeights } from './gaps';
import { Lattice } from './lattice';
import { side } from './side';
import { learntWeights } from './weights';

const text = (...sizes: number[]) =>
	side({ lang: 'xx', paragraphs: sizes.map((size) => Array.from({ length: size }, () => 'ord')) });

/** Yields the score of every way through a lattice, one by one. */
function* ways(
	lattice: Lattice,
	i = 0,
	j = 0,
	gap: 'none' | 'source' | 'target' = 'none'
): Generator<number> {
	const { gaps, sources, targets } = lattice;
	const ends = gap === 'none' ? 0 : ((gap === 'source' ? gaps.ends[0][i] : gaps.ends[1][j]) ?? 0);
	const closed = gap === 'none' ? 0 : ends + gaps.close(i, j);
	if (i === sources && j === targets) yield closed;
	for (const [type, [m, n]] of beadTypes.entries()) {
		if (i + m > sources || j + n > targets) continue;
		const score = lattice.scores[lattice.cell(i + m, j + n) * typeCount + type] ?? -Infinity;
		if (score > -Infinity)
			for (const rest of ways(lattice, i + m, j + n)) yield closed + score + rest;
	}
	if (i < sources && gap !== 'target') {
		const own =
			gap === 'none' ? gaps.open(i, j) + (gaps.starts[0][i] ?? 0) : (gaps.extends[0][i] ?? 0);
		for (const rest of ways(lattice, i + 1, j, 'source')) yield own + rest;
	}
	if (j < targets) {
		const start = gaps.starts[1][j] ?? 0;
		const own =
			gap === 'none'
				? gaps.open(i, j) + start
				: gap === 'source'
					? ends + start
					: (gaps.extends[1][j] ?? 0);
		for (const rest of ways(lattice, i, j + 1, 'target')) yield own + rest;
	}
}

const score = fc.double({ min: -3, max: 3, noNaN: true });
const weights = fc.record(
	Object.fromEntries(Object.keys(learntWeights.gap).map((name) => [name, score]))
) as fc.Arbitrary<GapWeights>;

function lattice(source: number[], target: number[], gap: GapWeights, scores: number[]): Lattice {
	const [ours, theirs] = [text(...source), text(...target)];
	const made = new Lattice(everything(ours.count, theirs.count), new Gaps(ours, theirs, gap));
	for (let i = 1; i <= ours.count; i++)
		for (let j = 1; j <= theirs.count; j++)
			for (const [type, [m, n]] of beadTypes.entries())
				if (i >= m && j >= n) {
					const at = made.cell(i, j) * typeCount + type;
					made.scores[at] = scores[at % scores.length] ?? 0;
				}
	return made;
}

const sizes = fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 });
const any = fc.tuple(sizes, sizes, weights, fc.array(score, { minLength: 5, maxLength: 60 }));

test('the forward sum equals the sum over all ways one by one', () => {
	fc.assert(
		fc.property(any, (parts) => {
			const made = lattice(...parts);
			const sum = [...ways(made)].reduce((total, way) => total + Math.exp(way), 0);
			expect(made.run()).toBeCloseTo(Math.log(sum), 4);
		})
	);
});

describe('probabilities', () => {
	test('of a sentence’s beads and its omission sum to 1', () => {
		fc.assert(
			fc.property(any, (parts) => {
				const made = lattice(...parts);
				made.run();
				for (const omitted of made.omissions())
					for (const p of omitted) {
						expect(p).toBeGreaterThan(-1e-4);
						expect(p).toBeLessThan(1 + 1e-4);
					}
			})
		);
	});
	test('of the parts pruned by narrowing the corridor are small', () => {
		fc.assert(
			fc.property(any, (parts) => {
				const made = lattice(...parts);
				made.run();
				const narrow = made.narrowed(0.01, 0);
				made.beads(0.01, (i, j) => {
					expect(j).toBeGreaterThanOrEqual(narrow.low[i] ?? 0);
					expect(j).toBeLessThanOrEqual(narrow.high[i] ?? 0);
				});
			})
		);
	});
});

test('the likelier of two ways to link the same sentences is taken', () => {
	const made = lattice([2], [2], learntWeights.gap, [0]);
	made.scores.fill(-Infinity);
	made.scores[made.cell(1, 1) * typeCount] = 15;
	made.scores[made.cell(2, 2) * typeCount] = 15;
	made.scores[made.cell(2, 2) * typeCount + 3] = 27;
	made.run();
	expect(best(made, 0.45).map(({ bead }) => bead)).toEqual([
		[[0], [0]],
		[[1], [1]]
	]);
});
