/**
 * Learns from aligned texts for the next one in the same two languages: the lexicon that the first
 * pass of an alignment gives the second (`learn.ts`), over all texts at once.
 *
 * Laws (`learnt.test.ts`): exchanging the sides exchanges the words; no texts teach nothing.
 */
import type { Lang } from '../text/article';
import type { AlignText } from '../align/align';
import type { Aligned } from './aligned';
import type { Link } from './draft';
import { alignText } from './draftText';
import { learntWords, type Weighed } from '../align/learn';
import { joined, suggested, toLexicon, type Lexicon } from '../align/wordLinks';
import type { Seed } from '../align/seed';
import { side } from '../align/side';

export function learntFrom(aligned: readonly Aligned[], seed: Seed | null): Lexicon {
	const [first] = aligned;
	if (!first) return [];
	const texts = (of: 'source' | 'target'): readonly AlignText[] =>
		aligned.map((one) => alignText(one[of]));
	const [sources, targets] = [texts('source'), texts('target')];
	const source = side(together(first.source.lang, sources));
	const target = side(together(first.target.lang, targets));
	const beads: Weighed[] = [];
	let [i, j] = [0, 0];
	for (const [at, { links }] of aligned.entries()) {
		beads.push(...links.flatMap((link) => weighed(link, i, j)));
		i += count(sources[at]);
		j += count(targets[at]);
	}
	const known = joined(source, target, suggested(source, target, seed), seed);
	return toLexicon(source, target, learntWords(source, target, beads, known));
}

const together = (lang: Lang, texts: readonly AlignText[]): AlignText => ({
	lang,
	paragraphs: texts.flatMap(({ paragraphs }) => paragraphs)
});

const count = (text: AlignText | undefined): number => text?.paragraphs.flat().length ?? 0;

/** Returns a link as a weighted bead; nothing for an omission. */
function weighed({ source, target, confidence }: Link, i: number, j: number): readonly Weighed[] {
	const [ours, theirs] = [source[0], target[0]];
	if (ours === undefined || theirs === undefined) return [];
	return [{ i: i + ours, j: j + theirs, m: source.length, n: target.length, p: confidence }];
}
