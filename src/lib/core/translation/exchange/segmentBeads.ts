/**
 * Converts pairs of segments, as a tool cut them, to beads of sentences, as this project cuts them.
 *
 * Laws (`segmentBeads.test.ts`): the beads cover each sentence of both sides once, in order; where
 * both cut alike, each pair is one bead. A sentence whose segments have no translation is alone.
 */
import { run, type Bead } from '../../align/bead';

/** Where a part lies in its side, as shares of the side’s length: 0 to 1. */
interface Share {
	readonly from: number;
	readonly to: number;
}

export interface SharePair {
	readonly source: Share;
	/** Null if the part of the source has no translation. */
	readonly target: Share | null;
}

/** The share of the shorter of two parts from which on they count as overlapping. */
const leastOverlap = 0.2;

export interface SegmentBead {
	readonly bead: Bead;
	/** The pairs that it comes from; none for an omission. */
	readonly pairs: readonly number[];
}

/** @param source lengths of the sentences of each side */
export function beadsOfSegments(
	source: readonly number[],
	target: readonly number[],
	pairs: readonly SharePair[]
): readonly SegmentBead[] {
	const [ours, theirs] = [shares(source), shares(target)];
	const linked = pairs.flatMap((pair, at) => {
		const left = within(ours, pair.source);
		const right = pair.target ? within(theirs, pair.target) : [];
		return left.length > 0 && right.length > 0 ? [groupOf(left, right, at)] : [];
	});
	return withOmissions(merged(linked), source.length, target.length);
}

/** The ranges of sentences that belong together; `to` is after the last. */
interface SentenceGroup {
	readonly from: readonly [source: number, target: number];
	readonly to: readonly [source: number, target: number];
	readonly pairs: readonly number[];
}

const groupOf = (
	left: readonly number[],
	right: readonly number[],
	pair: number
): SentenceGroup => ({
	pairs: [pair],
	from: [left[0] ?? 0, right[0] ?? 0],
	to: [(left.at(-1) ?? 0) + 1, (right.at(-1) ?? 0) + 1]
});

function shares(lengths: readonly number[]): readonly Share[] {
	const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
	let at = 0;
	return lengths.map((length) => {
		const from = at / total;
		at += length;
		return { from, to: at / total };
	});
}

/** Returns the sentences that a part overlaps. */
function within(sentences: readonly Share[], part: Share): readonly number[] {
	return sentences.flatMap(({ from, to }, at) => {
		const common = Math.min(to, part.to) - Math.max(from, part.from);
		const shorter = Math.min(to - from, part.to - part.from);
		return common > leastOverlap * shorter ? [at] : [];
	});
}

/** Merges groups that share a sentence on a side, or that cross: links keep the order of both sides. */
function merged(groups: readonly SentenceGroup[]): readonly SentenceGroup[] {
	const made: SentenceGroup[] = [];
	for (const group of groups.toSorted((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1])) {
		let grown = group;
		for (let last = made.at(-1); last && !isAfter(grown, last); last = made.at(-1)) {
			grown = {
				pairs: [...last.pairs, ...grown.pairs],
				from: [Math.min(last.from[0], grown.from[0]), Math.min(last.from[1], grown.from[1])],
				to: [Math.max(last.to[0], grown.to[0]), Math.max(last.to[1], grown.to[1])]
			};
			made.pop();
		}
		made.push(grown);
	}
	return made;
}

const isAfter = ({ from }: SentenceGroup, { to }: SentenceGroup): boolean =>
	from[0] >= to[0] && from[1] >= to[1];

/** Adds every other sentence as an omission, the source’s first. */
function withOmissions(
	groups: readonly SentenceGroup[],
	sources: number,
	targets: number
): readonly SegmentBead[] {
	const beads: SegmentBead[] = [];
	const next = { source: 0, target: 0 };
	const omit = (source: number, target: number) => {
		for (const at of run(next.source, source - next.source))
			beads.push({ bead: [[at], []], pairs: [] });
		for (const at of run(next.target, target - next.target))
			beads.push({ bead: [[], [at]], pairs: [] });
	};
	for (const { from, to, pairs } of groups) {
		omit(from[0], from[1]);
		const bead: Bead = [run(from[0], to[0] - from[0]), run(from[1], to[1] - from[1])];
		beads.push({ bead, pairs });
		Object.assign(next, { source: to[0], target: to[1] });
	}
	omit(sources, targets);
	return beads;
}
