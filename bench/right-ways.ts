/** Which beads and omissions are right: what a way through the lattice may be made of. */
import { beadTypes } from '../src/lib/core/align/beadTypes';
import type { Beads } from '../src/lib/core/align/bead';
import type { AlignedDocument } from './aligned-documents';

export interface Right {
	/** How much the document counts, beside one whose sentences were read. */
	readonly share: number;
	/** Of the bead of `m` and `n` sentences that begins with these two. */
	bead(i: number, m: number, j: number, n: number): boolean;
	/** Of a sentence of the source (0) or of the target (1). */
	omission(side: 0 | 1, at: number): boolean;
}

export const rightOf = ({ sentences, paragraphs, source, target }: AlignedDocument): Right =>
	sentences
		? exactly(sentences)
		: within(groups(paragraphs, 0, source.paragraphs), groups(paragraphs, 1, target.paragraphs));

/**
 * Just these. Of a bead that the aligner has no type for, every part is right: else no way at all
 * were, and the document would teach nothing.
 */
function exactly(gold: Beads): Right {
	const right = new Set(gold.map((bead) => bead.join('|')));
	const untyped = gold.filter(
		([ours, theirs]) => ours.length > 0 && theirs.length > 0 && !isTyped(ours, theirs)
	);
	const group = ([0, 1] as const).map(
		(side) => new Map(untyped.flatMap((bead, at) => bead[side].map((each) => [each, at])))
	);
	const groupOf = (side: 0 | 1, from: number, count: number): number | undefined => {
		const found = group[side]?.get(from);
		for (let at = from + 1; at < from + count; at++)
			if (group[side]?.get(at) !== found) return undefined;
		return found;
	};
	return {
		share: 1,
		bead: (i, m, j, n) => {
			if (right.has(`${range(i, m)}|${range(j, n)}`)) return true;
			const whole = groupOf(0, i, m);
			return whole !== undefined && whole === groupOf(1, j, n);
		},
		omission: (side, at) =>
			right.has(side === 0 ? `${at}|` : `|${at}`) || group[side]?.has(at) === true
	};
}

const isTyped = (ours: readonly number[], theirs: readonly number[]): boolean =>
	[ours, theirs].every((side) => side.every((at, nth) => at === (side[0] ?? 0) + nth)) &&
	beadTypes.some(([m, n]) => m === ours.length && n === theirs.length);

const range = (from: number, count: number): string =>
	Array.from({ length: count }, (_, at) => from + at).join();

/** Paragraphs leave open which sentences answer which: at 1 the other sets lose by it. */
const paragraphShare = 0.4;

/** Where paragraphs alone are known: the group of each sentence, and how many sentences it has. */
interface Groups {
	readonly of: readonly number[];
	readonly sizes: readonly number[];
}

function groups(gold: Beads, side: 0 | 1, paragraphs: readonly (readonly string[])[]): Groups {
	const group = new Map(gold.flatMap((bead, at) => bead[side].map((number) => [number, at])));
	const of = paragraphs.flatMap((lines, at) => lines.map(() => group.get(at) ?? -1));
	const sizes = gold.map((_, at) => of.filter((other) => other === at).length);
	return { of, sizes };
}

/**
 * Every bead whose sentences are all of one group; every omission but of a sentence that its group
 * cannot do without.
 */
function within(ours: Groups, theirs: Groups): Right {
	const [own, other] = [
		[ours, theirs],
		[theirs, ours]
	];
	const whole = ({ of }: Groups, from: number, count: number, group: number) =>
		of.slice(from, from + count).every((each) => each === group);
	return {
		share: paragraphShare,
		bead: (i, m, j, n) => {
			const group = ours.of[i] ?? -1;
			return group >= 0 && whole(ours, i, m, group) && whole(theirs, j, n, group);
		},
		omission: (side, at) => {
			const group = own?.[side]?.of[at] ?? -1;
			return own?.[side]?.sizes[group] !== 1 || other?.[side]?.sizes[group] === 0;
		}
	};
}
