/**
 * Stray links: doubtful ones that hold a paragraph on their own, by a small part of it. A preface
 * that answers nothing is then beside a dedication, since one of its short sentences might answer it.
 */
import type { ScoredBead } from './best';
import type { Side } from './side';

/** Links of at least this probability are no strays. */
const doubtful = 0.85;
/** The share of a paragraph’s letters from which on a link holds it. */
const held = 0.5;

/** Returns the beads without strays. */
export function withoutStrays(
	found: readonly ScoredBead[],
	source: Side,
	target: Side
): readonly ScoredBead[] {
	if (found.every(({ confidence }) => confidence >= doubtful)) return found;
	const sides = [linkedShares(found, source, 0), linkedShares(found, target, 1)] as const;
	const isStray = ({ bead, confidence }: ScoredBead): boolean =>
		confidence < doubtful &&
		sides.some(({ paragraphOf, shares, beads }, side) => {
			const paragraphs = new Set(bead[side === 0 ? 0 : 1].map((at) => paragraphOf[at] ?? 0));
			return [...paragraphs].every((at) => beads[at] === 1 && (shares[at] ?? 1) < held);
		});
	return found.filter((bead) => !isStray(bead));
}

/** Returns the paragraph of each sentence, and of each paragraph how much is linked by how many. */
function linkedShares(found: readonly ScoredBead[], { opens, lengths, count }: Side, side: 0 | 1) {
	const paragraphOf = new Uint32Array(count);
	let paragraph = -1;
	for (let at = 0; at < count; at++) paragraphOf[at] = paragraph += opens[at] ?? 0;
	const [all, linked, beads] = [0, 1, 2].map(() => new Float64Array(paragraph + 1));
	const shares = new Float64Array(paragraph + 1);
	if (!all || !linked || !beads) return { paragraphOf, shares, beads: shares };
	const add = (sums: Float64Array, at: number, by: number) => (sums[at] = (sums[at] ?? 0) + by);
	for (let at = 0; at < count; at++) add(all, paragraphOf[at] ?? 0, (lengths[at] ?? 0) + 1);
	for (const { bead } of found) {
		for (const at of bead[side]) add(linked, paragraphOf[at] ?? 0, (lengths[at] ?? 0) + 1);
		for (const at of new Set(bead[side].map((one) => paragraphOf[one] ?? 0))) add(beads, at, 1);
	}
	for (const [at, size] of all.entries()) shares[at] = (linked[at] ?? 0) / size;
	return { paragraphOf, shares, beads };
}
