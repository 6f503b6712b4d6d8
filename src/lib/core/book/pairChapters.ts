/**
 * Pairs the chapters of two books that are one work in two languages: by their order and by
 * `chapterCosts.ts`. A chapter may lack in one book, two may be one in the other, and one may stand
 * elsewhere.
 *
 * Law (`pairChapters.test.ts`): the pairs cover every chapter once.
 */
import type { Bead, Beads } from '../align/bead';
import { ChapterCosts, type ChapterSketch } from './chapterCosts';
import { inOrder } from './chapterPairs';

/** The shapes of beads that are tried: chapters of the source, chapters of the target. */
const shapes = [
	[1, 1],
	[1, 0],
	[0, 1],
	[2, 1],
	[1, 2]
] as const;

/** A chapter has moved where its cost elsewhere is lower than here by at least this. */
const movedGain = 4;
/** Nothing less likely than this has moved. */
const maxMovedCost = -3;

/** Returns pairs of chapters. Takes time in proportion to the product of the two numbers. */
export function pairChapters(
	source: readonly ChapterSketch[],
	target: readonly ChapterSketch[]
): Beads {
	const costs = new ChapterCosts(source, target);
	return withMoved(inSequence(source, target, costs), costs);
}

/** Returns the likeliest beads of chapters in the same order. */
function inSequence(
	source: readonly ChapterSketch[],
	target: readonly ChapterSketch[],
	costs: ChapterCosts
): Beads {
	const width = target.length + 1;
	const best = new Float64Array((source.length + 1) * width).fill(Infinity);
	const came = new Int8Array(best.length);
	best[0] = 0;
	for (let i = 0; i <= source.length; i++)
		for (let j = 0; j <= target.length; j++)
			for (const [which, [ours, theirs]] of shapes.entries()) {
				if (i < ours || j < theirs) continue;
				const before = best[(i - ours) * width + j - theirs] ?? Infinity;
				const cost = before + costs.of(i - ours, ours, j - theirs, theirs);
				if (cost < (best[i * width + j] ?? Infinity)) {
					best[i * width + j] = cost;
					came[i * width + j] = which;
				}
			}
	const found: Bead[] = [];
	let [i, j] = [source.length, target.length];
	while (i > 0 || j > 0) {
		const [ours, theirs] = shapes[came[i * width + j] ?? 0] ?? [1, 1];
		[i, j] = [i - ours, j - theirs];
		found.push([range(i, ours), range(j, theirs)]);
	}
	return found.reverse();
}

const range = (from: number, count: number): number[] =>
	Array.from({ length: count }, (_, at) => from + at);

interface Candidate {
	readonly source: number;
	readonly target: number;
	readonly cost: number;
}

/** Pairs chapters that are far likelier elsewhere: those alone, and those in a pair of two. */
function withMoved(beads: Beads, costs: ChapterCosts): Beads {
	const [ours, theirs] = [new Map<number, number>(), new Map<number, number>()];
	for (const [[source, second], [target, next]] of beads) {
		if (second !== undefined || next !== undefined) continue;
		const isPair = source !== undefined && target !== undefined;
		const cost = isPair ? costs.of(source, 1, target, 1) : 0;
		if (source !== undefined) ours.set(source, cost);
		if (target !== undefined) theirs.set(target, cost);
	}
	const found: Candidate[] = [];
	for (const [source, here] of ours)
		for (const [target, there] of theirs) {
			const cost = costs.of(source, 1, target, 1);
			if (cost <= maxMovedCost && cost <= Math.min(here, there) - movedGain)
				found.push({ source, target, cost });
		}
	const [from, to] = [new Set<number>(), new Set<number>()];
	const moved: Bead[] = [];
	for (const { source, target } of found.toSorted((a, b) => a.cost - b.cost)) {
		if (from.has(source) || to.has(target)) continue;
		from.add(source);
		to.add(target);
		moved.push([[source], [target]]);
	}
	const rest = beads.map(([one, other]): Bead => [
		one.filter((at) => !from.has(at)),
		other.filter((at) => !to.has(at))
	]);
	return inOrder([...rest, ...moved]);
}
