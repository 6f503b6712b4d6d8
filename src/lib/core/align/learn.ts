/**
 * Learns from the first pass for the second: a lexicon from its beads, and the statistics of the
 * two texts.
 */
import { beadTypes } from './beadTypes';
import { usualHabits, type PairStatistics } from './habits';
import type { Lattice } from './lattice';
import type { WordLink, WordLinks } from './wordLinks';
import type { Side } from './side';

export interface FirstPassEstimates {
	readonly links: readonly WordLink[];
	readonly habits: PairStatistics;
}

/** A bead with its probability, and the range of sentences that it covers on each side. */
export interface Weighed {
	readonly i: number;
	readonly j: number;
	readonly m: number;
	readonly n: number;
	readonly p: number;
}

const leastBelieved = 0.3;

function believed(lattice: Lattice): readonly Weighed[] {
	const all: Weighed[] = [];
	lattice.beads(leastBelieved, (i, j, type, p) => {
		const [m, n] = beadTypes[type] ?? [1, 1];
		all.push({ i: i - m, j: j - n, m, n, p });
	});
	return all;
}

export function learn(
	source: Side,
	target: Side,
	lattice: Lattice,
	links: WordLinks
): FirstPassEstimates {
	const beads = believed(lattice);
	const left = beads.map((bead) => unexplained(source, target, bead, links));
	return {
		links: lexicon(source, target, beads, left),
		habits: {
			...habitsOf(source, target, beads),
			unanswered: unanswered(source, target, beads, left, links)
		}
	};
}

/** Returns the words learnt from beads known to be right, beyond those that `links` has already. */
export const learntWords = (
	source: Side,
	target: Side,
	beads: readonly Weighed[],
	links: WordLinks
): readonly WordLink[] =>
	lexicon(
		source,
		target,
		beads,
		beads.map((bead) => unexplained(source, target, bead, links))
	);

/**
 * Returns by side how often a word that could have a counterpart has none: its share in the
 * confident beads, with the default as a prior.
 */
function unanswered(
	source: Side,
	target: Side,
	beads: readonly Weighed[],
	left: readonly Unexplained[],
	links: WordLinks
): readonly [number, number] {
	const shares = [source, target].map(({ kinds, starts, tokens }, side) => {
		let [silent, all] = [priorWords / 2, priorWords];
		const known = links.known[side] ?? new Uint8Array(kinds.length);
		for (const [number, bead] of beads.entries()) {
			const here = left[number]?.[side];
			const [from, size] = side === 0 ? [bead.i, bead.m] : [bead.j, bead.n];
			for (let at = starts[from] ?? 0; at < (starts[from + size] ?? 0); at++) {
				const kind = tokens[at] ?? 0;
				if (!known[kind]) continue;
				all += bead.p;
				if (here?.has(kind)) silent += bead.p;
			}
		}
		return silent / all;
	});
	return [shares[0] ?? 0.5, shares[1] ?? 0.5];
}

/** Prior weight of the default share, in words. */
const priorWords = 60;

/** Prior weight of the default statistics, in beads. */
const prior = 8;

/** Returns the share of a side’s sentences that the beads do not answer. */
const share = ({ count }: Side, answered: number, side: 0 | 1): number =>
	(Math.max(0, count - answered) + prior * usualHabits.omitted[side]) / (count + prior);

function habitsOf(
	source: Side,
	target: Side,
	beads: readonly Weighed[]
): Omit<PairStatistics, 'unanswered'> {
	let [ours, theirs] = [800, 800];
	const counts = [prior * 0.55, prior * 0.05, prior * 0.05, prior * 0.35];
	let total = prior;
	let split = prior * usualHabits.split;
	const answered = [0, 0] as [number, number];
	for (const { i, j, m, n, p } of beads) {
		for (let at = i; at < i + m; at++) ours += p * (source.lengths[at] ?? 0);
		for (let at = j; at < j + n; at++) theirs += p * (target.lengths[at] ?? 0);
		const cell = (source.opens[i] ?? 0) * 2 + (target.opens[j] ?? 0);
		counts[cell] = (counts[cell] ?? 0) + p;
		total += p;
		if (m + n > 2) split += p;
		answered[0] += p * m;
		answered[1] += p * n;
	}
	const [none = 0, onlyTheirs = 0, onlyOurs = 0, both = 0] = counts.map((count) => count / total);
	const [a, b] = [both + onlyOurs, both + onlyTheirs];
	const one = Math.log((onlyOurs + onlyTheirs) / (a * (1 - b) + b * (1 - a)));
	return {
		ratio: theirs / ours,
		split: split / total,
		omitted: [share(source, answered[0], 0), share(target, answered[1], 1)],
		opening: [Math.log(none / ((1 - a) * (1 - b))), one, Math.log(both / (a * b))]
	};
}

/**
 * Returns pairs of word kinds that occur in the same beads more often than by chance: those with a
 * high log-likelihood ratio (Dunning 1993, https://aclanthology.org/J93-1003/; for word alignment
 * Moore 2004, https://aclanthology.org/P04-1066/). One bead is subtracted from each count, so that
 * no bead supports itself.
 */
function lexicon(
	source: Side,
	target: Side,
	beads: readonly Weighed[],
	left: readonly Unexplained[]
): WordLink[] {
	const own = frequencies(
		source,
		beads,
		left.map(([ours]) => ours)
	);
	const other = frequencies(
		target,
		beads,
		left.map(([, theirs]) => theirs)
	);
	const total = beads.reduce((sum, { p }) => sum + p, 0);
	const together = new Float64Array(target.kinds.length);
	const links: WordLink[] = [];
	for (const [s, places] of own.places.entries()) {
		const count = own.counts[s] ?? 0;
		if (count < leastTogether || count > total / 3) continue;
		const touched: number[] = [];
		for (const at of places) {
			const bead = beads[at];
			if (!bead) continue;
			for (const t of other.kinds[at] ?? []) {
				if ((together[t] ?? 0) === 0) touched.push(t);
				together[t] = (together[t] ?? 0) + bead.p;
			}
		}
		for (const t of touched) {
			const both = together[t] ?? 0;
			together[t] = 0;
			const n = other.counts[t] ?? 0;
			if (both < leastTogether || n > total / 3 || both * total < 2 * count * n) continue;
			if (likelihoodRatio(both, count, n, total) < leastRatio) continue;
			const p = (both - 1) / (Math.sqrt(count * n) + 1);
			if (p > 0.1) links.push([s, t, p * 0.8]);
		}
	}
	return links;
}

const leastTogether = 1.8;
const leastRatio = 10;

type Unexplained = readonly [source: Set<number>, target: Set<number>];

/** Returns the word kinds on both sides of a bead that no link explains. */
function unexplained(
	source: Side,
	target: Side,
	{ i, j, m, n }: Weighed,
	{ starts, to }: WordLinks
): Unexplained {
	const ours = kindsOf(source, i, m);
	const theirs = kindsOf(target, j, n);
	const answered = new Set<number>();
	for (const s of ours)
		for (let at = starts[s] ?? 0; at < (starts[s + 1] ?? 0); at++) {
			const t = to[at] ?? 0;
			if (!theirs.has(t)) continue;
			answered.add(t);
			ours.delete(s);
		}
	for (const t of answered) theirs.delete(t);
	return [ours, theirs];
}

const kindsOf = ({ starts, tokens }: Side, from: number, count: number): Set<number> =>
	new Set(tokens.subarray(starts[from] ?? 0, starts[from + count] ?? 0));

/** Counts the beads that contain each kind, and lists these beads and the kinds of each bead. */
function frequencies(side: Side, beads: readonly Weighed[], kinds: readonly Set<number>[]) {
	const counts = new Float64Array(side.kinds.length);
	const places: number[][] = side.kinds.map(() => []);
	for (const [at, here] of kinds.entries())
		for (const kind of here) {
			counts[kind] = (counts[kind] ?? 0) + (beads[at]?.p ?? 0);
			places[kind]?.push(at);
		}
	return { counts, places, kinds };
}

/** Returns Dunning’s −2 log λ for `both` of `a` and `b` occurrences in `total` beads. */
function likelihoodRatio(both: number, a: number, b: number, total: number): number {
	const rest = Math.max(0, total - a - b + both);
	const entropy = (...counts: number[]) => {
		const sum = counts.reduce((x, y) => x + y, 0);
		return counts.reduce((h, k) => (k > 0 ? h + k * Math.log(k / sum) : h), 0);
	};
	const [x, y] = [Math.max(0, a - both), Math.max(0, b - both)];
	return (
		2 * (entropy(both, x, y, rest) - entropy(both + x, y + rest) - entropy(both + y, x + rest))
	);
}
