/**
 * Links between the word kinds of two texts, and how much more often than by chance they translate
 * each other: the translation table of IBM Model 1 (Brown et al. 1993,
 * https://aclanthology.org/J93-2003/), with all cues joined: the same word, the same number,
 * cognates, a seed, learnt words.
 */
import { fold, likeness } from './cognate';
import { isNumber, significant } from './number';
import type { Seed } from './seed';
import type { WordKind, Side } from './side';
import { stemmer } from './stem';

/**
 * Links of the kinds of one side: kind `k` has those from `starts[k]` to before `starts[k + 1]`;
 * `to` is the kind of the other side, `weights` the probability that the first is translated by it.
 */
export interface WordLinks {
	readonly starts: Uint32Array;
	readonly to: Uint32Array;
	readonly weights: Float32Array;
	/** 1 for kinds whose counterpart is known, here or in the seed. */
	readonly known: readonly [source: Uint8Array, target: Uint8Array];
	/**
	 * 1 for names that are linked to a name of the other text. Capitals alone do not make a name: in
	 * German every noun has one.
	 */
	readonly names: readonly [source: Uint8Array, target: Uint8Array];
}

/** A pair of kinds, by number, and the probability of its link. */
export type WordLink = readonly [source: number, target: number, probability: number];

/** The reliability of each cue: the probability that a word is translated as it suggests. */
const trust = {
	name: 0.85,
	same: 0.5,
	short: 0.05,
	number: 0.9,
	significant: 0.4,
	seed: 0.7,
	compound: 0.4,
	cognate: 0.6
};

/** Returns all links that the words themselves suggest. */
export function suggested(source: Side, target: Side, seed: Seed | null): WordLink[] {
	return [
		...identical(source, target),
		...numbers(source, target),
		...cognates(source, target),
		...(seed ? seeded(source, target, seed) : [])
	];
}

/** Words known to translate each other, by stem, with their probability. */
export type Lexicon = readonly (readonly [source: string, target: string, probability: number])[];

export const toLexicon = (source: Side, target: Side, links: readonly WordLink[]): Lexicon =>
	links.flatMap(([s, t, p]) => {
		const [ours, theirs] = [source.kinds[s], target.kinds[t]];
		return ours && theirs ? [[ours.stem, theirs.stem, p] as const] : [];
	});

/** Returns the links that a lexicon has for the words of the two texts. */
export function given(source: Side, target: Side, lexicon: Lexicon): WordLink[] {
	const ours = stemsOf(source);
	const theirs = stemsOf(target);
	return lexicon.flatMap(([from, to, p]): WordLink[] => {
		const [s, t] = [ours.get(from), theirs.get(to)];
		return s === undefined || t === undefined ? [] : [[s, t, p]];
	});
}

const stemsOf = ({ kinds }: Side): Map<string, number> =>
	new Map(kinds.map(({ stem }, at) => [stem, at]));

/** Joins links; if several give the same pair, the strongest counts. */
export function joined(
	source: Side,
	target: Side,
	links: readonly WordLink[],
	seed: Seed | null
): WordLinks {
	const width = target.kinds.length;
	const best = new Map<number, number>();
	for (const [s, t, p] of links) {
		const key = s * width + t;
		if (p > (best.get(key) ?? 0)) best.set(key, p);
	}
	const known = [new Uint8Array(source.kinds.length), new Uint8Array(target.kinds.length)] as const;
	const names = [new Uint8Array(source.kinds.length), new Uint8Array(target.kinds.length)] as const;
	const areNames = [source.kinds.map(isName), target.kinds.map(isName)] as const;
	const starts = new Uint32Array(source.kinds.length + 1);
	for (const key of best.keys()) {
		const s = Math.floor(key / width);
		starts[s + 1] = (starts[s + 1] ?? 0) + 1;
		known[0][s] = 1;
		const t = key - s * width;
		known[1][t] = 1;
		if (areNames[0][s] && areNames[1][t]) names[0][s] = names[1][t] = 1;
	}
	if (seed) {
		for (const [k, { stem }] of source.kinds.entries()) if (seed.forward.has(stem)) known[0][k] = 1;
		for (const [k, { stem }] of target.kinds.entries())
			if (seed.backward.has(stem)) known[1][k] = 1;
	}
	for (let s = 0; s < source.kinds.length; s++)
		starts[s + 1] = (starts[s + 1] ?? 0) + (starts[s] ?? 0);
	const fill = starts.slice();
	const to = new Uint32Array(best.size);
	const weights = new Float32Array(best.size);
	for (const [key, p] of best) {
		const s = Math.floor(key / width);
		const at = fill[s] ?? 0;
		fill[s] = at + 1;
		to[at] = key - s * width;
		weights[at] = p;
	}
	return { starts, to, weights, known, names };
}

const mirrored = ([s, t, p]: WordLink): WordLink => [t, s, p];

const isName = ({ count, names }: WordKind): boolean => names * 2 >= count;

/** Links words that are the same on both sides: names, or words that both languages have. */
function identical(source: Side, target: Side): WordLink[] {
	const byForm = formsOf(target);
	return source.kinds.flatMap((kind, s) =>
		[...kind.forms].flatMap((form): WordLink[] => {
			const t = byForm.get(form);
			const other = t === undefined ? undefined : target.kinds[t];
			if (t === undefined || other === undefined) return [];
			if (isNumber(form)) return [[s, t, trust.number]];
			const names = isName(kind) && isName(other);
			return [[s, t, names ? trust.name : form.length > 4 ? trust.same : trust.short]];
		})
	);
}

const formsOf = ({ kinds }: Side): Map<string, number> =>
	new Map(kinds.flatMap(({ forms }, at) => [...forms].map((form) => [form, at] as const)));

/** Links numbers that differ in trailing zeros only. */
function numbers(source: Side, target: Side): WordLink[] {
	const bySignificant = new Map<string, number[]>();
	for (const [t, { stem }] of target.kinds.entries())
		if (isNumber(stem)) push(bySignificant, significant(stem), t);
	return source.kinds.flatMap(({ stem }, s) =>
		isNumber(stem)
			? (bySignificant.get(significant(stem)) ?? []).map((t): WordLink => [s, t, trust.significant])
			: []
	);
}

/** The least number of first letters that cognates share; shorter matches are too often chance. */
const sharedPrefix = 3;
const leastLikeness = 0.6;

function cognates(source: Side, target: Side): WordLink[] {
	const buckets = new Map<string, [number, string][]>();
	for (const [t, word] of foldedOf(target)) push(buckets, word.slice(0, sharedPrefix), [t, word]);
	const links: WordLink[] = [];
	for (const [s, word] of foldedOf(source))
		for (const [t, other] of buckets.get(word.slice(0, sharedPrefix)) ?? []) {
			const alike = likeness(word, other, leastLikeness);
			if (alike > 0) links.push([s, t, trust.cognate * ((alike - 0.5) * 2) ** 1.5]);
		}
	return links;
}

/** Returns the shortest form of each kind that is long enough, folded. */
const foldedOf = ({ kinds }: Side): (readonly [number, string])[] =>
	kinds.flatMap(({ forms, stem }, at) => {
		if (isNumber(stem)) return [];
		const shortest = [...forms].reduce((a, b) => (b.length < a.length ? b : a));
		const folded = fold(shortest);
		return folded.length > sharedPrefix ? [[at, folded] as const] : [];
	});

/** Returns the links that a seed has for the words of the two texts, whole and in parts. */
function seeded(source: Side, target: Side, seed: Seed): WordLink[] {
	const backward = answers(target, seed.backward, stemsOf(source));
	return [...answers(source, seed.forward, stemsOf(target)), ...backward.map(mirrored)];
}

function answers(
	{ kinds, lang }: Side,
	seed: ReadonlyMap<string, ReadonlySet<string>>,
	others: ReadonlyMap<string, number>
): WordLink[] {
	const parts = partsIn(seed, lang);
	return kinds.flatMap(({ stem, forms }, at) => {
		const known = seed.get(stem);
		const all = known ? [known] : [...forms].slice(0, 1).flatMap(parts);
		const base = known ? trust.seed : trust.compound;
		return all.flatMap((words) =>
			[...words].flatMap((word): WordLink[] => {
				const other = others.get(word);
				return other === undefined ? [] : [[at, other, base / words.size ** 0.4]];
			})
		);
	});
}

const leastPart = 3;
/** The least length in letters of a known part beside an unknown one; shorter ones are ignored. */
const leastAlone = 5;

/**
 * Looks up the parts of a compound in the seed: `utrikes|minister`, with or without an `s` between
 * them. Koehn and Knight, “Empirical methods for compound splitting” (2003,
 * https://aclanthology.org/E03-1076/), split where the parts are known words.
 */
function partsIn(seed: ReadonlyMap<string, ReadonlySet<string>>, lang: string) {
	const stem = stemmer(lang);
	return (form: string): ReadonlySet<string>[] => {
		let alone: ReadonlySet<string>[] = [];
		for (let at = form.length - leastPart; at >= leastPart; at--) {
			const tail = seed.get(stem(form.slice(at)));
			const start = form.slice(0, at);
			const head = seed.get(stem(start)) ?? seed.get(stem(start.replace(/s$/, '')));
			if (head && tail) return [head, tail];
			const one = tail && form.length - at >= leastAlone ? tail : undefined;
			const other = head && at >= leastAlone ? head : undefined;
			if (one ?? other) alone = [one ?? other ?? new Set()];
		}
		return alone;
	};
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
