/**
 * Converts the links of an alignment to the units of a translation; `relinked.ts` is the way back.
 * Paragraphs that links of sentences hold together are one unit. A paragraph of the original
 * without a link has no unit. Paragraphs of the translation without a link are a passage: a unit
 * without a source, never part of a neighbour’s.
 *
 * Laws (`units.test.ts`), if at least one link has two sides: every block of the translation that
 * is not dropped is in exactly one unit, in order; the spans of a unit cover its sentences.
 */
import type { Block, BlockShape, Lang } from '../text/article';
import { block } from '../text/block';
import { shapeOf } from '../text/shape';
import type { Contributor, Unit } from '../translation/unit';
import type { Bead } from '../align/bead';
import { run } from '../align/bead';
import { alignText } from './draftText';
import type { DraftSide, Link } from './draft';

/** A unit, and for every span of it the confidence of its link: 1 if the reader has fixed it. */
export interface LinkedUnit {
	readonly unit: Unit;
	readonly links: readonly number[];
}

/** Blocks `from` to `to`, inclusive; none where `to` is before `from`. */
interface Range {
	readonly from: number;
	readonly to: number;
}

interface ParagraphGroup {
	readonly source: Range;
	readonly target: Range;
}

export function unitsOf(
	source: DraftSide,
	target: DraftSide,
	links: readonly Link[],
	by: Contributor
): readonly LinkedUnit[] {
	const [ours, theirs] = [sizes(source), sizes(target)];
	const linked = held(links, owners(ours), owners(theirs));
	if (linked.length === 0) return [];
	const groups = withPassages(linked, target.blocks, theirs, droppedBlocks(links, owners(theirs)));
	const beads = new Beads(links.flatMap(single), starts(ours), starts(theirs));
	return groups.flatMap((group) => {
		const originals = source.blocks.slice(group.source.from, group.source.to + 1);
		const texts = target.blocks.slice(group.target.from, group.target.to + 1);
		const first = originals[0] ?? texts[0];
		if (!first) return [];
		const found = beads.within(group);
		const spans = found.map(({ bead }) => bead);
		const unit: Unit = {
			...unitShape(first, texts),
			source: originals.map(({ fingerprint }) => fingerprint),
			text: texts.map(({ text }) => text),
			by,
			review: null,
			...(spans.length > 0 && { spans })
		};
		return [{ unit, links: found.map(({ link }) => likelihood(link)) }];
	});
}

/** The highest confidence of a link that is not fixed: with 1 it would come back as fixed. */
const surest = 1 - Number.EPSILON;

const likelihood = ({ fixed, confidence }: Link): number =>
	fixed ? 1 : Math.min(confidence, surest);

/** Splits an omission into single sentences: it may reach from one unit into another. */
function single(link: Link): readonly Link[] {
	const { source, target } = link;
	if (source.length > 0 && target.length > 0) return [link];
	return [
		...source.map((at) => ({ ...link, source: [at] })),
		...target.map((at) => ({ ...link, target: [at] }))
	];
}

/** Returns the number of sentences of each block. */
export const sizes = (side: DraftSide): readonly number[] =>
	alignText(side).paragraphs.map(({ length }) => length);

/** Returns the block of every sentence. */
const owners = (counts: readonly number[]): readonly number[] =>
	counts.flatMap((count, at) => run(0, count).map(() => at));

/** Returns the first sentence of every block, and of the one after the last. */
export function starts(counts: readonly number[]): readonly number[] {
	const found = [0];
	for (const count of counts) found.push((found.at(-1) ?? 0) + count);
	return found;
}

/**
 * Groups blocks that links hold together; links are monotone, so that only neighbours can merge.
 */
function held(
	links: readonly Link[],
	ours: readonly number[],
	theirs: readonly number[]
): readonly ParagraphGroup[] {
	const groups: ParagraphGroup[] = [];
	for (const link of links) {
		const [source, target] = [range(link.source, ours), range(link.target, theirs)];
		if (!source || !target) continue;
		const last = groups.at(-1);
		const meets = last && (source.from <= last.source.to || target.from <= last.target.to);
		if (meets) groups.pop();
		groups.push(
			meets
				? { source: joined(last.source, source), target: joined(last.target, target) }
				: { source, target }
		);
	}
	return groups;
}

function range(sentences: readonly number[], blocks: readonly number[]): Range | null {
	const [from, to] = [blocks[sentences[0] ?? -1], blocks[sentences.at(-1) ?? -1]];
	return from === undefined || to === undefined ? null : { from, to };
}

const joined = (a: Range, b: Range): Range => ({
	from: Math.min(a.from, b.from),
	to: Math.max(a.to, b.to)
});

/** Returns the target’s blocks whose sentences the reader has dropped. */
const droppedBlocks = (links: readonly Link[], theirs: readonly number[]): ReadonlySet<number> =>
	new Set(
		links.flatMap(({ dropped, target }) => (dropped ? target : [])).map((at) => theirs[at] ?? -1)
	);

const nothing: Range = { from: 0, to: -1 };

/**
 * Adds the target’s blocks that are in no group, as groups without a source: those of one shape
 * that follow each other are together. A block without a sentence goes with the one before it, at
 * the beginning with the first group.
 */
function withPassages(
	groups: readonly ParagraphGroup[],
	target: readonly Block[],
	sentences: readonly number[],
	dropped: ReadonlySet<number>
): readonly ParagraphGroup[] {
	const all: ParagraphGroup[] = [];
	const extend = (last: ParagraphGroup, to: number) =>
		all.splice(-1, 1, { ...last, target: { from: last.target.from, to } });
	const begins = new Map(groups.map((group) => [group.target.from, group]));
	let waiting = 0;
	for (let at = 0; at < target.length; at++) {
		const group = begins.get(at);
		const last = all.at(-1);
		const isNext = last?.target.to === at - 1;
		const isWordless = sentences[at] === 0;
		if (group) {
			all.push({ ...group, target: { from: at - waiting, to: group.target.to } });
			at = group.target.to;
		} else if (isNext && (isWordless || isAlike(last, target[at - 1], target[at])))
			extend(last, at);
		else if (!isWordless && !dropped.has(at))
			all.push({ source: nothing, target: { from: at - waiting, to: at } });
		waiting = isWordless && all.length === 0 ? waiting + 1 : 0;
	}
	return all;
}

/** Returns whether a block continues a passage: it has the shape of the one before. */
const isAlike = ({ source }: ParagraphGroup, before?: Block, block?: Block): boolean =>
	source === nothing && JSON.stringify(shape(before)) === JSON.stringify(shape(block));

const shape = (block: Block | undefined) => block && shapeOf(block);

/** Returns the shape of `first`, the original’s; a caption’s credit is the translation’s own. */
function unitShape(first: Block, texts: readonly Block[]): BlockShape {
	switch (first.kind) {
		case 'heading':
			return { kind: 'heading', level: first.level };
		case 'footnote':
			return { kind: 'footnote', marker: first.marker };
		case 'caption': {
			const [caption] = texts;
			const credit = caption?.kind === 'caption' ? caption.credit : undefined;
			return { kind: 'caption', ...(credit !== undefined && { credit }) };
		}
		default:
			return { kind: first.kind };
	}
}

/** Links by their sentences, counted from the first of a group. */
class Beads {
	readonly #bySource = new Map<number, Link>();
	readonly #byTarget = new Map<number, Link>();

	constructor(
		links: readonly Link[],
		readonly ours: readonly number[],
		readonly theirs: readonly number[]
	) {
		for (const link of links) {
			for (const at of link.source) this.#bySource.set(at, link);
			for (const at of link.target) this.#byTarget.set(at, link);
		}
	}

	/** Returns the beads in order; if neither side decides, the original’s come first. */
	within({
		source,
		target
	}: ParagraphGroup): readonly { readonly bead: Bead; readonly link: Link }[] {
		const [ours, theirs] = [span(this.ours, source), span(this.theirs, target)];
		const found: { bead: Bead; link: Link }[] = [];
		let [i, j] = [ours.from, theirs.from];
		const take = (link: Link | undefined) => {
			if (!link) throw new RangeError(`sentence ${i} or ${j} is in no link`);
			found.push({
				link,
				bead: [link.source.map((at) => at - ours.from), link.target.map((at) => at - theirs.from)]
			});
			i += link.source.length;
			j += link.target.length;
		};
		while (i < ours.to || j < theirs.to) {
			const link = i < ours.to ? this.#bySource.get(i) : undefined;
			take(link && (link.target[0] ?? j) <= j ? link : this.#byTarget.get(j));
		}
		return found;
	}
}

/** Returns from the first sentence of a range of blocks to the one after its last. */
const span = (from: readonly number[], { from: first, to: last }: Range) => ({
	from: from[first] ?? 0,
	to: from[last + 1] ?? 0
});

/**
 * Returns the text of the units as a side to align: the texts that they were made from, in order.
 */
export const textOf = (units: readonly Unit[], lang: Lang): DraftSide => ({
	lang,
	blocks: units.flatMap((unit) => unit.text.map((text) => block(shapeOf(unit), text)))
});
