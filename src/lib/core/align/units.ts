/**
 * From the links of an alignment to the units of a translation; `relinked.ts` is the way back. Paragraphs that links of
 * sentences hold together are one unit. A paragraph of the original that nothing answers has none; a
 * paragraph of the translation that answers nothing joins the unit before it (a heading, and what
 * follows it, the unit after it), its sentences without a counterpart.
 *
 * Laws (`units.test.ts`), where at least one link has two sides: every block of the translation
 * stands in exactly one unit, in order; the spans of a unit cover its sentences.
 */
import type { Block, BlockShape, Lang } from '../text/article';
import { block } from '../text/block';
import { shapeOf } from '../text/shape';
import type { Contributor, Unit } from '../translation/unit';
import type { Bead } from './bead';
import { run } from './bead';
import { alignText } from './draftText';
import type { DraftSide, Link } from './draft';

/** A unit, and for every span of it how likely its link is: 1 where the reader has fixed it. */
export interface LinkedUnit {
	readonly unit: Unit;
	readonly links: readonly number[];
}

/** Blocks `from` to `to`, `to` among them. */
interface Range {
	readonly from: number;
	readonly to: number;
}

interface Group {
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
	const groups = whole(held(links, owners(ours), owners(theirs)), source.blocks, target.blocks);
	const beads = new Beads(links.flatMap(single), starts(ours), starts(theirs));
	return groups.flatMap((group) => {
		const originals = source.blocks.slice(group.source.from, group.source.to + 1);
		const texts = target.blocks.slice(group.target.from, group.target.to + 1);
		const [first] = originals;
		if (!first) return [];
		const linked = beads.within(group);
		const spans = linked.map(({ bead }) => bead);
		const unit: Unit = {
			...unitShape(first, texts),
			source: originals.map(({ fingerprint }) => fingerprint),
			text: texts.map(({ text }) => text),
			by,
			review: null,
			...(spans.length > 0 && { spans })
		};
		return [{ unit, links: linked.map(({ link }) => likelihood(link)) }];
	});
}

/** What the reader has not fixed is never quite sure: else it would come back as if they had. */
const surest = 1 - Number.EPSILON;

const likelihood = ({ fixed, confidence }: Link): number =>
	fixed ? 1 : Math.min(confidence, surest);

/** A passage that one side lacks, sentence by sentence: it may reach from one unit into another. */
function single(link: Link): readonly Link[] {
	const { source, target } = link;
	if (source.length > 0 && target.length > 0) return [link];
	return [
		...source.map((at) => ({ ...link, source: [at] })),
		...target.map((at) => ({ ...link, target: [at] }))
	];
}

/** How many sentences each block has. */
export const sizes = (side: DraftSide): readonly number[] =>
	alignText(side).paragraphs.map(({ length }) => length);

/** The block of every sentence. */
const owners = (counts: readonly number[]): readonly number[] =>
	counts.flatMap((count, at) => run(0, count).map(() => at));

/** The first sentence of every block, and of the one after the last. */
export function starts(counts: readonly number[]): readonly number[] {
	const found = [0];
	for (const count of counts) found.push((found.at(-1) ?? 0) + count);
	return found;
}

/** Blocks that links hold together; links are monotone, so that only neighbours can meet. */
function held(
	links: readonly Link[],
	ours: readonly number[],
	theirs: readonly number[]
): readonly Group[] {
	const groups: Group[] = [];
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

/** The groups, with what of the target stands between them joined to one of its neighbours. */
function whole(
	groups: readonly Group[],
	source: readonly Block[],
	target: readonly Block[]
): readonly Group[] {
	const isHeading = (group: Group) => source[group.source.from]?.kind === 'heading';
	const ends = groups.map((group, at) => {
		const next = groups[at + 1];
		if (!next) return target.length - 1;
		const between = run(group.target.to + 1, next.target.from - group.target.to - 1);
		const heading = between.findIndex((block) => target[block]?.kind === 'heading');
		const kept = isHeading(group) ? 0 : heading < 0 ? between.length : heading;
		return group.target.to + kept;
	});
	return groups.map((group, at) => ({
		...group,
		target: { from: at === 0 ? 0 : (ends[at - 1] ?? -1) + 1, to: ends[at] ?? group.target.to }
	}));
}

/** The shape is the original’s; a caption’s credit is the translation’s own. */
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

	/** In order: where neither side says which comes first, the original’s. */
	within({ source, target }: Group): readonly { readonly bead: Bead; readonly link: Link }[] {
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

/** From the first sentence of a range of blocks to the one after its last. */
const span = (from: readonly number[], { from: first, to: last }: Range) => ({
	from: from[first] ?? 0,
	to: from[last + 1] ?? 0
});

/** The text that units hold, as a side to align: what they are made of, in order. */
export const textOf = (units: readonly Unit[], lang: Lang): DraftSide => ({
	lang,
	blocks: units.flatMap((unit) => unit.text.map((text) => block(shapeOf(unit), text)))
});
