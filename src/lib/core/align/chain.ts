/**
 * Finds anchors in two long texts: pairs of sentences that share rare words, and of these the
 * heaviest chain that rises on both sides. The text between two anchors does not count, so that a
 * thousand sentences that one side lacks cost no more than one. Anchors from words that seldom
 * occur go back to Church, “Char_align” (1993, https://aclanthology.org/P93-1001/) and Melamed
 * (1999).
 */
import type { WordLinks } from './wordLinks';
import type { Side } from './side';

/** A source and a target sentence that are probably translations of each other. */
export interface ChainAnchor {
	readonly i: number;
	readonly j: number;
	readonly weight: number;
}

/** Words in more sentences than this are ignored: they hardly locate a sentence. */
const mostPlaces = 60;
/** The most pairs considered for each source sentence. */
const perSentence = 12;
/**
 * The least weight of a pair, as a share of the weight of a word that occurs in one sentence only.
 */
const leastShare = 0.6;

/** Returns the anchors of two texts, rising on both sides. */
export function anchors(source: Side, target: Side, links: WordLinks): readonly ChainAnchor[] {
	return supported(heaviest(candidates(source, target, links)));
}

/**
 * Returns the sentences that contain each word kind of a side; none for kinds in too many
 * sentences.
 */
function postings({ kinds, starts, tokens, count }: Side): readonly (readonly number[])[] {
	const places: number[][] = kinds.map(() => []);
	for (let i = 0; i < count; i++)
		for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
			const list = places[tokens[at] ?? 0];
			if (list && list.length <= mostPlaces && list.at(-1) !== i) list.push(i);
		}
	return places.map((list) => (list.length > mostPlaces ? [] : list));
}

function candidates(source: Side, target: Side, links: WordLinks): ChainAnchor[] {
	const ours = postings(source);
	const theirs = postings(target);
	const weights = new Float64Array(target.count);
	const found: ChainAnchor[] = [];
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
): ChainAnchor[] {
	return touched
		.map((j) => ({ i, j, weight: weights[j] ?? 0 }))
		.filter(({ weight }) => weight >= least)
		.sort((a, b) => b.weight - a.weight)
		.slice(0, perSentence);
}

/**
 * Returns the heaviest chain in which both sides rise: the weighted longest increasing subsequence,
 * in O(n log n) by a Fenwick tree that holds the best chain ending before each target sentence.
 */
function heaviest(all: readonly ChainAnchor[]): readonly ChainAnchor[] {
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
	const run: ChainAnchor[] = [];
	for (let at = ending(width); at >= 0; at = before[at] ?? -1) run.push(...all.slice(at, at + 1));
	return run.reverse();
}

/**
 * Orders by source sentence, then by target descending, so that a sentence cannot follow itself.
 */
const byPlace = (all: readonly ChainAnchor[]) => (a: number, b: number) => {
	const [x, y] = [all[a], all[b]];
	return x && y ? x.i - y.i || y.j - x.j : 0;
};

/** An anchor with no other within this many sentences on either side is dropped as chance. */
const neighbourhood = 10;

const supported = (run: readonly ChainAnchor[]): readonly ChainAnchor[] =>
	run.filter((anchor, at) => near(anchor, run[at - 1]) || near(anchor, run[at + 1]));

const near = (a: ChainAnchor, b: ChainAnchor | undefined): boolean =>
	b !== undefined && Math.abs(a.i - b.i) <= neighbourhood && Math.abs(a.j - b.j) <= neighbourhood;
