/**
 * Which kinds of words of one text may answer which of the other, and how much more often than by
 * chance: the translation table of IBM Model 1 (Brown et al. 1993, https://aclanthology.org/J93-2003/)
 * with every cue joined in it: the same word, the same number, cognates, a seed, words learnt.
 */
import { fold, likeness } from './cognate';
import { isNumber, significant } from './number';
import type { Seed } from './seed';
import type { Kind, Side } from './side';
import { stemmer } from './stem';

/**
 * Links of the kinds of one side: kind `k` has those from `starts[k]` to `starts[k + 1]`; `to` is the
 * kind of the other side, `weights` the probability that the one is answered by the other.
 */
export interface Links {
	readonly starts: Uint32Array;
	readonly to: Uint32Array;
	readonly weights: Float32Array;
	/** 1 for kinds of which it is known what answers them, here or in the seed. */
	readonly known: readonly [source: Uint8Array, target: Uint8Array];
}

/** A pair of kinds, by number, and the probability of its link. */
export type Link = readonly [source: number, target: number, probability: number];

/** How far each cue may be leant on: the probability that the word is answered so. */
export const trust = {
	name: 0.85,
	same: 0.5,
	short: 0.05,
	number: 0.9,
	significant: 0.4,
	seed: 0.7,
	compound: 0.4,
	cognate: 0.6
};

/** All links that the words themselves suggest. */
export function suggested(source: Side, target: Side, seed: Seed | null): Link[] {
	return [
		...identical(source, target),
		...numbers(source, target),
		...cognates(source, target),
		...(seed ? seeded(source, target, seed) : [])
	];
}

/** Words that are known to answer each other, by stem, and how likely they do. */
export type Lexicon = readonly (readonly [source: string, target: string, probability: number])[];

export const toLexicon = (source: Side, target: Side, links: readonly Link[]): Lexicon =>
	links.flatMap(([s, t, p]) => {
		const [ours, theirs] = [source.kinds[s], target.kinds[t]];
		return ours && theirs ? [[ours.stem, theirs.stem, p] as const] : [];
	});

/** What a lexicon says of the words of the two texts. */
export function given(source: Side, target: Side, lexicon: Lexicon): Link[] {
	const ours = stemsOf(source);
	const theirs = stemsOf(target);
	return lexicon.flatMap(([from, to, p]): Link[] => {
		const [s, t] = [ours.get(from), theirs.get(to)];
		return s === undefined || t === undefined ? [] : [[s, t, p]];
	});
}

const stemsOf = ({ kinds }: Side): Map<string, number> =>
	new Map(kinds.map(({ stem }, at) => [stem, at]));

/** Joins links: of several for a pair the strongest counts. */
export function joined(
	source: Side,
	target: Side,
	links: readonly Link[],
	seed: Seed | null
): Links {
	const width = target.kinds.length;
	const best = new Map<number, number>();
	for (const [s, t, p] of links) {
		const key = s * width + t;
		if (p > (best.get(key) ?? 0)) best.set(key, p);
	}
	const known = [new Uint8Array(source.kinds.length), new Uint8Array(target.kinds.length)] as const;
	const starts = new Uint32Array(source.kinds.length + 1);
	for (const key of best.keys()) {
		const s = Math.floor(key / width);
		starts[s + 1] = (starts[s + 1] ?? 0) + 1;
		known[0][s] = 1;
		known[1][key - s * width] = 1;
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
	return { starts, to, weights, known };
}

const mirrored = ([s, t, p]: Link): Link => [t, s, p];

const isName = ({ count, names }: Kind): boolean => names * 2 >= count;

/** The same word on both sides: a name, or a word that both languages have. */
function identical(source: Side, target: Side): Link[] {
	const byForm = formsOf(target);
	return source.kinds.flatMap((kind, s) =>
		[...kind.forms].flatMap((form): Link[] => {
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

/** Numbers that differ in noughts alone. */
function numbers(source: Side, target: Side): Link[] {
	const bySignificant = new Map<string, number[]>();
	for (const [t, { stem }] of target.kinds.entries())
		if (isNumber(stem)) push(bySignificant, significant(stem), t);
	return source.kinds.flatMap(({ stem }, s) =>
		isNumber(stem)
			? (bySignificant.get(significant(stem)) ?? []).map((t): Link => [s, t, trust.significant])
			: []
	);
}

/** Cognates are looked for among words that begin alike; shorter words are too often alike by chance. */
const sharedPrefix = 3;
const leastLikeness = 0.6;

function cognates(source: Side, target: Side): Link[] {
	const buckets = new Map<string, [number, string][]>();
	for (const [t, word] of foldedOf(target)) push(buckets, word.slice(0, sharedPrefix), [t, word]);
	const links: Link[] = [];
	for (const [s, word] of foldedOf(source))
		for (const [t, other] of buckets.get(word.slice(0, sharedPrefix)) ?? []) {
			const alike = likeness(word, other, leastLikeness);
			if (alike > 0) links.push([s, t, trust.cognate * ((alike - 0.5) * 2) ** 1.5]);
		}
	return links;
}

/** The shortest form of each kind that is long enough, folded. */
const foldedOf = ({ kinds }: Side): (readonly [number, string])[] =>
	kinds.flatMap(({ forms, stem }, at) => {
		if (isNumber(stem)) return [];
		const shortest = [...forms].reduce((a, b) => (b.length < a.length ? b : a));
		const folded = fold(shortest);
		return folded.length > sharedPrefix ? [[at, folded] as const] : [];
	});

/** What a seed says of the words of the two texts, whole and in parts. */
function seeded(source: Side, target: Side, seed: Seed): Link[] {
	const backward = answers(target, seed.backward, stemsOf(source));
	return [...answers(source, seed.forward, stemsOf(target)), ...backward.map(mirrored)];
}

function answers(
	{ kinds, lang }: Side,
	seed: ReadonlyMap<string, ReadonlySet<string>>,
	others: ReadonlyMap<string, number>
): Link[] {
	const parts = partsIn(seed, lang);
	return kinds.flatMap(({ stem, forms }, at) => {
		const known = seed.get(stem);
		const all = known ? [known] : [...forms].slice(0, 1).flatMap(parts);
		const base = known ? trust.seed : trust.compound;
		return all.flatMap((words) =>
			[...words].flatMap((word): Link[] => {
				const other = others.get(word);
				return other === undefined ? [] : [[at, other, base / words.size ** 0.4]];
			})
		);
	});
}

const leastPart = 3;
/** A part that stands beside an unknown one must be longer to be believed. */
const leastAlone = 5;

/**
 * What a seed says of the parts of a compound: `utrikes|minister`, with or without an `s` between
 * them. Koehn and Knight, “Empirical methods for compound splitting” (2003,
 * https://aclanthology.org/E03-1076/), split where the parts are words that are known.
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
