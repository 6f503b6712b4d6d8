/**
 * Where two long texts run side by side: pairs of sentences that share rare words, and of these the
 * weightiest run in which both sides rise. It takes no account of what lies between, so that a
 * thousand sentences that one side lacks cost no more than one. Anchors from words that seldom occur
 * go back to Church, “Char_align” (1993, https://aclanthology.org/P93-1001/) and Melamed (1999).
 */
import type { Links } from './links';
import type { Side } from './side';

/** A source and a target sentence that are likely to be about the same. */
export interface Anchor {
	readonly i: number;
	readonly j: number;
	readonly weight: number;
}

/** Words in more sentences than this say little of where one is. */
const mostPlaces = 60;
/** Pairs that are looked at for each sentence of the source. */
const perSentence = 12;
/** A pair must weigh as much as this share of a word that stands in one sentence alone. */
const leastShare = 0.6;

/** The anchors of two texts, rising on both sides. */
export function anchors(source: Side, target: Side, links: Links): readonly Anchor[] {
	return supported(heaviest(candidates(source, target, links)));
}

/** In which sentences each kind of a side stands; none for those that stand in too many. */
function postings({ kinds, starts, tokens, count }: Side): readonly (readonly number[])[] {
	const places: number[][] = kinds.map(() => []);
	for (let i = 0; i < count; i++)
		for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
			const list = places[tokens[at] ?? 0];
			if (list && list.length <= mostPlaces && list.at(-1) !== i) list.push(i);
		}
	return places.map((list) => (list.length > mostPlaces ? [] : list));
}

function candidates(source: Side, target: Side, links: Links): Anchor[] {
	const ours = postings(source);
	const theirs = postings(target);
	const weights = new Float64Array(target.count);
	const found: Anchor[] = [];
	for (let i = 0; i < source.count; i++) {
		const touched: number[] = [];
		const kinds = new Set(source.tokens.subarray(source.starts[i] ?? 0, source.starts[i + 1] ?? 0));
		for (const s of kinds) {
			if (ours[s]?.length === 0) continue;
			for (let at = links.starts[s] ?? 0; at < (links.starts[s + 1] ?? 0); at++) {
				const places = theirs[links.to[at] ?? 0] ?? [];
				const weight =
					(links.weights[at] ?? 0) * Math.log(target.count / Math.max(1, places.length));
				for (const j of places) {
					if ((weights[j] ?? 0) === 0) touched.push(j);
					weights[j] = (weights[j] ?? 0) + weight;
				}
			}
		}
		found.push(...strongest(i, touched, weights, leastShare * Math.log(target.count)));
		for (const j of touched) weights[j] = 0;
	}
	return found;
}

function strongest(
	i: number,
	touched: readonly number[],
	weights: Float64Array,
	least: number
): Anchor[] {
	return touched
		.map((j) => ({ i, j, weight: weights[j] ?? 0 }))
		.filter(({ weight }) => weight >= least)
		.sort((a, b) => b.weight - a.weight)
		.slice(0, perSentence);
}

/**
 * The run of greatest weight in which both sides rise: longest increasing subsequence with weights,
 * in O(n log n) by a Fenwick tree of the best run that ends before each target sentence.
 */
function heaviest(all: readonly Anchor[]): readonly Anchor[] {
	const width = all.reduce((most, { j }) => Math.max(most, j), 0) + 2;
	const best = new Int32Array(width + 1).fill(-1);
	const sums = new Float64Array(all.length);
	const before = new Int32Array(all.length).fill(-1);
	const sumOf = (at: number) => (at < 0 ? 0 : (sums[at] ?? 0));
	const ending = (j: number): number => {
		let top = -1;
		for (let k = j; k > 0; k -= k & -k) if (sumOf(best[k] ?? -1) > sumOf(top)) top = best[k] ?? -1;
		return top;
	};
	const order = all.map((_, at) => at).sort(byPlace(all));
	for (const at of order) {
		const { j = 0, weight = 0 } = all[at] ?? {};
		const under = ending(j);
		before[at] = under;
		sums[at] = sumOf(under) + weight;
		for (let k = j + 1; k <= width; k += k & -k)
			if ((sums[at] ?? 0) > sumOf(best[k] ?? -1)) best[k] = at;
	}
	const run: Anchor[] = [];
	for (let at = ending(width); at >= 0; at = before[at] ?? -1) run.push(...all.slice(at, at + 1));
	return run.reverse();
}

/** By source sentence; of one sentence the last target first, so that none follows itself. */
const byPlace = (all: readonly Anchor[]) => (a: number, b: number) => {
	const [x, y] = [all[a], all[b]];
	return x && y ? x.i - y.i || y.j - x.j : 0;
};

/** An anchor without another this near, in sentences of either side, is likely chance. */
const neighbourhood = 10;

const supported = (run: readonly Anchor[]): readonly Anchor[] =>
	run.filter((anchor, at) => near(anchor, run[at - 1]) || near(anchor, run[at + 1]));

const near = (a: Anchor, b: Anchor | undefined): boolean =>
	b !== undefined && Math.abs(a.i - b.i) <= neighbourhood && Math.abs(a.j - b.j) <= neighbourhood;
