/** Computes the links after a change of rows, at either level: see `editRows.ts`. */
import { align, type AlignText } from '../align/align';
import type { Link } from './draft';
import type { Change } from './editRows';
import {
	areSame,
	isOmission,
	sides,
	type Level,
	type ItemPair,
	type LinkRow,
	type RowShape,
	type SideName,
	type Starts
} from './linkRows';
import { omitted, part, whole, type SentenceRange, type Stretches } from './range';
import { canonicalOrder } from './canonicalOrder';

export interface AlignedTexts {
	readonly source: AlignText;
	readonly target: AlignText;
	readonly shape: RowShape;
}

/** Links that the reader made are fixed; those derived from them are doubtful. */
const fixed = ({ source, target }: ItemPair): Link => ({
	source,
	target,
	confidence: 1,
	fixed: true
});
const doubted = ({ source, target }: ItemPair): Link => ({
	source,
	target,
	confidence: 0,
	fixed: false
});

/**
 * Applies a change to the links. Laws: monotone, each sentence once, links outside the change as
 * they were; at the level of paragraphs the resulting rows are those that the change asked for.
 */
export function changed(
	links: readonly Link[],
	rows: readonly LinkRow[],
	{ at, count, by }: Change,
	level: Level,
	texts: AlignedTexts
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
	return canonicalOrder([...links.slice(0, from), ...made, ...links.slice(to)], texts.shape);
}

/**
 * Returns links that hold the paragraphs of `pair` together, keeping as many old ones as possible.
 */
function held(pair: ItemPair, links: readonly Link[], texts: AlignedTexts): readonly Link[] {
	const stretch = stretchesOf(pair, texts.shape);
	if (isOmission(pair)) return omitted(stretch).map(fixed);
	const kept = links.filter(
		(link) => !isOmission(link) && sides.every((side) => isWithin(link[side], stretch[side]))
	);
	const all = filled(kept, stretch, (gap) => answers(gap, texts));
	return reaching(tied(all, stretch, texts.shape), stretch, texts.shape).map((link) =>
		isOmission(link) ? (links.find((there) => areSame(there, link)) ?? doubted(link)) : fixed(link)
	);
}

const stretchesOf = (pair: ItemPair, shape: RowShape): Stretches => ({
	source: stretchOf(pair.source, shape.source),
	target: stretchOf(pair.target, shape.target)
});

/** Returns the sentences of adjacent paragraphs. */
function stretchOf(paragraphs: readonly number[], starts: Starts): SentenceRange {
	const [first, last] = [paragraphs[0], paragraphs.at(-1)];
	if (first === undefined || last === undefined) return [0, 0];
	return [starts[first] ?? 0, starts[last + 1] ?? 0];
}

const isWithin = (sentences: readonly number[], [from, to]: SentenceRange): boolean =>
	sentences.every((sentence) => sentence >= from && sentence < to);

/** Returns `kept`, with the sentences between them linked by `fill`. */
function filled(
	kept: readonly ItemPair[],
	stretch: Stretches,
	fill: (gap: Stretches) => readonly ItemPair[]
): readonly ItemPair[] {
	const at = { source: stretch.source[0], target: stretch.target[0] };
	const gapUpTo = (source: number, target: number): readonly ItemPair[] =>
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

/** Aligns the sentences of a few paragraphs, as far as possible without a seed. */
function answers(gap: Stretches, { source, target }: AlignedTexts): readonly ItemPair[] {
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
 * Joins the links on both sides of a place where both sides begin a paragraph and no link crosses.
 * Otherwise nothing would hold the row together there.
 */
function tied(links: readonly ItemPair[], within: Stretches, shape: RowShape): readonly ItemPair[] {
	const starts = { source: new Set(shape.source), target: new Set(shape.target) };
	const all: ItemPair[] = [];
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

/**
 * Joins the links at either end until the first and the last paragraph of each side are linked:
 * a paragraph that is omitted whole would leave the row.
 */
function reaching(
	links: readonly ItemPair[],
	within: Stretches,
	shape: RowShape
): readonly ItemPair[] {
	const first = links.findIndex((link) => !isOmission(link));
	const last = links.findLastIndex((link) => !isOmission(link));
	if (first < 0) return [whole(within)];
	const isApart = (side: SideName, from: number, to: number): boolean =>
		shape[side].some((start) => start > from && start <= to);
	const isShort = (link: ItemPair | undefined, end: 0 | 1): boolean =>
		sides.some((side) => {
			const edge = within[side][end];
			return end === 0
				? isApart(side, edge, link?.[side][0] ?? edge)
				: isApart(side, link?.[side].at(-1) ?? edge, edge - 1);
		});
	const head = isShort(links[first], 0) ? first + 1 : 0;
	const tail = isShort(links[last], 1) ? last : links.length;
	if (head > tail) return [whole(within)];
	return [
		...joined(links.slice(0, head)),
		...links.slice(head, tail),
		...joined(links.slice(tail))
	];
}

/** Joins links to one; none stay none. */
const joined = (links: readonly ItemPair[]): readonly ItemPair[] =>
	links.length === 0
		? []
		: [
				{
					source: links.flatMap(({ source }) => source),
					target: links.flatMap(({ target }) => target)
				}
			];

/**
 * Returns whether the link is made of several omissions: it still needs something to be linked
 * with.
 */
const isHalf = (link: ItemPair): boolean =>
	isOmission(link) && link.source.length + link.target.length > 1;

/** Joins `link` with the links before it, as many as it takes to have both sides. */
function tie(all: ItemPair[], link: ItemPair): void {
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
