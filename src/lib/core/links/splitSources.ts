/**
 * Splits the alignment of several originals with one translation that they share into one alignment
 * each: the translation is cut between two paragraphs, where the links of the next original begin.
 *
 * Laws (`splitSources.test.ts`): every paragraph of the translation is in exactly one part, in
 * order; the links of a part are monotone and cover each of its sentences once.
 */
import type { Aligned } from './aligned';
import type { DraftSide, Link } from './draft';
import { omitted, type Stretches } from './range';
import { sizes, starts } from './units';

export function splitSources(
	sources: readonly DraftSide[],
	target: DraftSide,
	links: readonly Link[]
): readonly Aligned[] {
	const sentences = starts(sources.map((source) => sizes(source).reduce((a, b) => a + b, 0)));
	const blocks = starts(sizes(target));
	const cuts = sources.map((_, nth) =>
		nth === 0 ? 0 : nearestBlock(blocks, firstTarget(links, sentences[nth] ?? 0))
	);
	return sources.map((source, nth) => {
		const [from, to] = [cuts[nth] ?? 0, cuts[nth + 1] ?? target.blocks.length];
		const stretch: Stretches = {
			source: [sentences[nth] ?? 0, sentences[nth + 1] ?? 0],
			target: [blocks[from] ?? 0, blocks[to] ?? 0]
		};
		return {
			source,
			target: { ...target, blocks: target.blocks.slice(from, to) },
			links: within(links, stretch)
		};
	});
}

/** Returns the translation’s sentence from which on its links are with `sentence` or later ones. */
function firstTarget(links: readonly Link[], sentence: number): number {
	let target = 0;
	for (const link of links) {
		const isLater = link.source.length > 0 && (link.source.at(-1) ?? 0) >= sentence;
		if (isLater && link.target.length > 0) return target;
		target += link.target.length;
	}
	return target;
}

/** Returns the block that begins nearest to a sentence. `blocks`: the first sentence of each. */
function nearestBlock(blocks: readonly number[], sentence: number): number {
	const after = blocks.findIndex((first) => first >= sentence);
	if (after <= 0) return Math.max(0, after);
	const [before = 0, next = 0] = [blocks[after - 1], blocks[after]];
	return next - sentence <= sentence - before ? after : after - 1;
}

/** Returns the links of a part, its sentences counted from 0; what the cuts go through is omitted. */
function within(links: readonly Link[], { source, target }: Stretches): readonly Link[] {
	const found: Link[] = [];
	const at = { source: source[0], target: target[0] };
	const omitTo = (ours: number, theirs: number) => {
		const gap = { source: [at.source, ours], target: [at.target, theirs] } as const;
		for (const pair of omitted(gap)) found.push({ ...shifted(pair), confidence: 0, fixed: false });
	};
	const shifted = (pair: Pick<Link, 'source' | 'target'>) => ({
		source: pair.source.map((sentence) => sentence - source[0]),
		target: pair.target.map((sentence) => sentence - target[0])
	});
	for (const link of links) {
		const [ours, theirs] = [link.source[0], link.target[0]];
		if (ours === undefined || theirs === undefined) continue;
		const [lastOurs, lastTheirs] = [ours + link.source.length, theirs + link.target.length];
		if (ours < source[0] || lastOurs > source[1] || theirs < target[0] || lastTheirs > target[1])
			continue;
		omitTo(ours, theirs);
		found.push({ ...link, ...shifted(link) });
		[at.source, at.target] = [lastOurs, lastTheirs];
	}
	omitTo(source[1], target[1]);
	return found;
}
