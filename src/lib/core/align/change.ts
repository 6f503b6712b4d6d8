/** Links after a change of rows, at either level: see `edit.ts`. */
import { align, type AlignText } from './align';
import type { Link } from './draft';
import type { Change } from './edit';
import {
	areSame,
	isOmission,
	sides,
	type Level,
	type Pair,
	type Row,
	type Shape,
	type Starts
} from './row';
import { omitted, part, whole, type Stretch, type Stretches } from './stretch';
import { tidy } from './tidy';

export interface Texts {
	readonly source: AlignText;
	readonly target: AlignText;
	readonly shape: Shape;
}

/** What the reader has made is the reader’s word; what followed from it is in doubt. */
const fixed = ({ source, target }: Pair): Link => ({ source, target, confidence: 1, fixed: true });
const doubted = ({ source, target }: Pair): Link => ({
	source,
	target,
	confidence: 0,
	fixed: false
});

/**
 * The links with the change made. Laws: monotone, each sentence once, links outside the change as
 * they were; at the level of paragraphs the rows are afterwards those that the change asked for.
 */
export function changed(
	links: readonly Link[],
	rows: readonly Row[],
	{ at, count, by }: Change,
	level: Level,
	texts: Texts
): readonly Link[] {
	const from = rows[at]?.from ?? links.length;
	const to = rows[at + count - 1]?.to ?? from;
	const here = links.slice(from, to);
	const made = by.flatMap((pair): readonly Link[] => {
		const same = rows.slice(at, at + count).find((row) => areSame(row, pair));
		const kept = same && links.slice(same.from, same.to);
		if (kept) return same === pair ? kept : kept.map(fixed);
		return level === 'sentences' ? [fixed(pair)] : held(pair, here, texts);
	});
	return tidy([...links.slice(0, from), ...made, ...links.slice(to)], texts.shape);
}

/** Links that hold the paragraphs of `pair` together, with what is left of those there were. */
function held(pair: Pair, links: readonly Link[], texts: Texts): readonly Link[] {
	const stretch = stretchesOf(pair, texts.shape);
	if (isOmission(pair)) return omitted(stretch).map(fixed);
	const kept = links.filter(
		(link) => !isOmission(link) && sides.every((side) => isWithin(link[side], stretch[side]))
	);
	const all = filled(kept, stretch, (gap) => answers(gap, texts));
	return tied(all, stretch, texts.shape).map((link) =>
		isOmission(link) ? (links.find((there) => areSame(there, link)) ?? doubted(link)) : fixed(link)
	);
}

const stretchesOf = (pair: Pair, shape: Shape): Stretches => ({
	source: stretchOf(pair.source, shape.source),
	target: stretchOf(pair.target, shape.target)
});

/** The sentences of paragraphs that follow each other. */
function stretchOf(paragraphs: readonly number[], starts: Starts): Stretch {
	const [first, last] = [paragraphs[0], paragraphs.at(-1)];
	if (first === undefined || last === undefined) return [0, 0];
	return [starts[first] ?? 0, starts[last + 1] ?? 0];
}

const isWithin = (sentences: readonly number[], [from, to]: Stretch): boolean =>
	sentences.every((sentence) => sentence >= from && sentence < to);

/** `kept` and, between them, what `fill` makes of the sentences that they leave. */
function filled(
	kept: readonly Pair[],
	stretch: Stretches,
	fill: (gap: Stretches) => readonly Pair[]
): readonly Pair[] {
	const at = { source: stretch.source[0], target: stretch.target[0] };
	const gapUpTo = (source: number, target: number): readonly Pair[] =>
		source > at.source || target > at.target
			? fill({ source: [at.source, source], target: [at.target, target] })
			: [];
	const all = kept.flatMap((link) => {
		const gap = gapUpTo(link.source[0] ?? at.source, link.target[0] ?? at.target);
		at.source = (link.source.at(-1) ?? at.source - 1) + 1;
		at.target = (link.target.at(-1) ?? at.target - 1) + 1;
		return [...gap, link];
	});
	return [...all, ...gapUpTo(stretch.source[1], stretch.target[1])];
}

/** How the sentences of a few paragraphs answer each other, as far as can be told without a seed. */
function answers(gap: Stretches, { source, target }: Texts): readonly Pair[] {
	const sizes = sides.map((side) => gap[side][1] - gap[side][0]);
	if (sizes.includes(0)) return omitted(gap);
	if (sizes.includes(1)) return [whole(gap)];
	const found = align(part(source, gap.source), part(target, gap.target), {
		seed: null,
		related: true
	});
	if (!found.ok) return [whole(gap)];
	return found.value.sentences.map(([ours, theirs]) => ({
		source: ours.map((at) => at + gap.source[0]),
		target: theirs.map((at) => at + gap.target[0])
	}));
}

/**
 * Where both sides begin a paragraph within a row and no link reaches over, nothing would hold the
 * row together: the links on both sides of the place become one.
 */
function tied(links: readonly Pair[], within: Stretches, shape: Shape): readonly Pair[] {
	const starts = { source: new Set(shape.source), target: new Set(shape.target) };
	const all: Pair[] = [];
	const at = { source: within.source[0], target: within.target[0] };
	for (const link of links) {
		const last = all.at(-1);
		const isLoose = starts.source.has(at.source) && starts.target.has(at.target);
		if (last && (isLoose || isHalf(last))) tie(all, link);
		else all.push(link);
		at.source += link.source.length;
		at.target += link.target.length;
	}
	return all;
}

/** Omissions that have become one wait for something to be linked with. */
const isHalf = (link: Pair): boolean =>
	isOmission(link) && link.source.length + link.target.length > 1;

/** Joins `link` with what stands before it, as far back as it takes to have both sides. */
function tie(all: Pair[], link: Pair): void {
	let joined = link;
	do {
		const last = all.pop();
		if (!last) break;
		joined = {
			source: [...last.source, ...joined.source],
			target: [...last.target, ...joined.target]
		};
	} while (isOmission(joined));
	all.push(joined);
}
